/**
 * What rounding may explain beyond the interval that a column's decimals allow. Invariant: it only keeps a line from counting
 * against a total; it never makes one balance.
 */
import type { View } from './view';

/**
 * Whether each figure, rounded as far as it is written itself, may add up: 3.4 + 1.2 + 0.95 beside 5.6, 3.4 million beside
 * 950,000. A whole number among decimals is taken for the coarsest of them: its zeros may have been dropped.
 */
export function isWithinWriting(view: View, total: number, parts: readonly number[], cross: number, excess: number): boolean {
  const { scale } = view.sheet;
  const isScaled = isAnyScaled(view, total, parts, cross);
  if (!isScaled && (scale === 0 || excess > 0.5 * 10 ** scale * (parts.length + 1))) { return false; }
  const coarsest = isScaled ? 0 : fewestDecimals(view, parts, cross);
  if (coarsest === Infinity) { return false; }
  let room = half(view, total, cross, 0);
  for (let i = 0; i < parts.length; i++) { room += half(view, parts[i], cross, coarsest); }
  return excess <= room;
}

function isAnyScaled(view: View, total: number, parts: readonly number[], cross: number): boolean {
  if (view.isScaled(total, cross) || view.orientation === 'rows') { return view.isScaled(total, cross); }
  for (let i = 0; i < parts.length; i++) { if (view.isScaled(parts[i], cross)) { return true; } }
  return false;
}

/** @param least digits after the point that a figure written without any is taken to have */
function half(view: View, line: number, cross: number, least: number): number {
  const { places, scale, ticks } = view.sheet;
  const place = view.place(line, cross);
  if (ticks[place] !== ticks[place]) { return 0; }
  return 0.5 * 10 ** (scale - (places[place] === 0 ? least : places[place]));
}

/** Infinity where all are whole. */
function fewestDecimals(view: View, parts: readonly number[], cross: number): number {
  let fewest = Infinity;
  for (let i = 0; i < parts.length; i++) {
    const places = view.sheet.places[view.place(parts[i], cross)];
    if (places > 0 && places < fewest) { fewest = places; }
  }
  return fewest;
}

/** Under a note that figures may not add up, each addend of a rounded column may be off by a whole unit of its last digit. */
export function isWithinNote(view: View, total: number, parts: readonly number[], cross: number, excess: number, n: number): boolean {
  return view.sheet.isRounded && view.shownRoom(total, parts, cross, n) > 0 && excess <= n * view.ulp(total, parts, cross);
}
