/** Kinds of characters by their UTF-16 code. Invariant: one notion of each kind for every reader. */

/** An ASCII digit. */
export function isDigit(code: number): boolean { return code >= 0x30 && code <= 0x39; }

/** A digit, full-width ones included. */
export function isAnyDigit(code: number): boolean { return isDigit(code) || (code >= 0xff10 && code <= 0xff19); }

/** A Chinese character, radical or sign; full-width letters, digits and signs are none. */
export function isChinese(code: number): boolean { return code >= 0x2e80 && code < 0xfe00; }
