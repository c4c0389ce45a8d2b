/**
 * A sheet looked at one way: lines that may be totals of one another, crossed by lines that vote. Rows are lines of
 * columns' votes, and the other way round. Invariant: a vote is counted in exact whole ticks; a line that is no
 * candidate for a sum (ranks, averages, headings) has no part in any.
 */
import { Remark } from './figure';
import type { Line } from './lines';
import { isWithinNote, isWithinWriting } from './rounding';
import { State, type Sheet } from './sheet';
import { saysOnce } from './words';

export type Orientation = 'rows' | 'columns';

/** What one cross says of a relation. */
export const Say = { Nothing: 0, Balanced: 1, Broken: 2, Open: 3 } as const;

export interface Vote {
  readonly says: Uint8Array;
  readonly balanced: number;
  /** Balanced with two addends that are not 0, or more. */
  readonly strong: number;
  readonly broken: number;
  /** Balanced to the last digit. */
  readonly exact: number;
  /** Decimal digits of the totals that balance: how unlikely it is that they do by chance. */
  readonly digits: number;
}

/** The lines that add up to `times` × a total; those in `minus` are taken off. */
export interface Parts {
  readonly lines: readonly number[];
  readonly minus: ReadonlySet<number>;
  /** 2 where each figure is counted twice, in a subtotal and by itself. */
  readonly times: number;
}

export class View {
  readonly count: number;
  readonly crosses: number;
  readonly lines: readonly Line[];
  readonly crossLines: readonly Line[];
  /** Cells looked at so far: searches stop when it grows too large. */
  work = 0;
  private readonly lineStep: number;
  private readonly crossStep: number;
  /** Headings, blank rows: they part what stands above from what stands below. */
  readonly isBreak: Uint8Array;
  /** Averages, ranks, years, codes: never in a sum. */
  readonly isOut: Uint8Array;
  private readonly isMoney: Uint8Array;
  /** Crosses that need not add up whatever the figures: rates, ranks, what is counted once. */
  private loose: Uint8Array | undefined;
  private hasApproximate: boolean | undefined;

  constructor(readonly sheet: Sheet, readonly orientation: Orientation) {
    const byRows = orientation === 'rows';
    const width = sheet.columns.length;
    this.lines = byRows ? sheet.rows : sheet.columns;
    this.crossLines = byRows ? sheet.columns : sheet.rows;
    this.count = this.lines.length;
    this.crosses = this.crossLines.length;
    this.lineStep = byRows ? width : 1;
    this.crossStep = byRows ? 1 : width;
    this.isBreak = new Uint8Array(this.count);
    this.isOut = new Uint8Array(this.count);
    this.isMoney = new Uint8Array(width);
    for (let line = 0; line < this.count; line++) {
      const { kind } = this.lines[line];
      if (byRows && sheet.isBreak[line] === 1) { this.isBreak[line] = 1; }
      if (kind === 'aggregate' || kind === 'ordinal' || (!byRows && this.isSerial(line))) { this.isOut[line] = 1; }
    }
    for (let column = 0; column < width; column++) {
      for (let i = column; i < sheet.remarks.length; i += width) {
        if ((sheet.remarks[i] & Remark.Currency) !== 0) { this.isMoney[column] = 1; break; }
      }
    }
  }

  place(line: number, cross: number): number { return line * this.lineStep + cross * this.crossStep; }

  tick(line: number, cross: number): number { return this.sheet.ticks[line * this.lineStep + cross * this.crossStep]; }

  /** Decimals that figures of this line and cross are compared with. */
  decimals(line: number, cross: number): number {
    return this.sheet.decimals[this.orientation === 'rows' ? cross : line];
  }

  /** Whether figures of this line and cross may be rounded even where they show no decimals. */
  isScaled(line: number, cross: number): boolean {
    return this.sheet.isScaled[this.orientation === 'rows' ? cross : line];
  }

  isMoneyAt(line: number, cross: number): boolean {
    return this.isMoney[this.orientation === 'rows' ? cross : line] === 1;
  }

  /** Whether any figure may be rounded. */
  get mayRound(): boolean {
    return this.sheet.isRounded || this.sheet.scale > 0 || this.sheet.isScaled.includes(true)
      || this.isMoney.includes(1) || this.sheet.decimals.some((d) => d !== 0);
  }

  /** By how many ticks a total of `n` addends may differ by rounding alone; 0 for whole counts that no note calls rounded. */
  room(total: number, parts: readonly number[], cross: number, n: number): number {
    return this.sheet.isRounded ? 0.5 * this.ulp(total, parts, cross) * (n + 1) : this.shownRoom(total, parts, cross, n);
  }

  /** The same by what the figures themselves show: decimals, a scale, much money. */
  shownRoom(total: number, parts: readonly number[], cross: number, n: number): number {
    const { decimals, isScaled } = this.sheet;
    let mayRound = this.isScaled(total, cross) || this.decimals(total, cross) !== 0;
    if (this.orientation === 'columns') {
      for (let i = 0; i < parts.length && !mayRound; i++) { mayRound = isScaled[parts[i]] || decimals[parts[i]] > 0; }
    }
    if (!mayRound && !this.isMoneyAt(total, cross)) { return 0; }
    const ulp = this.ulp(total, parts, cross);
    return mayRound || Math.abs(this.tick(total, cross)) >= MUCH_MONEY * ulp ? 0.5 * ulp * (n + 1) : 0;
  }

