/** A page number that a conversion left on a line of its own, at the end of the text or between paragraphs. */
import type { PlacedLine } from '../prose/report';
import { message } from '../messages';
import { documentRule } from './rule';

const DRESSED = /^(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)$/;
const BARE = /^[1-9]\d{0,2}$/;

export const strayPageNumber = documentRule<{ readonly found: string }>({
  id: 'stray-page-number',
  level: 'hint',
  *find({ report }) {
    const { lines, sections } = report;
    if (sections.length === 0) { return; }
    const bare = new Set<number>();
    for (const { line } of lines) { if (line.text.length <= 3 && !line.tabular && BARE.test(line.text)) { bare.add(Number(line.text)); } }
    for (let i = 0; i < lines.length; i++) {
      const { line } = lines[i];
      if (line.tabular || line.text.length > 20 || !(DRESSED.test(line.text) || isBarePage(lines, i, bare))) { continue; }
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
