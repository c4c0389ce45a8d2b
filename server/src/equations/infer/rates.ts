/**
 * Shares and changes that the figures beside them prove: share = part ÷ total, change = (later − earlier) ÷ earlier.
 * Invariant: a column is a share or a change only if three rows and three rows in four fit; cut off instead of rounded is
 * fine; what is returned is information about figures of a column that so many others of it prove to be worked out otherwise.
 */
import { digitsOf } from './locale';
import { Remark, readFigure } from './figure';
import type { Inference } from './infer';
import type { Relation } from './relation';
import { cellAt, type Sheet } from './sheet';

export interface WrongRate {
  readonly sheet: Sheet;
  /** Place within the sheet, and what should stand there, as a percentage with the decimals of the cell. */
  readonly place: number;
  readonly due: string;
  /** Places it is worked out from: the earlier figure and the later one, or the whole and the part. */
  readonly from: readonly number[];
}

const LEAST_FITTING = 3;
const MOST_PAIRED = 8;
/** Latin and Cyrillic words count only as whole words: a shareholder is no share, and "part 4" is no part of a whole. */
const SHARE = /占比|比重|比例|构成|百分比|構成比|割合|비율|%|(?<!\p{L})(?:share|shares|percent|percentage|anteil|доля|proporción|quota)(?!\p{L})|^part$|(?<!\p{L})part (?:de|du|des|en)(?!\p{L})/iu;
const CHANGE = /同比|环比|增减|增长|增幅|增速|变化|变动|前年比|増減|증감|Δ|(?<!\p{L})(?:change|growth|delta|increase|yoy|mom|veränderung|évolution|variación|variação|variazione|изменение)(?!\p{L})/iu;

export function wrongShares({ relations, sheets }: Inference): WrongRate[] {
  const found: WrongRate[] = [];
  for (const sheet of sheets) {
    for (const column of ratesIn(sheet, SHARE)) {
      const best = bestFit(sheet.columns.map((_, values) => values).filter((values) => values !== column), (values) => {
        const relation = relations.find((one) => isSumIn(one, sheet, values));
        return relation === undefined ? null : fit(sheet, column, relation.parts.lines, (row) => ({
          due: ratio(sheet, row, values, relation.total, values), from: [placeOf(sheet, relation.total, values), placeOf(sheet, row, values)],
        }));
      });
      found.push(...best);
    }
  }
  return found;
}

export function wrongChanges({ sheets }: Inference): WrongRate[] {
  const found: WrongRate[] = [];
  for (const sheet of sheets) {
    const rows = sheet.rows.map((_, row) => row);
    for (const column of ratesIn(sheet, CHANGE)) {
      const others = sheet.columns.map((_, c) => c).filter((c) => c !== column && sheet.units[c] !== '%').slice(0, MOST_PAIRED);
      const pairs = others.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b] as const));
      found.push(...bestFit(pairs, ([a, b]) => fit(sheet, column, rows, (row) => {
        const share = ratio(sheet, row, b, row, a);
        return { due: share === null ? null : share - 100, from: [placeOf(sheet, row, a), placeOf(sheet, row, b)] };
      })));
    }
  }
  return found;
}

/** Columns of shares whose parts add to about 100, but not within their rounding. */
export function sharesOff({ relations, sheets }: Inference): SharesOff[] {
  return sheets.flatMap((sheet) => ratesIn(sheet, SHARE).flatMap((column) => {
    const relation = relations.find((one) => one.view.sheet === sheet && one.view.orientation === 'rows' && one.isWhole && one.parts.times === 1);
    if (relation === undefined) { return []; }
    const { lines } = relation.parts;
    const due = relation.view.tick(relation.total, column);
    const sum = relation.view.sum(relation.parts, column);
    const hundred = 100 * 10 ** sheet.scale;
    const hasAll = sum.figures === lines.length && lines.every((line) => relation.view.tick(line, column) >= 0);
    if (!hasAll || lines.length < 2 || (due === due && due !== hundred)) { return []; }
    const off = Math.abs(sum.ticks - hundred);
    const room = 0.5 * 10 ** (sheet.scale - sheet.decimals[column]) * (lines.length + 1);
    if (off <= room || off > 0.05 * hundred) { return []; }
    const place = relation.view.place(due === due ? relation.total : lines[lines.length - 1], column);
    return [{ sheet, column, place, parts: lines.map((line) => relation.view.place(line, column)), sum: (sum.ticks / 10 ** sheet.scale).toFixed(Math.max(0, sheet.decimals[column])) }];
  }));
}

