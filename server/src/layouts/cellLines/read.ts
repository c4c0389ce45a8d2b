/**
 * Reads cells that stand one per line. Invariant: rows are what blank lines part; within a row only the order is known; a page number
 * on a line without a tab is no cell and ends none: a label goes on below it.
 */
import { contentOf } from '../../model/content';
import { skipBlank, trimBlankEnd } from '../../text/blank';
import { eachLine } from '../../text/lines';
import { joinWrapped } from '../../text/wrapped';
import { notePageNumber, simpleCell, trimmedCell } from '../lineRows';
import { isRestOf } from '../wrappedCells';
import { leadingTab, tabIn } from '../tabRegions';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { Span } from '../../text/span';

export function readCellLines(text: string): Reading | null {
  const cells: Cell[] = [];
  const pageNumbers: Span[] = [];
  let row = 0;
  let inRow = false;
  /** The line above is a cell with a tab of its own, or the wrapped rest of one. */
  let canWrap = false;
  eachLine(text, (start, end) => {
    const tab = leadingTab(text, start, end);
    if (tab >= 0) {
      readTabbed(text, tab + 1, end, row, cells);
      inRow = true;
      canWrap = true;
    } else if (skipBlank(text, start, end) === end) {
      if (inRow) { row++; }
      inRow = false;
      canWrap = false;
    } else if (!notePageNumber(text, start, end, pageNumbers)) {
      canWrap = readUntabbed(text, start, end, row, canWrap, cells);
      inRow = true;
    }
  });
  return cells.length === 0 ? null : { layout: 'cell-lines', geometry: 'rows', span: { start: 0, end: text.length }, cells, pageNumbers };
}

/** The cells behind a tab: one, but for lines where further tabs part more. Tabs at the end of the line part nothing. */
function readTabbed(text: string, start: number, end: number, row: number, cells: Cell[]): void {
  const stop = trimBlankEnd(text, start, end);
  let from = start;
  for (let at = start; at < stop; at++) {
    if (text.charCodeAt(at) !== 9) { continue; }
    cells.push(trimmedCell(text, from, at, row, -1, false));
    from = at + 1;
  }
  cells.push(trimmedCell(text, from, end, row, -1, false));
}

/** Returns whether the next line may go on with this cell. */
function readUntabbed(text: string, start: number, end: number, row: number, canWrap: boolean, cells: Cell[]): boolean {
  const tab = tabIn(text, start, end);
  const cell = trimmedCell(text, start, tab < 0 ? end : tab, row, -1, true);
  if (tab >= 0) {
    cells.push(cell);
    readTabbed(text, tab + 1, end, row, cells);
    return true;
  }
  const above = cells[cells.length - 1];
  if (canWrap && isRestOf(above.content, cell.content)) {
    cells[cells.length - 1] = wrapped(above, cell);
    return true;
  }
  cells.push(cell);
  return false;
}

function wrapped(above: Cell, below: Cell): Cell {
  const content = contentOf(joinWrapped(above.content.text, below.content.text));
  const start = above.start === above.end ? below.start : above.start;
  return simpleCell(start, below.end, above.slot.start, below.slot.end, content, above.row, -1, false);
}
