/** A list of results that claims to be complete does not add up to what the same paragraph says was received or done. */
import { RESULT_GROUPS, type LabelId } from '../prose/labels';
import { quantitiesIn } from '../prose/quantities';
import type { Message } from '../model/message';
import type { Span } from '../text/span';
import { message } from '../messages';
import { groupMeaning, requestTotals, soleSum } from './shared/meanings';
import { toldOf, type CheckedClaim, type Told } from './shared/requestClaims';
import { documentRule, type PlacedTable } from './rule';

interface Facts {
  readonly listed: number;
  readonly due: number;
  /** What `due` is made of: 86 + 5 − 1; '' where it is said outright. */
  readonly terms: string;
  /** Groups the list leaves out, which explain the difference; empty where none do. */
  readonly omitted: readonly Message[];
  /** Where and what to insert; null where the difference has no single explanation. */
  readonly insertion: { readonly at: number; readonly text: string } | null;
}

/** A rest that is not called by the group's name: it may be any groups that the list leaves out. */
const REST = /其余|其[他它](?!处理)[^，,、；;。]{0,12}?[0-9０-９零一二两三四五六七八九十百]/;

/** Fewer groups than this are no complete list. */
const COMPLETE_FROM = 4;

export const prosePartsSum = documentRule<Facts>({
  id: 'prose-parts-sum',
  level: 'information',
  *find(context) {
    const told = toldOf(context);
    for (let i = 0; i < told.length; i++) {
      const lists = [told[i]];
      let groups = groupsOf(lists);
      if (groups.length < COMPLETE_FROM && told[i + 1]?.paragraph === told[i].paragraph && groupsOf([told[i + 1]]).length < COMPLETE_FROM) {
        lists.push(told[i + 1]);
        groups = groupsOf(lists);
      }
      if (groups.length < COMPLETE_FROM) { continue; }
      const { paragraph } = told[i];
      if (paragraph.some(({ claims }) => claims.some(isAtOdds))) { continue; }
      const facts = check(lists, groups, paragraph, context.text);
      if (facts) {
        yield {
          rule: 'prose-parts-sum', span: spanOfAll(groups), facts, level: facts.omitted.length === 0 ? 'information' : 'warning',
          related: groups.map(({ span, claim, value }) => ({ span, message: message('named.figure', { name: claim.words, value })})),
        };
        i += lists.length - 1;
      }
    }
  },
  explain: ({ facts: { listed, due, terms, omitted } }) => {
    const facts = { listed, due: terms === '' ? due : message('sum.side', { sum: due, terms }), difference: Math.abs(due - listed) };
    return omitted.length === 0
      ? message('prose-parts-sum', facts)
      : message('prose-parts-sum.omitted', { ...facts, omitted: { items: omitted } });
  },
  *repairs({ facts: { insertion } }) {
    if (insertion === null) { return; }
    yield {
      title: message('prose-parts-sum.repair', { text: insertion.text }), kind: 'review', preferred: true,
      changes: [{ kind: 'replaceText', span: { start: insertion.at, end: insertion.at }, text: insertion.text }],
    };
  },
});

/** Each once: what is named again, or as 公开和部分公开 together, is no further group. */
function groupsOf(told: readonly Told[]): CheckedClaim[] {
  const labels: readonly LabelId[] = [...RESULT_GROUPS, 'r1r2'];
  const found: CheckedClaim[] = [];
  for (const { claims } of told) {
    for (const one of claims) {
      if (labels.includes(one.claim.label) && !found.some((known) => isSaidAgain(one, known))) { found.push(one); }
    }
  }
  const apart = found.some(({ claim }) => claim.label === 'r1' || claim.label === 'r2');
  return apart ? found.filter(({ claim }) => claim.label !== 'r1r2') : found;
}

function isSaidAgain({ claim, value }: CheckedClaim, known: CheckedClaim): boolean {
  return claim.label === known.claim.label && value === known.value;
}

/** Reported otherwise: it will differ from the table once that is repaired, or may. */
function isAtOdds({ meanings, value, table }: CheckedClaim): boolean {
  const sums = meanings.map((meaning) => soleSum(meaning, table));
  return sums.includes(null) || !sums.includes(value);
}

function spanOfAll(claims: readonly CheckedClaim[]): Span {
  return { start: claims[0].span.start, end: claims.at(-1)!.span.end };
}

