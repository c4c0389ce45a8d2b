/**
 * Rates that the figures beside them prove: share = part ÷ total, ratio = one column ÷ another (完成率 = 决算数 ÷ 预算数),
 * change = (later − earlier) ÷ earlier.
 * Invariant: a column is a rate only if three rows and three rows in four fit; cut off instead of rounded is
 * fine; what is returned is information about figures of a column that so many others of it prove to be worked out otherwise.
 */
import { bestFit, fit, placeOf, pointsBetween, ratio, type Fit, type WrongRate } from './fit';
import type { Inference } from './infer';
import type { Relation } from './relation';
import type { Sheet } from './sheet';

const MOST_PAIRED = 8;
/** Latin and Cyrillic words count only as whole words: a shareholder is no share, and "part 4" is no part of a whole. */
const SHARE = /占比|比重|比例|构成|百分比|構成比|割合|비율|%|(?<!\p{L})(?:share|shares|percent|percentage|anteil|доля|proporción|quota)(?!\p{L})|^part$|(?<!\p{L})part (?:de|du|des|en)(?!\p{L})/iu;
const CHANGE = /同比|环比|增减|增长|增幅|增速|变化|变动|前年比|増減|증감|Δ|(?<!\p{L})(?:change|growth|delta|increase|yoy|mom|veränderung|évolution|variación|variação|variazione|изменение)(?!\p{L})/iu;

/** 完成率, 执行率, rate: what one column is of another. */
const RATIO = /率|比例|完成|执行|进度|达成|占|百分比|割合|율|률|비율|% ?of |(?<!\p{L})(?:rate|ratio|percent|percentage|share|execution|executed|utili[sz]ation|completion|completed|achieved|achievement|attainment|coverage|quote|anteil|auslastung|erfüllung|erfüllungsgrad|taux|part|tasa|taxa|tasso|ejecución|execução|cumplimiento|исполнение|исполнения|доля)(?!\p{L})/iu;
const PERCENT = /[%％]|百分|(?<!\p{L})percent/iu;

/** Shares of a total that holds; else what one column is of another, row by row. */
export function wrongShares(inference: Pick<Inference, 'sheets' | 'relations'>): WrongRate[] {
  const found: WrongRate[] = [];
  for (const sheet of inference.sheets) {
    for (let column = 0; column < sheet.columns.length; column++) {
      const shares = isRate(sheet, column, SHARE) ? shareFit(inference, sheet, column) : null;
      const best = shares ?? (isRatio(sheet, column) ? ratioFit(sheet, column) : null);
      if (best !== null) { found.push(...best.wrong); }
    }
  }
  return found;
}

function shareFit({ relations }: Pick<Inference, 'relations'>, sheet: Sheet, column: number): Fit | null {
  return bestFit(sheet.columns.map((_, values) => values).filter((values) => values !== column), (values) => {
    const relation = relations.find((one) => isSumIn(one, sheet, values));
    return relation === undefined
      ? null
      : fit(sheet, column, relation.parts.lines, (row) => ratio(sheet, row, values, relation.total, values),
      (row) => [placeOf(sheet, relation.total, values), placeOf(sheet, row, values)]);
  });
}

/** A word for a rate and a sign for per cent, in the header or in the cells. */
function isRatio(sheet: Sheet, column: number): boolean {
  if (!isRate(sheet, column, RATIO) || isRate(sheet, column, CHANGE)) { return false; }
  return sheet.units[column] === '%' || isRate(sheet, column, PERCENT);
}

function ratioFit(sheet: Sheet, column: number): Fit | null {
  return bestFit(pairsFor(sheet, column), ([whole, part]) => fit(sheet, column, rowsOf(sheet), (row) => ratio(sheet, row, part, row, whole),
    (row) => [placeOf(sheet, row, whole), placeOf(sheet, row, part)]));
}