  /** Ticks of one unit in the last digit that figures of the line are compared with. */
  ulp(total: number, parts: readonly number[], cross: number): number {
    let decimals = this.decimals(total, cross);
    if (this.orientation === 'columns') {
      for (let i = 0; i < parts.length; i++) { decimals = Math.max(decimals, this.sheet.decimals[parts[i]]); }
    }
    return 10 ** (this.sheet.scale - decimals);
  }

  vote(total: number, parts: Parts): Vote {
    const says = new Uint8Array(this.crosses);
    let balanced = 0;
    let strong = 0;
    let broken = 0;
    let exact = 0;
    let digits = 0;
    this.work += parts.lines.length * this.crosses;
    for (let cross = 0; cross < this.crosses; cross++) {
      const due = this.tick(total, cross) * parts.times;
      if (due !== due || this.crossLines[cross].kind === 'ordinal') { continue; }
      const sum = this.sum(parts, cross);
      if (sum.figures === 0 || (due === 0 && sum.nonZero === 0)) { continue; }
      const excess = Math.abs(due - sum.ticks);
      if (excess <= this.room(total, parts.lines, cross, sum.figures)) {
        says[cross] = Say.Balanced;
        balanced++;
        if (excess === 0) { exact++; }
        if (sum.nonZero >= 2) { strong++; digits += Math.log10(Math.abs(due) + 1); }
      } else if (this.mayDiffer(total, parts.lines, cross) || isMean(due, sum.ticks, sum.figures)
        || this.isRoundedOff(total, parts, cross, excess, sum.figures)) {
        says[cross] = Say.Open;
      } else {
        says[cross] = Say.Broken;
        broken++;
      }
    }
    return { says, balanced, strong, broken, exact, digits };
  }

  /** Whether a line holds a figure there that a total could hold: neither a rate nor a rank. */
  mayBeSum(line: number, cross: number): boolean {
    const { kind } = this.crossLines[cross];
    const value = this.tick(line, cross);
    return value === value && kind !== 'aggregate' && kind !== 'ordinal';
  }

  /** Rates, ranks, what is counted once, and figures marked as approximate need not add up. */
  private mayDiffer(total: number, parts: readonly number[], cross: number): boolean {
    this.loose ??= Uint8Array.from(this.crossLines, (line) => (this.isLoose(line) ? 1 : 0));
    if (this.loose[cross] === 1) { return true; }
    this.hasApproximate ??= this.sheet.remarks.some((remark) => (remark & Remark.Approximate) !== 0);
    return this.hasApproximate && (this.isApproximate(total, cross) || parts.some((part) => this.isApproximate(part, cross)));
  }

  private isLoose({ kind, labels }: Line): boolean {
    return kind === 'aggregate' || kind === 'ordinal' || (this.orientation === 'rows' && saysOnce(labels));
  }

  private isRoundedOff(total: number, { lines, times }: Parts, cross: number, excess: number, n: number): boolean {
    return times === 1 && (isWithinWriting(this, total, lines, cross, excess) || isWithinNote(this, total, lines, cross, excess, n));
  }

  private isApproximate(line: number, cross: number): boolean {
    return (this.sheet.remarks[this.place(line, cross)] & Remark.Approximate) !== 0;
  }

  /** The known parts of one cross, added up. `unknown`: cells that hold something else; `blank`: nothing, or a nil sign. */
  sum({ lines, minus }: Parts, cross: number): { ticks: number; figures: number; nonZero: number; unknown: number; blank: number } {
    let ticks = 0;
    let figures = 0;
    let nonZero = 0;
    let unknown = 0;
    let blank = 0;
    for (let i = 0; i < lines.length; i++) {
      const value = this.tick(lines[i], cross);
      if (value === value) {
        figures++;
        if (value !== 0) { nonZero++; }
        ticks += minus.size > 0 && minus.has(lines[i]) ? -value : value;
      } else if (this.sheet.states[this.place(lines[i], cross)] === State.Unknown) { unknown++; } else { blank++; }
    }
    return { ticks, figures, nonZero, unknown, blank };
  }

  /** 1, 2, 3, …: a column that counts its rows. */
  private isSerial(column: number): boolean {
    let previous = NaN;
    let steps = 0;
    const one = 10 ** this.sheet.scale;
    for (let row = 0; row < this.crosses; row++) {
      const value = this.tick(column, row);
      if (value !== value) { continue; }
      if (previous === previous && value !== previous + one) { return false; }
      if (previous === previous) { steps++; }
      previous = value;
    }
    return steps >= 3;
  }
}

/** A figure near the mean of the others is their mean, not their sum. */
function isMean(due: number, sum: number, n: number): boolean {
  const mean = sum / n;
  return n >= 2 && Math.abs(due - mean) <= 0.05 * Math.abs(mean);
}

/** Sums of money this large are often products that were rounded one by one. */
const MUCH_MONEY = 100_000;