function check(lists: readonly Told[], groups: readonly CheckedClaim[], paragraph: readonly Told[], text: string): Facts | null {
  const said = (...labels: readonly LabelId[]): number | null => valueOf(paragraph, ...labels);
  const listed = groups.reduce((sum, { value }) => sum + value, 0);
  const done = valueOf(lists, 'done') ?? said('done');
  const received = said('new', 'received');
  const carry = paragraph.some(({ statement }) => statement.includesCarry) ? 0 : said('carry') ?? 0;
  const forward = said('forward') ?? 0;
  if (done === null && received === null) { return null; }
  const totals = [
    done, carry > 0 ? null : received, received === null ? null : received + carry, received === null ? null : received + carry - forward,
  ];
  const due = done ?? received! + carry - forward;
  const total = soleTotal(groups[0].table);
  if (total !== null && total !== due) { return null; }
  const isPartial = lists.some(({ statement }) => statement.isPartial);
  if (totals.includes(listed)
    || ((isPartial || lists.some((one) => REST.test(one.text)) || totals.includes(listed + unnamedIn(lists, groups))) && listed < due)) {
    return null;
  }
  const terms = done !== null ? [] : [String(received), ...(carry > 0 ? [`+ ${carry}`] : []), ...(forward > 0 ? [`− ${forward}`] : [])];
  return { listed, due, terms: terms.length < 2 ? '' : terms.join(' '), ...explained(groups, due - listed, text) };
}

function valueOf(told: readonly Told[], ...labels: readonly LabelId[]): number | null {
  for (const { claims } of told) { for (const { claim, value } of claims) { if (labels.includes(claim.label)) { return value; } } }
  return null;
}

/** 总计 of the table: what the paragraph names may leave out something of it, such as what was carried over. */
function soleTotal(table: PlacedTable): number | null {
  const totals = requestTotals(table);
  return totals === null ? null : soleSum(totals[0], table);
}

/** Figures after the first group that are of no group listed (撤回 2 件, 逾期不补正 3 件): they may be the groups left out. */
function unnamedIn(lists: readonly Told[], groups: readonly CheckedClaim[]): number {
  const { start } = spanOfAll(groups);
  const listed = new Set(groups.map(({ claim }) => claim.label));
  let sum = 0;
  for (const { statement, at, text, claims } of lists) {
    const offset = at + statement.start;
    for (const { start: from, end, exact, value } of quantitiesIn(text)) {
      const claimed = claims.find(({ span }) => span.start < offset + end && offset + from < span.end);
      const isListed = claimed !== undefined && (listed.has(claimed.claim.label) || !isOfGroupLeftOut(claimed.claim.label, listed));
      if (exact && offset + from >= start && !isListed) { sum += value; }
    }
  }
  return sum;
}

function isOfGroupLeftOut(label: LabelId, listed: ReadonlySet<LabelId>): boolean {
  const group = label === 'unamended' || label === 'withdrawn' ? 'r6' : /r\d/.exec(label)?.[0];
  return group !== undefined && !listed.has(group as LabelId);
}

/** The groups left out whose figures in the table make up the difference: one of them, or all together. */
function explained(groups: readonly CheckedClaim[], difference: number, text: string): Pick<Facts, 'omitted' | 'insertion'> {
  const { table } = groups[0];
  const left = difference > 0 ? omittedGroups(groups, table) : [];
  const single = left.find(({ sum }) => sum === difference);
  if (single) { return { omitted: [figureOf(single)], insertion: insertionOf(groups, single, text) }; }
  const all = left.reduce((sum, one) => sum + one.sum, 0);
  return { omitted: left.length > 1 && all === difference ? left.map(figureOf) : [], insertion: null };
}

function figureOf({ name, sum }: Group): Message { return message('named.figure', { name, value: sum }); }

interface Group { readonly number: number; readonly name: string; readonly sum: number }

function omittedGroups(groups: readonly CheckedClaim[], table: PlacedTable): Group[] {
  const has = (label: LabelId): boolean => (
    groups.some(({ claim }) => claim.label === label || (claim.label === 'r1r2' && (label === 'r1' || label === 'r2')))
  );
  return RESULT_GROUPS.flatMap((label, number) => {
    const meaning = has(label) ? null : groupMeaning(label, table);
    return meaning && meaning.sum > 0 ? [{ number, name: meaning.name.replace(/^（.）/, ''), sum: meaning.sum }] : [];
  });
}

/** After the group that the form puts before it, written as that one is: separator, blanks and unit. */
function insertionOf(groups: readonly CheckedClaim[], { number, name, sum }: Group, text: string): Facts['insertion'] {
  const before = groups.findLast(({ claim }) => RESULT_GROUPS.indexOf(claim.label) < number) ?? groups[0];
  const next = groups.find(({ span }) => span.start > before.span.start) ?? before;
  const separator = next === before ? '，' : text.slice(before.span.end, next.span.start).match(/^[，、；,;]/)?.[0] ?? '，';
  const model = text.slice(before.span.start, before.span.end);
  const tail = /([  ]*)[0-9０-９]+([  ]*)(\D+)$/.exec(model);
  return {
    at: before.span.end, text: `${separator}${name}${tail?.[1] ?? ''}${sum}${tail?.[2] ?? ''}${tail?.[3] ?? before.claim.quantity.unit}`,
  };
}
