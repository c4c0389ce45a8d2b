/**
 * Leftovers of a conversion: Word's bookmarks and field codes, characters that were lost, and a text whose characters all stand apart, so
 * that its sentences cannot be read.
 */
import { message } from '../messages';
import type { Span } from '../text/span';
import { documentRule } from './rule';
import { blanksApartIn } from './shared/charactersApart';

const LOST = '\ufffd';

interface Facts {
  readonly found: string;
  /** A lost character: what it was cannot be told, so there is nothing to delete. */
  readonly isLost: boolean;
  /** Blanks between the characters of the text; empty for anything else. */
  readonly blanks: readonly Span[];
}

const NONE: readonly Span[] = [];

/** What each begins with, and the whole of it. */
const ARTEFACTS: readonly (readonly [string, RegExp])[] = [
  ['[bookmark:', /\[bookmark:[^\]\n]{0,80}\]/y],
  ['PAGE', /PAGE(?:REF)?\s+\\?[^\n|}]{0,40}?(?:MERGEFORMAT|\\h)\s*/y],
  ['TOC \\', /TOC \\o\s*"[^"\n]{0,20}"(?:\s*\\[hzu])*/y],
  ['HYPERLINK', /HYPERLINK\s+(?:\\l\s*)?"[^"\n]{0,120}"/y],
  ['错误!', /错误!\s*未定义书签。/y],
  ['Error! Bookmark', /Error! Bookmark not defined\./y],
  [LOST, /\ufffd+/y],
];

export const extractionArtefact = documentRule<Facts>({
  id: 'extraction-artefact',
  level: 'hint',
  *find(context) {
    const { text: whole, report: { within } } = context;
    const blanks = blanksApartIn(context.report);
    if (blanks.length > 0) {
      const span = { start: blanks[0].start - 1, end: blanks[0].end + 1 };
      yield { rule: 'extraction-artefact', span, facts: { found: '', isLost: false, blanks }, level: 'information' };
    }
    const text = whole.slice(within.start, within.end);
    for (const [mark, whole] of ARTEFACTS) {
      for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at)) {
        whole.lastIndex = at;
        const found = whole.exec(text)?.[0];
        if (found !== undefined) {
          yield {
            rule: 'extraction-artefact', span: { start: within.start + at, end: within.start + at + found.length },
            facts: { found, isLost: mark === LOST, blanks: NONE },
          };
        }
        at += found?.length ?? mark.length;
      }
    }
  },
  explain: ({ facts: { found, isLost, blanks } }) => (blanks.length > 0
    ? message('extraction-artefact.apart', { count: blanks.length })
    : message(isLost ? 'extraction-artefact.lost' : 'extraction-artefact', { found })),
  *repairs({ span, facts: { found, isLost, blanks } }) {
    if (isLost) { return; }
    if (blanks.length > 0) {
      yield {
        title: message('spaces-in-cjk.repair', { count: blanks.length }), kind: 'review', preferred: true,
        changes: blanks.map((blank) => ({ kind: 'replaceText', span: blank, text: '' })),
      };
      return;
    }
    yield {
      title: message('extraction-artefact.repair', { found }), kind: 'safe', preferred: true,
      changes: [{ kind: 'replaceText', span, text: '' }],
    };
  },
});
