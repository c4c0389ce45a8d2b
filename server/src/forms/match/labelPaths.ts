/**
 * Labels written with the headings they stand under, as tables without merged cells have them: `三、本年度办理结果 - （一）予以公开`.
 * Invariant: a label is read by its last part only where a form knows all parts before it as headings, and the last as a row or a column,
 * or where that has the number of an item; the text of the cell stays whole.
 */
import type { Cell } from '../../model/cell';
import { contentOf, type Content } from '../../model/content';
import type { Reading } from '../../model/reading';
import type { Catalogue, Meaning } from '../catalogue';

const PARTING = /\s*(?:->|[-–—―→>›»/／_：:])\s*/;
const SHORTEST_PATH = 6;

/** The reading with such labels known by their last part; the same where there are none. */
export function withoutLabelPaths(reading: Reading, catalogue: Catalogue): Reading {
  let cells: Cell[] | null = null;
  reading.cells.forEach((cell, at) => {
    const last = lastPart(cell, catalogue);
    if (last === null) { return; }
    cells ??= reading.cells.slice();
    const itemLength = cell.content.text.length - last.text.length + last.itemLength;
    cells[at] = { ...cell, content: { ...cell.content, key: last.key, item: null, itemLength } };
  });
  return cells === null ? reading : { ...reading, cells };
}

/** Null where the label is none of parts. */
function lastPart({ content: { key, text }, row }: Cell, catalogue: Catalogue): Content | null {
  if (row < 0 || key.length < SHORTEST_PATH || !PARTING.test(text) || catalogue.meanings(key).length > 0) { return null; }
  const parts = text.split(PARTING).map(contentOf);
  const last = parts.pop()!;
  if (!parts.every((part) => catalogue.meanings(part.key).some(isAbove))) { return null; }
  return last.key !== '' && (last.item !== null || catalogue.meanings(last.key).some(isBody)) ? last : null;
}

function isBody({ kind }: Meaning): boolean { return kind === 'row' || kind === 'column'; }

function isAbove({ kind }: Meaning): boolean { return kind === 'heading' || kind === 'header'; }
