/**
 * What an exception has to say of a finding so that it covers that finding: its place and its figures. Invariant: made from the
 * finding's own facts and marked text, in no language, so that the same finding gives the same words in every editor.
 */
import type { Fact } from '../model/message';
import type { AnalysedFinding } from './analysis';

const PLACES = ['place', 'name', 'subject', 'row', 'rows', 'column', 'title'] as const;
/** Facts that say how a finding was judged, not what it is about. */
const BESIDE: ReadonlySet<string> = new Set([
  'left', 'right', 'found', 'value', 'broken', 'equations', 'held', 'before', 'lines', 'line', 'due',
]);
const LONGEST = 40;
const NUMBER = /\d[\d.,]*/g;
const IS_NUMBER = /^[-−+]?\d[\d.,]*%?$/;
const BLANK = '（空）';

type Described = Pick<AnalysedFinding, 'span' | 'message'>;

/** The cell, row or section it is about; '' where the finding names none. */
export function placeOf({ message: { facts } }: Described): string {
  for (const key of PLACES) {
    const fact = facts[key];
    const name = typeof fact === 'object' && 'items' in fact ? fact.items.filter((item) => typeof item === 'string').join('、') : fact;
    if (typeof name === 'string' && name !== '') { return clipped(name); }
  }
  return '';
}

/** 0≠3 for two sides that should agree; else the marked text (a long one abridged) and the numbers it is held against. Never ''. */
export function figuresOf({ span, message: { facts } }: Described, text: string): string {
  if (isNumber(facts.left) && isNumber(facts.right)) { return `${String(facts.left)}≠${String(facts.right)}`; }
  const marked = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const parts = [marked.length <= LONGEST ? marked : abridged(marked)];
  for (const [key, fact] of Object.entries(facts)) {
    if (!BESIDE.has(key) && isNumber(fact) && !parts.includes(String(fact))) { parts.push(String(fact)); }
  }
  return parts.filter((part) => part !== '').join('；') || BLANK;
}

/** The numbers of a long passage; where even they are long, how many and a check on them all. */
function abridged(text: string): string {
  const numbers = text.match(NUMBER);
  if (numbers === null) { return `${clipped(text)}#${checkOf(text)}`; }
  const list = numbers.join('，');
  return list.length <= LONGEST ? list : `${numbers.length}个数#${checkOf(list)}`;
}

/** FNV-1a, 32 bits: any change shows, save by a chance of one in four thousand million. */
function checkOf(text: string): string {
  let check = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) { check = Math.imul(check ^ text.charCodeAt(i), 0x01000193) >>> 0; }
  return check.toString(16).padStart(8, '0');
}

function isNumber(fact: Fact | undefined): boolean {
  return typeof fact === 'number' || (typeof fact === 'string' && IS_NUMBER.test(fact));
}

function clipped(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
