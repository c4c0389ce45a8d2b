/** HTML tables for tests: written from their cells, and read back as places. Invariant: what is given is HTML and stands as it is. */
import type { Reading } from '../../server/src/model/reading';

/** A row a line, its cells without spans. */
export const table = (...rows: string[][]): string => (
  `<table>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`).join('')}</table>\n`
);

/** Of each cell: text, row, column, rows and columns spanned. */
export const places = (reading: Reading): (string | number)[][] => (
  reading.cells.map((cell) => [cell.content.text, cell.row, cell.column, cell.rowSpan, cell.columnSpan])
);
