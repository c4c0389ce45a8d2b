/**
 * Edit distance between short labels. Invariant: counts insertions, deletions, replacements and swaps of neighbours
 * (restricted Damerau–Levenshtein, as in Scholtus 2009), and never works longer than the bound allows.
 */

/**
 * Rows of the table of distances, used again by every call: two labels are compared at a time, and nothing is read before it is written.
 */
let above = new Int32Array(64);
let before = new Int32Array(64);
let row = new Int32Array(64);

/** The distance, or `bound + 1` when it is larger than `bound`. */
export function distanceWithin(a: string, b: string, bound: number): number {
  if (a === b) { return 0; }
  if (Math.abs(a.length - b.length) > bound) { return bound + 1; }
  if (row.length < b.length + 2) {
    above = new Int32Array(b.length + 2);
    before = new Int32Array(b.length + 2);
    row = new Int32Array(b.length + 2);
  }
  const far = bound + 1;
  for (let j = 0; j <= b.length; j++) { above[j] = j <= bound ? j : far; }
  for (let i = 1; i <= a.length; i++) {
    // Only cells within `bound` of the diagonal can stay within the bound; those beside them count as far.
    const from = Math.max(1, i - bound);
    const to = Math.min(b.length, i + bound);
    const own = a.charCodeAt(i - 1);
    row[from - 1] = from === 1 && i <= bound ? i : far;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = above[j - 1] + (own === other ? 0 : 1);
      if (above[j] < cost) { cost = above[j] + 1; }
      if (row[j - 1] < cost) { cost = row[j - 1] + 1; }
      if (i > 1 && j > 1 && own === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && before[j - 2] < cost) {
        cost = before[j - 2] + 1;
      }
      if (cost > far) { cost = far; }
      row[j] = cost;
      if (cost < least) { least = cost; }
    }
    if (least > bound) { return far; }
    if (to < b.length) { row[to + 1] = far; }
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return Math.min(above[b.length], far);
}
