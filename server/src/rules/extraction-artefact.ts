/** Leftovers of a conversion: Word's bookmarks and field codes, characters that were lost. */
import { message } from '../messages';
import { documentRule } from './rule';

const LOST = '\ufffd';

interface Facts {
  readonly found: string;
  /** A lost character: what it was cannot be told, so there is nothing to delete. */
  readonly isLost: boolean;
}

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
  *find({ text: whole, report: { within } }) {
    const text = whole.slice(within.start, within.end);
    for (const [mark, whole] of ARTEFACTS) {
      for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at)) {
        whole.lastIndex = at;
        const found = whole.exec(text)?.[0];
        if (found !== undefined) {
          yield {
            rule: 'extraction-artefact', span: { start: within.start + at, end: within.start + at + found.length },
            facts: { found, isLost: mark === LOST },
          };
        }
        at += found?.length ?? mark.length;
      }
    }
  },
  explain: ({ facts: { found, isLost } }) => message(isLost ? 'extraction-artefact.lost' : 'extraction-artefact', { found }),
  *repairs({ span, facts: { found, isLost } }) {
    if (isLost) { return; }
    yield {
      title: message('extraction-artefact.repair', { found }), kind: 'safe', preferred: true,
      changes: [{ kind: 'replaceText', span, text: '' }],
    };
  },
});
