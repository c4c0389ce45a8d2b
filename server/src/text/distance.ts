/**
 * Edit distance between short labels. Invariant: counts insertions, deletions, replacements and swaps of neighbours
 * (restricted Damerau–Levenshtein, as in Scholtus 2009), and never works longer than the bound allows.
 */

/** The distance, or `bound + 1` when it is larger than `bound`. */
export function distanceWithin(a: string, b: string, bound: number): number {
  if (a === b) { return 0; }
  if (Math.abs(a.length - b.length) > bound) { return bound + 1; }
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > bound) { return bound + 1; }
    before = above;
    above = row;
  }
  return Math.min(above[b.length], bound + 1);
}
