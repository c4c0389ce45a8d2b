/**
 * Merged cells that a converter filled by repeating their label in each column they covered: `| 二、… | 二、… | 二、… | 3 |`, perhaps with
 * blank columns between. Invariant: only labels are set aside, never figures; the first of the cells stays as it is.
 */
import type { Cell } from '../../model/cell';
import type { Aside, Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';

/** The reading with each label once; the same where no label that a form knows is repeated beside itself. */
export function withoutRepeats(reading: Reading, catalogue: Catalogue): Reading {
  const isKnown = ({ content }: Cell): boolean => catalogue.meanings(content.key).length > 0;
  let isAnyKnown = false;
  let before: Cell | null = null;
  let repeats: Aside[] | null = null;
  for (const cell of reading.cells) {
    if (before !== null && isRepeated(before, cell)) {
      const known = isKnown(cell);
      isAnyKnown ||= known;
      if (known || cell.content.item !== null) { (repeats ??= []).push({ cell, repeats: before }); continue; }
    }
    if (cell.content.amount.kind !== 'blank') { before = cell; }
  }
  if (repeats === null || !isAnyKnown) { return reading; }
  const isAside = new Set(repeats.map(({ cell }) => cell));
  const aside = [...reading.aside ?? [], ...repeats].sort((a, b) => a.cell.start - b.cell.start);
  return { ...reading, cells: reading.cells.filter((cell) => !isAside.has(cell)), aside };
}

function isRepeated(before: Cell, cell: Cell): boolean {
  return cell.content.key !== '' && cell.content.text === before.content.text && cell.row >= 0 && cell.row === before.row;
}
