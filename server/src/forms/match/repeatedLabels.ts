/**
 * Merged cells that a converter filled by repeating their label in each column they covered: `| 二、… | 二、… | 二、… | 3 |`. Invariant:
 * only labels are set aside, never figures; the first of the cells stays as it is.
 */
import type { Cell } from '../../model/cell';
import type { Aside, Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';

/** The reading with each label once; the same where no label that a form knows is repeated beside itself. */
export function withoutRepeats(reading: Reading, catalogue: Catalogue): Reading {
  const isKnown = ({ content }: Cell): boolean => catalogue.meanings(content.key).length > 0;
  if (!reading.cells.some((cell, at, all) => at > 0 && isRepeated(all[at - 1], cell) && isKnown(cell))) { return reading; }
  const cells: Cell[] = [];
  const aside: Aside[] = [...reading.aside ?? []];
  for (const cell of reading.cells) {
    const before = cells[cells.length - 1];
    if (before !== undefined && isRepeated(before, cell) && (cell.content.item !== null || isKnown(cell))) {
      aside.push({ cell, repeats: before });
    } else {
      cells.push(cell);
    }
  }
  return { ...reading, cells, aside: aside.sort((a, b) => a.cell.start - b.cell.start) };
}

function isRepeated(before: Cell, cell: Cell): boolean {
  return cell.content.key !== '' && cell.content.text === before.content.text && cell.row >= 0 && cell.row === before.row;
}
