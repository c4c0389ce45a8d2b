/** A paragraph cut in two within a sentence, mostly by a page break. */
import type { PlacedLine } from '../prose/report';
import type { Span } from '../text/span';
import { message } from '../messages';
import { documentRule } from './rule';

interface Facts {
  /** From the end of the first part to the start of the second. */
  readonly gap: Span;
  readonly next: string;
}

const LONG_ENOUGH = 12;
const ENDS_OPEN = /[\u4e00-\u9fff0-9，、,“（(]$/;
const STARTS_ANEW = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．是]|[#*>\-|<[]|第[一二三四五六七八九十]|附件|注[:：])/;
const ENDS_CLOSED = /[。！？；：!?;:][”）)]?$/;
const SHOWN = 10;
const LONGEST_HEADING = 40;

export const brokenParagraph = documentRule<Facts>({
  id: 'broken-paragraph',
  level: 'off',
  *find({ report }) {
    const { lines } = report;
    for (let i = 0; i + 1 < lines.length; i++) {
      if (!isCut(lines[i], lines[i + 1])) { continue; }
      yield {
        rule: 'broken-paragraph', span: lines[i], level: 'hint',
        facts: { gap: { start: lines[i].end, end: lines[i + 1].start }, next: lines[i + 1].line.text.slice(0, SHOWN) },
      };
    }
  },
  explain: ({ facts: { next } }) => message('broken-paragraph', { next }),
  *repairs({ facts: { gap } }) {
    yield {
      title: message('broken-paragraph.repair'), kind: 'review', preferred: true, changes: [{ kind: 'replaceText', span: gap, text: '' }],
    };
  },
});

function isCut({ line, place }: PlacedLine, next: PlacedLine): boolean {
  if (place !== next.place || line.tabular || next.line.tabular || line.heading !== null || next.line.heading !== null) { return false; }
  if (line.text.length < LONG_ENOUGH || !ENDS_OPEN.test(line.text) || STARTS_ANEW.test(next.line.text) || isTitle(line.text)) {
    return false;
  }
  return ENDS_CLOSED.test(next.line.text) && /^[\u4e00-\u9fff0-9]/.test(next.line.text);
}

/** A line that stands for itself: a title, or the heading of an item. */
function isTitle(text: string): boolean {
  return (STARTS_ANEW.test(text) && text.length < LONGEST_HEADING) || !/[，。；、,;]/.test(text) && /(?:报告|年报|情况|措施|问题)$/.test(text);
}