export interface SharesOff {
  readonly sheet: Sheet;
  readonly column: number;
  /** The total of the column, else its last part. */
  readonly place: number;
  readonly parts: readonly number[];
  readonly sum: string;
}

/** Headers come again and again: each is looked at once. */
const known = new Map<RegExp, Map<string, boolean>>([[SHARE, new Map()], [CHANGE, new Map()]]);
const MOST_KNOWN = 5000;

function says(header: string, words: RegExp): boolean {
  const answers = known.get(words)!;
  let answer = answers.get(header);
  if (answer === undefined) {
    answer = words.test(header);
    if (answers.size >= MOST_KNOWN) { answers.clear(); }
    answers.set(header, answer);
  }
  return answer;
}

function ratesIn(sheet: Sheet, words: RegExp): number[] {
  const found: number[] = [];
  for (let column = 0; column < sheet.columns.length; column++) {
    if ((words === SHARE && sheet.units[column] === '%') || sheet.columns[column].labels.some(({ content }) => says(content.text, words))) { found.push(column); }
  }
  return found;
}

function isSumIn({ view, parts, vote }: Relation, sheet: Sheet, column: number): boolean {
  return view.sheet === sheet && view.orientation === 'rows' && parts.times === 1 && parts.minus.size === 0 && vote.says[column] === 1;
}

interface Fit { readonly fitting: number; readonly wrong: readonly WrongRate[] }

function bestFit<T>(bases: readonly T[], fitOf: (base: T) => Fit | null): readonly WrongRate[] {
  let best: Fit | null = null;
  for (const base of bases) {
    const one = fitOf(base);
    if (one !== null && one.fitting >= LEAST_FITTING && one.fitting >= 3 * one.wrong.length && (best === null || one.fitting > best.fitting)) { best = one; }
  }
  return best?.wrong ?? [];
}

/** @param dueAt the percentage that should stand in a row, null where it cannot be told, and the places that say so */
function fit(sheet: Sheet, column: number, rows: readonly number[], dueAt: (row: number) => { due: number | null; from: readonly number[] }): Fit {
  const wrong: WrongRate[] = [];
  let fitting = 0;
  for (const row of rows) {
    const place = placeOf(sheet, row, column);
    const value = sheet.ticks[place] / 10 ** sheet.scale;
    if (value !== value || (sheet.remarks[place] & Remark.Approximate) !== 0) { continue; }
    const { due, from } = dueAt(row);
    if (due === null) { continue; }
    const decimals = decimalsAt(sheet, place);
    if (Math.abs(value - due) < 10 ** -decimals * 1.0001) { fitting++; } else { wrong.push({ sheet, place, due: due.toFixed(decimals), from }); }
  }
  return { fitting, wrong };
}

function placeOf(sheet: Sheet, row: number, column: number): number {
  return row * sheet.columns.length + column;
}

function ratio(sheet: Sheet, partRow: number, part: number, wholeRow: number, whole: number): number | null {
  const width = sheet.columns.length;
  const below = sheet.ticks[wholeRow * width + whole];
  const share = (100 * sheet.ticks[partRow * width + part]) / below;
  return below > 0 && share === share ? share : null;
}

function decimalsAt(sheet: Sheet, place: number): number {
  const figure = readFigure(cellAt(sheet, place).content.text);
  return figure === null ? 0 : Math.max(0, digitsOf(figure.core, sheet.locale)?.decimals ?? 0);
}
