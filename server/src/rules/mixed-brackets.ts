/** Half-width brackets in the labels of a table that has full-width ones too; one finding a table. */
import type { Cell } from '../model/cell';
import { message } from '../messages';
import { tableRule } from './rule';

interface Facts {
  readonly cells: readonly Cell[];
  /** Pairs by width. */
  readonly half: number;
  readonly full: number;
}

const HALF = /\(([^()（）\n]*)\)/g;
const CHINESE = /[\u3400-\u9fff]/;

export const mixedBrackets = tableRule<Facts>({
  id: 'mixed-brackets',
  level: 'hint',
  *find({ text, table }) {
    const { start, end } = table.span;
    const firstHalf = text.indexOf('(', start);
    const firstFull = text.indexOf('（', start);
    if (firstHalf < 0 || firstHalf >= end || firstFull < 0 || firstFull >= end) { return; }
    const cells: Cell[] = [];
    let half = 0;
    let full = 0;
    for (const cell of table.reading.cells) {
      if (cell.content.key === '' || cell.start < start || cell.end > end) { continue; }
      const own = pairs(cell.content.text);
      if (own > 0) { cells.push(cell); half += own; }
      full += fullIn(cell.content.text);
    }
    if (half === 0 || full === 0) { return; }
    yield {
      rule: 'mixed-brackets', span: cells[0], facts: { cells, half, full },
      related: cells.slice(1).map((cell) => ({ span: cell, message: message('mixed-brackets.here') })),
    };
  },
  explain: ({ facts: { half, full } }) => message('mixed-brackets', { half, full }),
  *repairs({ facts: { cells } }) {
    yield {
      title: message('mixed-brackets.repair', { count: cells.length }), kind: 'safe', preferred: true,
      changes: cells.map((cell) => ({
        kind: 'setCell', cell,
        text: cell.content.text.replace(HALF, (pair, inner: string) => (CHINESE.test(inner) || inner.length <= 2 ? `（${inner}）` : pair)),
      })),
    };
  },
});

function fullIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('（'); at >= 0; at = text.indexOf('（', at + 1)) { count++; }
  return count;
}

/** Half-width pairs around Chinese characters or an item number. */
function pairs(text: string): number {
  if (!text.includes('(')) { return 0; }
  let count = 0;
  for (const [, inner] of text.matchAll(HALF)) { if (CHINESE.test(inner) || inner.length <= 2) { count++; } }
  return count;
}
