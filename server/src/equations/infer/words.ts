/**
 * What the words of a label say about its row or column. Invariant: a word counts only as the whole label, or as its
 * head or tail at a word boundary, never inside a longer one; what is not listed is 'none'.
 */
import type { Cell } from '../../model/cell';
import { HEAD, LAST_WORDS, TAILS, WHOLE, type LabelKind } from './vocabulary';

/** Words that make no sum of a row, whatever it lists; other rates and ordinals are common names of rows. */
const AVERAGES = /^(?:average|avg|mean|median|percent|%|std|max|min|p\d\d|平均|均值|人均|占比|比重|比例|同比|环比|增幅|增速|排名|中位数|最大值|最小值|최대|최소|평균|構成比|割合|前年比|durchschnitt|anteil|moyenne|promedio|média|media|среднее|доля|gemiddelde|średnia|ortalama)|(?:占比|比重|比例|平均|均值|同比|环比|增幅|增速|率|rate|ratio|%)$/;

const LIMIT = 20_000;
const known = new Map<string, LabelKind>();

/** What a column's header says. */
export function kindOfHeader(text: string): LabelKind {
  if (text === '' || text.length > LONGEST) { return 'none'; }
  if (isPlainName(text)) { return 'none'; }
  let kind = known.get(text);
  if (kind === undefined) {
    const label = plainLabel(text);
    kind = classify(label);
    if (kind === 'none' && PER.test(label)) { kind = 'aggregate'; }
    if (known.size >= LIMIT) { known.clear(); }
    known.set(text, kind);
  }
  return kind;
}

/** ASCII words of which neither the first nor the last is in any list: most names, told without further work. */
function isPlainName(text: string): boolean {
  let first = -1;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) { if (first < 0) { first = i; } last = i; continue; }
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isLetter) { return false; }
  }
  if (first === 0 || last === text.length - 1) { return false; }
  const lower = text.toLowerCase();
  return first < 0 ? !TRIGGERS.has(lower) : !TRIGGERS.has(lower.slice(0, first)) && !TRIGGERS.has(lower.slice(last + 1));
}

/** First and last words of everything in the lists. */
const TRIGGERS = new Set([...WHOLE.keys(), ...HEAD.keys(), ...LAST_WORDS.keys()].flatMap((words) => {
  const parts = words.split(' ');
  return [parts[0], parts[parts.length - 1]];
}));

/** What a row's label says: a row may be called Price or Code and still be one of many that add up. */
export function kindOfLabel(text: string): LabelKind {
  const kind = kindOfHeader(text);
  if (kind === 'ordinal') { return NUMBERS_OF_COLUMNS.test(text) ? kind : 'none'; }
  return kind === 'aggregate' && !AVERAGES.test(plainLabel(text).replace(WIDE_SPACE, '')) ? 'none' : kind;
}

/** A row that counts the columns. */
const NUMBERS_OF_COLUMNS = /^[\s*]*[栏列行]\s*次[\s*]*$/;
const LONGEST = 80;
const PER = /[^\d\s/][^/]*\s?\/\s?(?:h|hour|day|night|nuit|jour|month|mois|year|yr|unit|person|人|天|日|月|年|件|чел|день|шт|мес|stk|stück|pers|u|ud|kg|m²?|l|km)\b|[每\/](?:人|天|日|月|年|件)|\/\s?(?:чел|день|шт|мес)/;

/** Any word that makes a line a candidate for a total by its name. */
export function saysTotal(kind: LabelKind): boolean {
  return kind === 'total' || kind === 'grand' || kind === 'subtotal' || kind === 'scoped';
}

/** 去重, unique, active users: what several lines count is counted once in their total. */
const COUNTED_ONCE = /活跃(?:用户|客户|人数)|独立(?:访客|用户|IP)|\b(?:[dwm]au|uv|active (?:users?|customers?|accounts?|members?))\b|去重|剔除重复|不重复|不含重复|重复计|多选|可兼|\b(?:unique|distinct|deduplicated|multiple (?:answers|responses|choices?|selections?)|(?:select|choose|tick|check) all that apply|more than one (?:answer|response))\b|mehrfachnennung/i;

export function saysOnce(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => COUNTED_ONCE.test(content.text));
}

/**
 * 主动公开政府信息数: one piece of information counts once in whatever channels it was published; as a column's header it says nothing of its rows.
 */
