/**
 * Writes a value the way a cell of its table is written. Invariant: only the digits change; sign, brackets, currency,
 * scale, unit, links and remarks around them stay, and what is written reads back as the value.
 */
import type Big from 'big.js';
import { cellAt, type Sheet } from './sheet';
import { readFigure, Remark, type Figure } from './figure';

/** The text of the cell at `place` with `value` (in the table's unit) for its figure. */
export function writtenAs(sheet: Sheet, place: number, value: Big): string {
  const { text } = cellAt(sheet, place).content;
  const figure = readFigure(text);
  if (figure === null) { return value.toFixed(); }
  const own = value.times(`1e${sheet.power - figure.power}`);
  const digits = grouped(figure, own.abs(), sheet.locale.decimal);
  const negative = own.lt(0);
  const wasNegative = (figure.remarks & Remark.Negative) !== 0;
  if (negative === wasNegative) { return text.slice(0, figure.start) + digits + text.slice(figure.end); }
  if (negative) { return `${text.slice(0, figure.start)}-${digits}${text.slice(figure.end)}`; }
  const before = text.slice(0, figure.start).replace(/[-−–－△▲(（]\s*$/, '').replace(/^[-−–－△▲]/, '');
  return before + digits + text.slice(figure.end).replace(/^[)）]/, '');
}

const GROUP = /\B(?=(?:\d{3})+$)/g;

/** With as many decimals as were shown, or more where the value needs them, and grouped where the figure was. */
function grouped({ core }: Figure, value: Big, decimal: string): string {
  const at = core.indexOf(decimal);
  const shown = at < 0 ? 0 : core.length - at - 1;
  const plain = value.toFixed();
  const point = plain.indexOf('.');
  const needed = point < 0 ? 0 : plain.length - point - 1;
  const [whole, fraction = ''] = value.toFixed(Math.max(at < 0 || core.lastIndexOf(decimal) !== at ? 0 : shown, needed)).split('.');
  const sign = /[.,'’ \u00a0\u202f\u2009]/.exec(at < 0 ? core : core.slice(0, at))?.[0];
  const head = sign !== undefined && sign !== decimal ? whole.replace(GROUP, sign) : whole;
  return fraction === '' ? head : `${head}${decimal}${fraction}`;
}
