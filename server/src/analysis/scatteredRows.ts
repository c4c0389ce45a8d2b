/**
 * Rows that lines without a bar part: blank ones between the rows of a page, or parts of a wrapped cell. Invariant: such rows are one
 * table only where a form names labels on both sides; otherwise each run of rows is a table, or none, by itself.
 */
import type { Catalogue } from '../forms/catalogue';
import { carve } from '../forms/match/carve';
import type { Stretch } from '../forms/match/stretch';
import { lastLabel } from '../forms/match/stretchEnd';
import { withWholeLabels } from '../forms/match/wholeLabels';
import { layoutOf } from '../layouts';
import type { Block, RowRun } from '../layouts/layout';
import type { Cell } from '../model/cell';
import { mayHoldLabels } from './officialParts';

/** The blocks, those of several runs by what they are. The same where there are none. */
export function withoutRuns(text: string, blocks: readonly Block[], catalogue: Catalogue): readonly Block[] {
  if (!blocks.some(({ runs }) => runs !== undefined)) { return blocks; }
  return blocks.flatMap((block) => (block.runs ? tablesOf(text, block, block.runs, catalogue) : [block]));
}

function tablesOf(text: string, block: Block, runs: readonly RowRun[], catalogue: Catalogue): Block[] {
  const found: Block[] = [];
  const { layout } = block;
  const lastOf = lastRuns(text.slice(block.start, block.end), block, runs, catalogue);
  for (let first = 0; first < runs.length; first++) {
    const last = Math.max(first, lastOf[first]);
    if (lastOf[first] >= first || runs[first].isTable) { found.push({ layout, start: runs[first].start, end: runs[last].end }); }
    first = last;
  }
  return found;
}

/** For each run that an official table begins in, the last one that is of the same; -1 for the others. */
function lastRuns(text: string, { layout, start }: Block, runs: readonly RowRun[], catalogue: Catalogue): Int32Array {
  const lastOf = new Int32Array(runs.length).fill(-1);
  const read = mayHoldLabels(text) ? layoutOf(layout).read(text) : null;
  if (read === null) { return lastOf; }
  const { cells } = withWholeLabels(read, catalogue);
  let run = 0;
  const runOf = (offset: number): number => {
    while (run + 1 < runs.length && runs[run].end - start <= offset) { run++; }
    return run;
  };
  let first = 0;
  let end = -1;
  for (const stretch of carve(cells, catalogue)) {
    const from = runOf(cells[stretch.from].start);
    if (from > end) { first = from; }
    end = runOf(cells[lastCell(cells, stretch, catalogue)].end);
    lastOf[first] = end;
  }
  return lastOf;
}

/** The last that is surely of the table: its last label, or, where the only row has none, its last figure. */
function lastCell(cells: readonly Cell[], stretch: Stretch, catalogue: Catalogue): number {
  const hasLabels = catalogue.editions.get(stretch.family)!.some(({ rows }) => rows[0].label !== '');
  return hasLabels ? lastLabel(cells, stretch, stretch.to, catalogue) : stretch.to - 1;
}

