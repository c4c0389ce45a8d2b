/**
 * The figures of a sheet as whole ticks of one unit. Invariant: ticks = value × 10^scale in the unit 10^power, exact; what is
 * no figure, or too large to be counted exactly, is NaN and has a state that says why.
 */
import type { Cell } from '../../model/cell';
import { Remark } from './figure';
import { PLAIN, type Grid } from './grid';
import { digitsOf, LocaleVotes, type Locale } from './locale';
import type { Line } from './lines';
import { State, type Sheet } from './sheet';

/** Finest and largest figures: a thousand of the largest stay exact in a double. */
const FINEST = 8;
const LARGEST = 2 ** 43;
const LONGEST = 15;

type Body = Pick<Sheet, 'remarks' | 'ticks' | 'states' | 'decimals' | 'places' | 'isScaled' | 'units' | 'scale' | 'power' | 'locale'>;

/** Null where figures are too fine to be counted. */
export function readBody(grid: Grid, gridColumn: readonly number[], columns: readonly Line[]): Body | null {
  const { locale, power } = conventions(grid, gridColumn);
  const width = gridColumn.length;
  const count = (grid.height - grid.headerRows) * width;
  const ticks = new Float64Array(count);
  const places = new Int8Array(count);
  const states = new Uint8Array(count);
  const remarks = new Uint8Array(count);
  const decimals = new Array<number>(width).fill(-Infinity);
  const units = new Array<string | null>(width).fill('');
  const isScaled = columns.map(({ labels }) => labels.some(({ content }) => SCALED.test(content.text)));
  let at = 0;
  for (let row = grid.headerRows; row < grid.height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const figure = grid.figure(row, gridColumn[column]);
      if (figure === PLAIN) {
        ticks[at] = plainValue(grid.cell(row, gridColumn[column]));
        places[at] = power;
        if (power > decimals[column]) { decimals[column] = power; }
        continue;
      }
      const digits = figure === null ? null : digitsOf(figure.core, locale);
      if (figure === null || digits === null || digits.digits.length > LONGEST) {
        ticks[at] = NaN;
        states[at] = stateOf(grid.cell(row, gridColumn[column]));
        continue;
      }
      remarks[at] = figure.remarks;
      units[column] = joinedUnit(units[column], figure.unit);
      places[at] = digits.decimals - figure.power + power;
      if (places[at] > decimals[column]) { decimals[column] = places[at]; }
      if (figure.power > 0) { isScaled[column] = true; }
      ticks[at] = Number(digits.digits) * ((figure.remarks & Remark.Negative) !== 0 ? -1 : 1);
    }
  }
  let scale = 0;
  for (let c = 0; c < width; c++) {
    if (decimals[c] === -Infinity) { decimals[c] = 0; }
    if (decimals[c] > scale) { scale = decimals[c]; }
  }
  if (scale > FINEST) { return null; }
  for (at = 0; at < count; at++) {
    if (states[at] !== State.Figure) { continue; }
    if (scale !== places[at]) { ticks[at] *= 10 ** (scale - places[at]); }
    if (Math.abs(ticks[at]) > LARGEST) { ticks[at] = NaN; states[at] = State.Unknown; }
  }
  return { remarks, ticks, states, decimals, places, isScaled, units, scale, power, locale };
}

/** What signs between digits mean, and the smallest scale that is written: the unit of the table. */
function conventions(grid: Grid, gridColumn: readonly number[]): { locale: Locale; power: number } {
  const votes = new LocaleVotes();
  let power = Infinity;
  for (let row = grid.headerRows; row < grid.height; row++) {
    for (let c = 0; c < gridColumn.length; c++) {
      const figure = grid.figure(row, gridColumn[c]);
      if (figure === null) { continue; }
      if (figure.power < power) { power = figure.power; }
      if (figure === PLAIN) { votes.addPlain(grid.text(row, gridColumn[c]).length); } else { votes.add(figure); }
    }
  }
  return { locale: votes.decide(), power: power === Infinity ? 0 : power };
}

function plainValue(cell: Cell | null): number {
  return cell?.content.amount.kind === 'number' ? cell.content.amount.whole : NaN;
}

const NIL = /^[-‐‑‒–—―−－ー/／无]+$/;

function stateOf(cell: Cell | null): number {
  if (cell === null) { return State.Missing; }
  const { amount } = cell.content;
  if (amount.kind === 'blank') { return State.Blank; }
  return amount.kind === 'dash' && NIL.test(amount.text) ? State.Nil : State.Unknown;
}

const SCALED = /[(（\[/：:]\s*(?:[百千万亿]|in )|千人|千元|万元|亿元|百万|万人|thousand|million|billion|000s|\b(?:k|m|bn)(?:€|\$|£|eur|usd)|[(（](?:m|k|bn|t)[)）]|тыс|млн|млрд|tsd|mio/i;

/** The one unit of a column so far; null where it has several. Words that begin alike are one: hour, hours. */
function joinedUnit(unit: string | null, own: string): string | null {
  if (unit === null || own === '' || own === unit) { return unit; }
  if (unit === '') { return own; }
  return own.slice(0, ALIKE) === unit.slice(0, ALIKE) && own.length >= ALIKE ? unit : null;
}

const ALIKE = 3;
