/** A page number that a conversion left on a line of its own: at the end of the text, between paragraphs, or in a table. */
import type { Finding } from '../model/finding';
import type { PlacedLine } from '../prose/report';
import { message } from '../messages';
import { isSurePageNumber } from '../text/pageNumber';
import { shifted } from '../text/span';
import { documentRule, type PlacedTable } from './rule';

const BARE = /^[1-9]\d{0,2}$/;

interface Facts { readonly found: string }

export const strayPageNumber = documentRule<Facts>({
  id: 'stray-page-number',
  level: 'hint',
  *find({ text, report: { lines, sections }, tables }) {
    const bare = new Set<number>();
    for (const table of tables) {
      for (const found of withinTable(text, table)) {
        if (BARE.test(found.facts.found)) { bare.add(Number(found.facts.found)); }
        yield found;
      }
    }
    if (sections.length === 0) { return; }
    for (const { line } of lines) { if (line.text.length <= 3 && !line.tabular && BARE.test(line.text)) { bare.add(Number(line.text)); } }
    for (let i = 0; i < lines.length; i++) {
      const { line } = lines[i];
      if (line.tabular || !(isSurePageNumber(line.text, 0, line.text.length) || isBarePage(lines, i, bare))) { continue; }
      yield { rule: 'stray-page-number', span: lines[i], facts: { found: line.text } };
    }
  },
  explain: ({ facts: { found } }) => message('stray-page-number', { found }),
  *repairs({ span, facts: { found } }, { text }) {
    const at = text.lastIndexOf('\n', span.start - 1);
    const isOnlyLine = at >= 0 && text.slice(at + 1, span.start).trim() === '';
    const start = isOnlyLine ? (text[at - 1] === '\r' ? at - 1 : at) : span.start;
    yield { title: message('stray-page-number.repair', { found }), kind: 'safe', preferred: true, changes: [{ kind: 'replaceText', span: { start, end: span.end }, text: '' }] };
  },
});

/** Those that were read as no cells; what stands before or behind the table is prose. */
function* withinTable(text: string, { start, context: { table: { reading, span } } }: PlacedTable): Generator<Finding<Facts>> {
  for (const one of reading.pageNumbers) {
    if (one.start < span.start || one.end > span.end) { continue; }
    const placed = shifted(one, start);
    yield { rule: 'stray-page-number', span: placed, facts: { found: text.slice(placed.start, placed.end) } };
  }
}

/** A bare number after a line of text: the last line of all, or one of a rising row of them. */
function isBarePage(lines: readonly PlacedLine[], i: number, bare: ReadonlySet<number>): boolean {
  if (!BARE.test(lines[i].line.text) || i === 0 || lines[i - 1].place !== lines[i].place || !isText(lines[i - 1])) { return false; }
  if (i === lines.length - 1) { return true; }
  const value = Number(lines[i].line.text);
  return isText(lines[i + 1]) && (bare.has(value - 1) || bare.has(value + 1));
}

function isText({ line }: PlacedLine): boolean {
  return !line.tabular && /[\u4e00-\u9fff]/.test(line.text);
}
