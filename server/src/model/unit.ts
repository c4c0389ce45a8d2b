/**
 * Units as cells and headers write them: a scale and a measure, 万元 = 10⁴ × 元. Invariant: only the writing is read here;
 * which unit a cell should have is its row's or column's to say.
 */
export interface Unit {
  /** Power of ten: 4 of 万元. */
  readonly power: number;
  /** The measure without its scale: 元, 件, %; '' of a bare 万. */
  readonly base: string;
}

const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
/** Measure words that count things one by one, so that one may stand for another: 5份 and 5件 are both five. */
const COUNTED = new Set(['件', '份', '条', '宗', '项', '次', '起', '人', '个', '篇', '户', '家', '册', '本', '名', '位', '场', '种', '批', '例', '票', '笔',
  '人次', '户次', '件次', '批次', '期', '所', '处', '字', '套']);

/** 万元 → 10⁴ of 元; 千万 → 10⁷ of nothing. */
export function readUnit(unit: string): Unit {
  let power = 0;
  let at = 0;
  while (at < unit.length && POWERS[unit[at]] !== undefined) { power += POWERS[unit[at++]]; }
  return { power, base: unit.slice(at) };
}

/** Whether figures with this unit are whole numbers of things, as printed. */
export function isCounted(unit: string): boolean {
  return COUNTED.has(unit);
}

export function isMoney(unit: string): boolean {
  return readUnit(unit).base === '元';
}

/** Letters after digits are no unit of these forms but a slip: 1O, 2l. */
export function isLetters(unit: string): boolean {
  const code = unit.charCodeAt(0) | 32;
  return code >= 97 && code <= 122;
}