const INFORMATION_COUNTED = /主动公开(?:的?政府)?信息(?:的?总?(?:数|条数|数量)|总量)/;

export function totalSaysOnce(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => COUNTED_ONCE.test(content.text) || INFORMATION_COUNTED.test(content.text));
}

/** 人次, visits count every time, 人数, visitors every person: in a total of the latter a person may count once. */
const EACH_TIME = /人次|户次|家次|\b(?:visits|sessions|attendances|admissions)\b/i;
const EACH_ONE = /人数|户数|家数|\b(?:visitors|users|attendees|patients|people|persons)\b/i;

export function saysEachTime(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => EACH_TIME.test(content.text));
}

export function saysEachOne(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => EACH_ONE.test(content.text));
}

/** What runs side by side takes less time than the sum of its parts. */
const ELAPSED = /\b(?:time|duration|elapsed|wall[- ]?clock)\b|耗时|用时|历时|运行时间/i;

export function saysElapsed(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => ELAPSED.test(content.text));
}

/** What a sum may be less, though its figures bear no sign. */
const MAY_BE_TAKEN_OFF = /\b(?:discounts?|deductibles?|deductions?|rebates?|refunds?|credits?|allowances?|coupons?|returns|deposits?|prepaid|paid|withholding)\b|折扣|优惠|减免|抵扣|抵减|冲减|核减|退款|退回|扣款|扣除|预付|已付|订金|定金|返还|\brabatt|\bskonto|\bremise\b|\bacompte\b|\bdescuento/i;

export function mayBeTakenOff(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => MAY_BE_TAKEN_OFF.test(content.text));
}

function classify(spaced: string): LabelKind {
  const label = CJK.test(spaced) ? spaced.replace(WIDE_SPACE, '') : spaced;
  const whole = WHOLE.get(label);
  if (whole !== undefined) { return whole; }
  const numbered = NUMBERED.exec(label);
  if (numbered !== null) {
    const unnumbered = WHOLE.get(numbered[1]) ?? 'none';
    if (saysTotal(unnumbered)) { return unnumbered; }
  }
  const space = spaced.search(BOUNDARY);
  if (space > 0) {
    const head = HEAD.get(spaced.slice(0, space));
    if (head === 'part' && label.startsWith('of') && !label.startsWith('of which')) { return 'none'; }
    if (head !== undefined) { return head; }
    const second = spaced.slice(space + 1).search(BOUNDARY);
    if (second > 0 && saysTotal(WHOLE.get(spaced.slice(0, space + 1 + second)) ?? 'none')) { return 'scoped'; }
  }
  const lastSpace = label.lastIndexOf(' ');
  if (lastSpace > 0) {
    const last = LAST_WORDS.get(label.slice(lastSpace + 1));
    if (last !== undefined) { return last; }
  }
  if (/^(?:平均|人均|每)/.test(label)) { return 'aggregate'; }
  if (label.charCodeAt(label.length - 1) >= 0x80 || label.endsWith('%')) {
    for (const [tail, kind] of TAILS) { if (label.endsWith(tail)) { return kind; } }
  }
  return NET.test(label) ? 'difference' : 'none';
}

/** 小计1, 合计二, 小计A, Total¹: one of several, or with the number of a note. */
const NUMBERED = /^([^\d\s]{2,})(?:\d{1,2}|[一二三四五六七八九十]{1,2}|(?<=[\u3400-\u9fff])[a-z])$/;
/** 净收入, 净增; not 净化, 净水. */
const NET = /^净[收支增减流出入利资额值结余]/;
const EDGES = /^[\s*_~`·・•※◆■>▪▫○●→└├─\-–—]+|[\s*_~`:：·。.]+$/g;
const ASIDE = /\s*[(（\[【][^)）\]】]*[)）\]】]?\s*$/;
const BOUNDARY = /[\s:：(（/_-]/;
const WIDE_SPACE = /\s+/g;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;

/** Lower case, without marks, bullets, colons and a remark in brackets at the end. */
export function plainLabel(text: string): string {
  let label = text.includes('](') ? text.replace(LINK, '$1') : text;
  label = label.normalize('NFKC').replace(EDGES, '');
  if (label.length > 3) { label = label.replace(ASIDE, '').replace(EDGES, '') || label; }
  return label.toLowerCase().replace(WIDE_SPACE, ' ');
}
