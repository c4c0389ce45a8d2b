/**
 * Tables drawn with lines, `+---+---+` between rows of `| a | b |` (reStructuredText, pandoc, mysql, Emacs). Invariant: begins and
 * ends with a drawn line.
 */
import { skipBlank } from '../text/blank';
import { isDrawnLine, isRule } from './gridLines/drawn';
import { readGridLines } from './gridLines/read';
import { rowExtent, rowLike, setCell } from './gridLines/write';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const gridLines: Layout = { id: 'grid-lines', claim, read: readGridLines, setCell, rowExtent, rowLike };

function claim(source: Source): Block[] {
  const { text, lines } = source;
  const blocks: Block[] = [];
  let at = text.indexOf('+--');
  while (at >= 0) {
    const first = lines.at(at);
    const last = isDrawn(source, first) ? lastLine(source, first) : first;
    if (last > first + 1) {
      source.take(first, last);
      blocks.push({ layout: 'grid-lines', start: lines.starts[first], end: lines.next(last) });
    }
    at = last + 1 < lines.count ? text.indexOf('+--', lines.starts[last + 1]) : -1;
  }
  return blocks;
}

function isDrawn(source: Source, line: number): boolean {
  return source.isFree(line) && isDrawnLine(source.text.slice(source.lines.starts[line], source.lines.ends[line]));
}

/** The last drawn line before anything that is neither drawn nor a row. */
function lastLine(source: Source, first: number): number {
  const { text, lines } = source;
  let last = first;
  for (let line = first + 1; line < lines.count && source.isFree(line); line++) {
    if (isDrawn(source, line)) { last = line; continue; }
    const first = text[skipBlank(text, lines.starts[line], lines.ends[line])];
    if (first !== '|' && !(first === '+' && isRule(text.slice(lines.starts[line], lines.ends[line])))) { break; }
  }
  return last;
}