export function wrongChanges({ sheets }: Pick<Inference, 'sheets'>): WrongRate[] {
  const found: WrongRate[] = [];
  for (const sheet of sheets) {
    for (let column = 0; column < sheet.columns.length; column++) {
      if (!isRate(sheet, column, CHANGE)) { continue; }
      const best = isRate(sheet, column, POINTS) || POINTS.test(sheet.units[column] ?? '')
        ? pointsFit(sheet, column)
        : changeFit(sheet, column);
      if (best !== null) { found.push(...best.wrong); }
    }
  }
  return found;
}

function changeFit(sheet: Sheet, column: number): Fit | null {
  return bestFit(pairsFor(sheet, column), ([earlier, later]) => fit(sheet, column, rowsOf(sheet), (row) => {
    const share = ratio(sheet, row, later, row, earlier);
    return share === null ? null : { value: share.value - 100, room: share.room };
  }, (row) => [placeOf(sheet, row, earlier), placeOf(sheet, row, later)]));
}

/** 个百分点: one percentage less another. */
const POINTS = /百分点|(?<!\p{L})(?:pp|p\.p\.|ppt|pps|percentage points?|prozentpunkte?)(?!\p{L})/iu;

function pointsFit(sheet: Sheet, column: number): Fit | null {
  const rates = sheet.columns.map((_, c) => c)
    .filter((c) => c !== column && (sheet.units[c] === '%' || isRate(sheet, c, PERCENT)) && !isRate(sheet, c, CHANGE));
  return bestFit(pairsOf(rates, column), ([earlier, later]) => fit(
    sheet, column, rowsOf(sheet), (row) => pointsBetween(sheet, row, earlier, later),
    (row) => [placeOf(sheet, row, earlier), placeOf(sheet, row, later)],
  ));
}

function rowsOf(sheet: Sheet): number[] { return sheet.rows.map((_, row) => row); }

function pairsFor(sheet: Sheet, column: number): (readonly [number, number])[] {
  return pairsOf(
    sheet.columns.map((_, c) => c).filter((c) => c !== column && sheet.units[c] !== '%' && sheet.columns[c].kind !== 'aggregate'), column,
  );
}

/** Any two of the columns, the nearest to the left of the rate first. */
function pairsOf(others: number[], column: number): (readonly [number, number])[] {
  const near = others.sort((a, b) => distance(a, column) - distance(b, column)).slice(0, MOST_PAIRED);
  return near.flatMap((a) => near.filter((b) => b !== a).map((b) => [a, b] as const));
}

/** What stands behind the rate counts as further off. */
function distance(other: number, column: number): number { return other < column ? column - other : 2 * (other - column); }

/** Columns of shares whose parts add to about 100, but not within their rounding. */
export function sharesOff({ relations, sheets }: Inference): SharesOff[] {
  return sheets.flatMap((sheet) => sheet.columns.flatMap((_, column) => {
    if (!isRate(sheet, column, SHARE)) { return []; }
    const relation = relations.find((one) => one.view.sheet === sheet && one.view.orientation === 'rows' && one.isWhole
      && one.parts.times === 1);
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
    return [{
      sheet, column, place, parts: lines.map((line) => relation.view.place(line, column)),
      sum: (sum.ticks / 10 ** sheet.scale).toFixed(Math.max(0, sheet.decimals[column])),
    }];
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
const known = new Map<RegExp, Map<string, boolean>>([SHARE, CHANGE, RATIO, PERCENT, POINTS].map((words) => [words, new Map()]));
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

function isRate(sheet: Sheet, column: number, words: RegExp): boolean {
  return (words === SHARE && sheet.units[column] === '%') || sheet.columns[column].labels.some(({ content }) => says(content.text, words));
}

function isSumIn({ view, parts, vote }: Relation, sheet: Sheet, column: number): boolean {
  return view.sheet === sheet && view.orientation === 'rows' && parts.times === 1 && parts.minus.size === 0 && vote.says[column] === 1;
}
