/**
 * Text to GB18030, for files that are to be written back as they were. Invariant: the bytes decode to the very text, or there
 * are none: characters beyond the Basic Multilingual Plane are left to a person.
 */
let known: Map<string, readonly number[]> | undefined;

/** Bytes of each character, learnt from the decoder itself; two bytes where there is a choice. */
function codes(): Map<string, readonly number[]> {
  if (known !== undefined) { return known; }
  known = new Map();
  const decoder = new TextDecoder('gb18030');
  for (const bytes of sequences()) {
    const decoded = decoder.decode(Uint8Array.from(bytes));
    if (decoded.length === 1 && decoded !== '\ufffd' && !known.has(decoded)) { known.set(decoded, bytes); }
  }
  return known;
}

/** Two bytes: 81–FE, then 40–7E or 80–FE. Four bytes, as far as that plane goes: 81–84, 30–39, 81–FE, 30–39. */
function* sequences(): Iterable<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) { yield [lead, trail]; }
    }
  }
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) { yield [first, second, third, fourth]; }
      }
    }
  }
}

/** @returns null where a character has no code here */
export function encodeGb18030(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128) { bytes[length++] = unit; continue; }
    const code = codes().get(text[i]);
    if (code === undefined) { return null; }
    bytes.set(code, length);
    length += code.length;
  }
  return bytes.subarray(0, length);
}
