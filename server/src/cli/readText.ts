/**
 * Bytes to text. Invariant: nothing is read with replacement characters; what is not text is refused with its reason, and
 * writing the text back in its own encoding gives the same bytes or is refused.
 */
import { encodeGb18030 } from './gb18030';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: Uint8Array;
}

const MARKS: readonly (readonly [Encoding, Uint8Array])[] = [
  ['UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf)], ['UTF-16LE', Uint8Array.of(0xff, 0xfe)], ['UTF-16BE', Uint8Array.of(0xfe, 0xff)],
];
const LONE_SURROGATE = /\p{Surrogate}/u;
const NO_MARK = new Uint8Array(0);

/** @returns why it is not text, where it is not */
export function decode(bytes: Uint8Array): Decoded | 'binary' | 'encoding' {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const [encoding, mark] = marked ?? ['UTF-8' as const, NO_MARK];
  if (!encoding.startsWith('UTF-16') && bytes.includes(0)) { return 'binary'; }
  const text = decodeStrictly(bytes.subarray(mark.length), encoding);
  if (text !== null) { return { text, encoding, mark }; }
  const chinese = marked ? null : decodeStrictly(bytes, 'GB18030');
  return chinese !== null && looksChinese(chinese) ? { text: chinese, encoding: 'GB18030', mark: NO_MARK } : 'encoding';
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Most of what is not ASCII is Chinese characters and their punctuation, and nothing is a control character. */
function looksChinese(text: string): boolean {
  let foreign = 0;
  let chinese = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) { return false; }
    if (code < 128) { continue; }
    foreign++;
    if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)
      || (code >= 0x2010 && code <= 0x2026)) {
      chinese++;
    }
  }
  return chinese * 10 >= foreign * 7;
}

/** @returns null where the encoding cannot say it */
export function encode(text: string, { encoding, mark }: Decoded): Uint8Array | null {
  const bytes = encodeBare(text, encoding);
  return bytes && Buffer.concat([mark, bytes]);
}

function encodeBare(text: string, encoding: Encoding): Uint8Array | null {
  switch (encoding) {
    case 'UTF-8': return LONE_SURROGATE.test(text) ? null : Buffer.from(text, 'utf8');
    case 'UTF-16LE': return Buffer.from(text, 'utf16le');
    case 'UTF-16BE': return Buffer.from(text, 'utf16le').swap16();
    case 'GB18030': return encodeGb18030(text);
  }
}
