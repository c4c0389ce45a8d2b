/**
 * Where a key leads in the grid, as the ARIA grid pattern has it. Invariant: a move ends on a place that exists: a label, or a
 * cell of a row that has cells.
 */
import type { GridLayout, Place } from './rows';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Keys that belong to the text being typed. VS Code hears every key of a webview; for it, Control+A means the document where it
 * does not know of the focus yet, and what is typed next would replace the whole report.
 */
export function isOfTheInput({ key, ctrlKey, metaKey }: Key): boolean {
  return ctrlKey || metaKey ? /^[azy]$/i.test(key) : !/^F\d+$/.test(key);
}

/** @param page rows that fit in sight @returns null where the key does not move */
export function moved(layout: GridLayout, from: Place, { key, ctrlKey, metaKey }: Key, page: number): Place | null {
  const last = layout.lines.length - 1;
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft': return sideways(layout, from, -1);
    case 'ArrowRight': return sideways(layout, from, 1);
    case 'ArrowUp': return upOrDown(layout, from, far ? 0 : from.line - 1, -1);
    case 'ArrowDown': return upOrDown(layout, from, far ? last : from.line + 1, 1);
    case 'PageUp': return upOrDown(layout, from, Math.max(0, from.line - page), -1);
    case 'PageDown': return upOrDown(layout, from, Math.min(last, from.line + page), 1);
    case 'Home': return far
      ? upOrDown(layout, { line: 0, column: firstColumn(layout) }, 0, 1)
      : clampPlace(layout, { ...from, column: firstColumn(layout) });
    case 'End': return far
      ? upOrDown(layout, { line: last, column: Infinity }, last, -1)
      : clampPlace(layout, { ...from, column: Infinity });
    default: return null;
  }
}

function sideways(layout: GridLayout, { line, column }: Place, by: number): Place {
  return clampPlace(layout, { line, column: column + by });
}

/** The first line from `to` on, in that direction, that can be stood on; else stays. */
function upOrDown(layout: GridLayout, from: Place, to: number, direction: number): Place {
  for (let line = to; line >= 0 && line < layout.lines.length; line += direction) {
    if (layout.lines[line].kind === 'row') { return clampPlace(layout, { line, column: from.column }); }
  }
  for (let line = to - direction; line >= 0 && line < layout.lines.length; line -= direction) {
    if (layout.lines[line].kind === 'row') { return clampPlace(layout, { line, column: from.column }); }
  }
  return from;
}

function firstColumn({ isUnlabelled }: GridLayout): number {
  return isUnlabelled ? 0 : -1;
}

/** The nearest place that exists. */
export function clampPlace(layout: GridLayout, { line, column }: Place): Place {
  const at = Math.max(0, Math.min(line, layout.lines.length - 1));
  const found = layout.lines[at];
  const columns = found?.kind === 'row' ? found.row.cells.length : 0;
  return { line: at, column: Math.max(firstColumn(layout), Math.min(column, columns - 1)) };
}
