/**
 * What `.` and `,` mean in one table. Invariant: decided once from all figures of the table; a sign that only ever
 * parts groups of three is decided by the figures beside it, never cell by cell.
 */
import type { Figure } from './figure';

export interface Locale {
  readonly decimal: '.' | ',';
}

/** A core as digits and a number of decimals; null where it contradicts itself: a date, a version, 1.23.4. */
export interface Digits { readonly digits: string; readonly decimals: number }

/** Evidence for a comma (positive) or a point (negative) as the decimal sign. */
export class LocaleVotes {
  private comma = 0;
  private point = 0;
  private pointThree = 0;
  private commaThree = 0;
  private bareLarge = 0;

  add({ core }: Figure): void {
    const point = core.indexOf('.');
    const comma = core.indexOf(',');
    if (point < 0 && comma < 0) { if (core.length >= 3) { this.bareLarge++; } return; }
    if (point >= 0 && comma >= 0) {
      if (core.lastIndexOf(',') > core.lastIndexOf('.')) { this.comma += 2; } else { this.point += 2; }
      return;
    }
    const at = point >= 0 ? point : comma;
    const sign = core[at];
    const repeated = core.indexOf(sign, at + 1) >= 0;
    const tail = core.length - core.lastIndexOf(sign) - 1;
    const isGroup = tail === 3 && at <= 3 && core[0] !== '0' && !/['’ \u00a0\u202f]/.test(core);
    if (repeated) { if (sign === '.') { this.comma++; } else { this.point++; } return; }
    if (isGroup) { if (sign === '.') { this.pointThree++; } else { this.commaThree++; } return; }
    if (sign === ',') { this.comma++; } else { this.point++; }
  }

  /** A figure of digits alone, so many of them. */
  addPlain(digits: number): void { if (digits >= 3) { this.bareLarge++; } }

  decide(): Locale {
    if (this.comma !== this.point) { return { decimal: this.comma > this.point ? ',' : '.' }; }
    if (this.comma > 0 || this.commaThree >= this.pointThree) { return { decimal: '.' }; }
    return { decimal: this.pointThree > 0 && this.bareLarge > 0 ? ',' : '.' };
  }
}

const SPACES = /['’ \u00a0\u202f\u2009]/g;
const GROUPS = /^\d{1,3}(?:[.,]\d{3})+$/;
const WAN_GROUPS = /^\d{1,4}(?:,\d{4})+$/;

export function digitsOf(core: string, { decimal }: Locale): Digits | null {
  const plain = core.replace(SPACES, '');
  const first = plain.indexOf(decimal);
  if (first < 0) {
    const other = decimal === '.' ? ',' : '.';
    if (!plain.includes(other)) { return { digits: plain, decimals: 0 }; }
    if (GROUPS.test(plain) || WAN_GROUPS.test(plain)) { return { digits: plain.replace(/[.,]/g, ''), decimals: 0 }; }
    return plain.indexOf(other) === plain.lastIndexOf(other)
      ? { digits: plain.replace(other, ''), decimals: plain.length - plain.indexOf(other) - 1 }
      : null;
  }
  if (first !== plain.lastIndexOf(decimal)) { return GROUPS.test(plain) ? { digits: plain.replace(/[.,]/g, ''), decimals: 0 } : null; }
  const whole = plain.slice(0, first);
  const grouped = /[.,]/.test(whole);
  if (grouped && !GROUPS.test(whole)) { return null; }
  return { digits: (grouped ? whole.replace(/[.,]/g, '') : whole) + plain.slice(first + 1), decimals: plain.length - first - 1 };
}
