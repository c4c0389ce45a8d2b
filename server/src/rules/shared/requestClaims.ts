/**
 * What the prose says of requests, reviews and lawsuits, beside what the tables say. Invariant: only statements about the
 * report's own year in sections one, three and four count; each claim has all meanings its words can have, likeliest
 * first, and a claim with a meaning that the table leaves open is left out.
 */
import type { Claim } from '../../prose/claims';
import { mayBeOwn, ownNameOf } from '../../prose/identity';
import { statementsIn, type Statement } from '../../prose/statements';
import type { Denial } from '../../prose/denials';
import { shifted, type Span } from '../../text/span';
import { meaningsOf, meaningOfDenial, type Meaning } from './meanings';
import type { DocumentContext, PlacedTable } from '../rule';
import { tableOf } from './reportTables';

export interface Told {
  readonly statement: Statement;
  /** Where the passage starts that the offsets of statement and claims count from. */
  readonly at: number;
  /** All that is told in the same paragraph, this included. */
  readonly paragraph: readonly Told[];
  readonly text: string;
  readonly claims: readonly CheckedClaim[];
  readonly denials: readonly CheckedDenial[];
}

export interface CheckedClaim {
  readonly claim: Claim;
  readonly table: PlacedTable;
  /** Sums are those of the table. */
  readonly meanings: readonly Meaning[];
  /** Offsets in the document. */
  readonly span: Span;
  readonly value: number;
}

export interface CheckedDenial {
  readonly denial: Denial;
  readonly table: PlacedTable;
  readonly meaning: Meaning;
  readonly span: Span;
}

/** Statements of one paragraph that are looked at; no report has as many. */
const LONGEST_PARAGRAPH = 60;
const SPOKEN_IN = new Set([1, 3, 4]);
const kept = new WeakMap<DocumentContext, readonly Told[]>();

/** Statements with claims or denials that can be compared, in order. */
export function toldOf(context: DocumentContext): readonly Told[] {
  let told = kept.get(context);
  if (told === undefined) {
    told = tableOf(context, 'requests') || tableOf(context, 'reviews') ? readTold(context) : [];
    kept.set(context, told);
  }
  return told;
}

/** Years that statements name instead of the report's, where they are the year before or after it. */
export function strayYears(context: DocumentContext): { readonly span: Span; readonly year: number }[] {
  const { year, period } = context.report;
  if (year === null || (period !== null && period.from.year !== year)) { return []; }
  const found: { span: Span; year: number }[] = [];
  for (const { statement, at, passage } of statementsOf(context)) {
    const said = statement.year;
    if (said === null || Math.abs(said.value - year) !== 1 || (statement.claims.length === 0 && statement.denials.length === 0)) {
      continue;
    }
    const line = passage.lines[statement.line].text;
    if (!line.includes(String(year))) { found.push({ span: { start: at + said.start, end: at + said.start + 4 }, year: said.value }); }
  }
  return found;
}

function* statementsOf({ report }: DocumentContext) {
  if (report.sections.length === 0) { return; }
  for (const { start, passage } of report.passages) {
    for (const statement of passage.read(statementsIn)) {
      const at = start + statement.start;
      const section = report.sections.findLast(({ body }) => body.start <= at);
      if (section !== undefined && SPOKEN_IN.has(section.official)) { yield { statement, at: start, passage }; }
    }
  }
}

function readTold(context: DocumentContext): Told[] {
  const told: Told[] = [];
  const { year } = context.report;
  let own: string | undefined;
  const all = [...statementsOf(context)];
  const paragraphs = new Map<string, Told[]>();
  const withCarry = new Set(all.filter(({ statement }) => statement.claims.some(({ label }) => OF_CARRY.has(label))).map(paragraphKey));
  for (const one of all) {
    const { statement, at, passage } = one;
    if (statement.year !== null && year !== null && statement.year.value !== year) { continue; }
    const key = paragraphKey(one);
    let paragraph = paragraphs.get(key);
    if (paragraph === undefined) { paragraphs.set(key, paragraph = []); }
    const text = passage.plain.slice(statement.start, statement.end);
    const mentionsCarry = withCarry.has(key);
    const claims: CheckedClaim[] = [];
    for (const claim of statement.claims) {
      const isOwn = claim.body === null || mayBeOwn(claim.body, own ??= ownNameOf(context.report));
      const table = claim.quantity.exact && isOfYear(claim, year) && isOwn ? tableFor(context, claim) : undefined;
      const meanings = table && meaningsOf(claim, table, { text, includesCarry: statement.includesCarry, mentionsCarry });
      if (table && meanings) { claims.push({ claim, table, meanings, span: shifted(claim, at), value: claim.quantity.low }); }
    }
    const denials: CheckedDenial[] = [];
    for (const denial of statement.denials) {
      if (!isOfYear(denial, year)) { continue; }
      if (denial.body !== null && !mayBeOwn(denial.body, own ??= ownNameOf(context.report))) { continue; }
      const table = tableOf(context, denial.denied === 'review' || denial.denied === 'litigation' ? 'reviews' : 'requests');
      const meaning = table && meaningOfDenial(denial, table);
      if (table && meaning) { denials.push({ denial, table, meaning, span: shifted(denial, at) }); }
    }
    if (paragraph.length >= LONGEST_PARAGRAPH) { continue; }
    paragraph.push({ statement, at, paragraph, text, claims, denials });
    told.push(paragraph.at(-1)!);
  }
  return told;
}

function isOfYear(said: { readonly year: number | null }, year: number | null): boolean {
  return year === null || said.year === null || said.year === year;
}

const OF_CARRY: ReadonlySet<string> = new Set(['carry', 'forward', 'carried']);

function paragraphKey({ statement, at }: { readonly statement: Statement; readonly at: number }): string {
  return `${at}:${statement.line}`;
}

const OF_REVIEWS: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after']);

function tableFor(context: DocumentContext, { label }: Claim): PlacedTable | undefined {
  return tableOf(context, OF_REVIEWS.has(label) ? 'reviews' : 'requests');
}
