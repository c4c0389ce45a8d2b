/** How wide a text is shown. Invariant: one notion of width for all writers and readers that align by it. */

/** Columns of a monospaced font: two for Chinese characters and full-width signs. Bounds as in Unicode's East Asian Width W and F. */
export function displayWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isWide = (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
      || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6);
    width += isWide ? 2 : 1;
  }
  return width;
}
