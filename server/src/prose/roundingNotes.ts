/**
 * Notes that figures may not add up because they were rounded: 由于四舍五入，分项之和与合计可能不等; totals may not add due to
 * rounding. Invariant: a note names the rounding and what does not agree because of it, both on one line or two; a text without
 * a word for rounding costs one search for each such word, and no more.
 */
import type { Span } from '../text/span';
import { lineFeedAt, type Lines } from '../text/lines';

export interface RoundingNote extends Span {
  /** It says itself that it speaks of all tables: 本报告, throughout this report. */
  readonly isGeneral: boolean;
}

/** Stems that every note holds one of. */
const STEMS = [
  '四舍五入', '四捨五入', '取舍', '舍入', '尾差', '尾数', '端数', 'ounding', 'ROUNDING', 'rounded', 'undung', 'undet', 'Runden', 'rrondi', 'edonde',
  'rredond', 'rrotond', 'круглен',
];

const NOTE_IN_CHARACTERS = new RegExp([
  String.raw`(?:[四][舍捨]五入|取舍|舍入|尾差|尾数|端数).*?(?:不等|不符|不一致|不相等|不完全|不吻合|不平|差异|误差|尾差|出入|略有|相差|合わない|一致しない|機械的|机械调整)`,
  String.raw`(?:不等|不符|不一致|不相等|不完全相|不吻合|差异|误差|尾差|出入|略有|相差).*?(?:[四][舍捨]五入|取舍|舍入|尾数)`,
].join('|'));
/** A rule of computing (得分四舍五入，与实际不符的…) gives no cause and speaks of no sum. */
const OF_SUMS = /合计|总计|总[数和]|之和|分项|各项|加总|相加|小计|明细|合計|内訳|(?:因|由于).{0,12}(?:[四][舍捨]五入|取舍|舍入|尾数)|(?:[四][舍捨]五入|取舍|舍入|尾数).{0,12}(?:原因|关系|関係|导致|造成|引起|产生|所致|影响)|(?:[四][舍捨]五入|取舍|舍入)的?(?:误差|尾差|差异)/;

const NOTE = new RegExp([
  String.raw`\bround(?:ing|ed)\b.*?\b(?:(?:may|might|do|does|did|will|need|can|could|should)\s?(?:not|n['’]t)|cannot)\s+(?:\w+ly\s+|always\s+|quite\s+)?(?:add|sum|total|equal|agree|match|tally|correspond|be equal|reconcile|foot)\b`,
  String.raw`\b(?:(?:may|might|do|does|did|will|need|can|could|should)\s?(?:not|n['’]t)|cannot)\s+(?:\w+ly\s+|always\s+|quite\s+)?(?:add|sum|total|equal|agree|match|tally|correspond|be equal|reconcile|foot)\b.*?\bround(?:ing|ed)\b`,
  String.raw`\b(?:differences?|discrepanc(?:y|ies))\b.*?\b(?:due to|because of|result of|caused by|from|owing to)\b.{0,40}\brounding\b|\bdue to\b.{0,40}\brounding\b.{0,60}\b(?:differ|differences?|discrepanc(?:y|ies))\b|\brounding (?:differences|discrepancies)\b`,
  String.raw`(?:Rundungs(?:differenz|abweichung|bedingt)|rundungsbedingt|(?:Abweichung|Differenz).*?(?:Rundung|Runden|gerundet)|(?:Rundung|Runden|gerundet).*?(?:Abweichung|Differenz))`,
  String.raw`arrondi.*?(?:somme|total|totaux|additionn|écart|différence)|(?:somme|total|totaux|additionn|écart|différence).*?arrondi`,
  String.raw`a?r?redonde.*?(?:suma|total|coincid|diferenci)|(?:suma|total|coincid|diferenci).*?redonde`,
  String.raw`arredond.*?(?:soma|total|coincid|diferenç)|(?:soma|total|coincid|diferenç).*?arredond`,
  String.raw`arrotond.*?(?:somma|total|differenz)|(?:somma|total|differenz).*?arrotond`,
  String.raw`округлен.*?(?:итог|сумм|расхожд)|(?:итог|сумм|расхожд).*?округлен`,
].join('|'), 'i');

const GENERAL = /本报告|本公报|本年鉴|全文|文中|各表|所有表|报告中|this (?:report|document|publication|release|paper)|throughout|all tables|(?:in )?the tables|dieses Berichts|den Tabellen|ce rapport|este informe/i;
const LONGEST = 400;
const NONE: readonly RoundingNote[] = [];

/**
 * In document order; the span is the line.
 * @param earlier what was found in the text that `lines` were taken over from: only what changed since, and the line on either side, is
 * read
 */
export function roundingNotesOf(
  lines: Lines, earlier?: { readonly text: string; readonly notes: readonly RoundingNote[] },
): readonly RoundingNote[] {
  const { text, starts, count, fresh } = lines;
  if (earlier === undefined) { return notesIn(text, 0, text.length); }
  const from = starts[Math.max(0, fresh.first - 1)];
  const to = fresh.next + 1 < count ? starts[fresh.next + 1] : text.length;
  const moved = text.length - earlier.text.length;
  const found = notesIn(text, from, to);
  if (earlier.notes.length === 0) { return found; }
  return [
    ...earlier.notes.filter(({ start }) => start < from),
    ...found,
    ...earlier.notes.filter(({ start }) => start + moved >= to)
      .map((note) => ({ ...note, start: note.start + moved, end: note.end + moved })),
  ];
}

/** Those on the lines of [from, to). */
function notesIn(text: string, from: number, to: number): readonly RoundingNote[] {
  const own = text.slice(from, to);
  let found: Map<number, RoundingNote> | undefined;
  for (const stem of STEMS) {
    for (let inside = own.indexOf(stem); inside >= 0; inside = own.indexOf(stem, inside)) {
      const at = from + inside;
      const start = text.lastIndexOf('\n', at) + 1;
      const feed = lineFeedAt(text, at);
      const end = feed < 0 ? text.length : feed;
      const note = found?.get(start) ?? noteAt(text, start, at, end);
      if (note !== null) { (found ??= new Map()).set(start, note); }
      inside = end - from;
    }
  }
  return found === undefined ? NONE : [...found.values()].sort((a, b) => a.start - b.start);
}

/** @param at where the word for rounding stands; of a long line only what is around it is read */
function noteAt(text: string, start: number, at: number, end: number): RoundingNote | null {
  const line = text.slice(Math.max(start, at - LONGEST), Math.min(end, at + LONGEST));
  const said = isNote(line) ? line : wrapped(text, start, line, end).find(isNote);
  return said === undefined ? null : { start, end, isGeneral: GENERAL.test(said) };
}

function isNote(text: string): boolean {
  return NOTE.test(text) || (NOTE_IN_CHARACTERS.test(text) && OF_SUMS.test(text));
}

/** Running text breaks anywhere: the line with the one before it, and with the one behind it. Rows of a table stay apart. */
function wrapped(text: string, start: number, line: string, end: number): string[] {
  if (end - start > LONGEST || CELLS.test(line)) { return []; }
  const before = text.slice(Math.max(0, start - LONGEST), Math.max(0, start - 1)).split('\n').pop()!;
  const behind = text.slice(end + 1, end + 1 + LONGEST).split('\n', 1)[0];
  return [`${before} ${line}`, `${line} ${behind}`].filter((lines) => !CELLS.test(lines));
}

const CELLS = /[|\t<>]| {3}/;
