/**
 * Cells that go on in the next line. Invariant: what is taken for the beginning of a cell is no heading of a section, no sentence and
 * nothing that a page ends with; what is taken for the rest of one is no figure but its unit, and no title.
 */
import { contentOf, type Content } from '../model/content';
import { skipBlank, trimBlankEnd, trimmed } from '../text/blank';
import { splitItem } from '../text/item';
import { eachLine } from '../text/lines';
import { isPageNumber } from '../text/pageNumber';
import { namesReport } from '../text/reportTitle';
import { joinWrapped } from '../text/wrapped';

/** Longer lines are the beginning of a wrapped cell only where an item number leads them (`2.其他法律行政法规`). */
const LONGEST_BEGINNING = 12;
const LONGEST_ITEM = 40;
const SECTION_END = /(?:情况|事项)$/;
/** `一、本年新收…`: a row, where an item of this kind may as well head a section. */
const OF_YEARS = /^(?:本年|上年|结转)/;
/** `8、属于行政查询事项`: a row. */
const OF_REASONS = /^属于/;
/** An item number, of which the item is wrapped below. */
const ITEM_NUMBER = /^\d{1,2}[.．、)）]$/;
const NO_BEGINNING = /^[（(]?续|[。；！？：;!?:\d|]$/;

/** Whether a line may be the beginning of a cell that goes on in the next one: `商业`, then `企业 |`. */
export function mayBeWrapped(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  const stop = trimBlankEnd(text, from, end);
  if (stop - from > LONGEST_ITEM) { return false; }
  const line = text.slice(from, stop);
  if (ITEM_NUMBER.test(line)) { return true; }
  if ((NO_BEGINNING.test(line) && !isInBrackets(line)) || line.includes('|') || isPageNumber(line)) { return false; }
  if (headsSection(line)) { return false; }
  const { item, rest } = splitItem(line);
  return line.length <= LONGEST_BEGINNING || (item !== null && (item.mark !== 'comma' || item.script === 'arabic' || OF_YEARS.test(rest)));
}

/** `三、收到和处理政府信息公开申请情况`, as no cell of the forms reads. */
export function headsSection(line: string): boolean {
  if (!SECTION_END.test(line)) { return false; }
  const { item, rest } = splitItem(line);
  return item?.mark === 'comma' && !OF_REASONS.test(rest);
}

/** Whether brackets are open at the end of a line: `本年收费金额（单位：`. */
export function isInBrackets(line: string): boolean {
  return Math.max(line.lastIndexOf('（'), line.lastIndexOf('(')) > Math.max(line.lastIndexOf('）'), line.lastIndexOf(')'));
}

/**
 * Characters one below the other are one word, though some mean nil by themselves (尚, 未). A figure is never the rest of the cell above, nor
 * is the title of the report, which pages repeat; and only a unit can be the rest of a figure.
 */
export function isRestOf(above: Content, below: Content): boolean {
  if (isCharacter(above.text) && isCharacter(below.text)) { return true; }
  if (below.amount.kind === 'dash' || (below.amount.kind === 'number' && below.amount.unit === '')) { return false; }
  const mayGoOn = above.amount.kind === 'blank' || above.amount.kind === 'unreadable' || (ITEM_NUMBER.test(above.text) && below.key !== '');
  return mayGoOn ? !namesReport(below.text) : contentOf(joinWrapped(above.text, below.text)).amount.kind === 'number';
}

function isCharacter(text: string): boolean { return text.length === 1 && text.charCodeAt(0) >= 0x4e00 && text.charCodeAt(0) <= 0x9fff; }

/** What the lines of [start, end) say as one, each without the blanks at its ends. */
export function wrappedText(text: string, start: number, end: number): string {
  let whole = '';
  eachLine(text.slice(start, end), (from, to) => {
    const line = trimmed(text, start + from, start + to);
    whole = joinWrapped(whole, text.slice(line.start, line.end));
  });
  return whole;
}
