/**
 * What the prose says of requests, reviews and lawsuits, beside what the tables say. Invariant: only statements about the
 * report's own year in sections one, three and four count; each claim has all meanings its words can have, likeliest
 * first, and a claim with a meaning that the table leaves open is left out.
 */
import { onceFor } from '../../model/onceFor';
import type { Claim } from '../../prose/claims';
import { mayBeOwn, ownNameOf } from '../../prose/identity';
import { statementsIn, type Statement } from '../../prose/statements';
import type { DatedDenial, Denial } from '../../prose/denials';
import { shifted, type Span } from '../../text/span';
import { meaningsOf, meaningOfDenial, type Meaning, type Setting } from './meanings';
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

/** Statements with claims or denials that can be compared, in order. */
export const toldOf = onceFor((context: DocumentContext): readonly Told[] => (
  tableOf(context, 'requests') || tableOf(context, 'reviews') ? readTold(context) : []
));

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
  const all = [...statementsOf(context)];
  const check = new Check(context);
  const paragraphs = new Map<string, Told[]>();
  const withCarry = new Set(all.filter(({ statement }) => statement.claims.some(({ label }) => OF_CARRY.has(label))).map(paragraphKey));
  for (const one of all) {
    const { statement, at, passage } = one;
    if (statement.year !== null && year !== null && statement.year.value !== year) { continue; }
    const key = paragraphKey(one);
    let paragraph = paragraphs.get(key);
    if (paragraph === undefined) { paragraphs.set(key, paragraph = []); }
    if (paragraph.length >= LONGEST_PARAGRAPH) { continue; }
    const text = passage.plain.slice(statement.start, statement.end);
    const setting = { text, includesCarry: statement.includesCarry, mentionsCarry: withCarry.has(key) };
    paragraph.push({
      statement, at, paragraph, text,
      claims: statement.claims.flatMap((claim) => check.claim(claim, at, setting) ?? []),
      denials: statement.denials.flatMap((denial) => check.denial(denial, at) ?? []),
    });
    told.push(paragraph.at(-1)!);
  }
  return told;
}

/** Sets what sentences say against the tables of a report. */
class Check {
  private own: string | undefined;

  constructor(private readonly context: DocumentContext) {}

  /** @param at where the passage starts that the claim's offsets count from; null where it cannot be compared */
  claim(claim: Claim, at: number, setting: Setting): CheckedClaim | null {
    const table = claim.quantity.exact && this.isOwn(claim) ? tableFor(this.context, claim) : undefined;
    const meanings = table && meaningsOf(claim, table, setting);
    return table && meanings ? { claim, table, meanings, span: shifted(claim, at), value: claim.quantity.value } : null;
  }

  /** The same for what is said not to be there. */
  denial(denial: DatedDenial, at: number): CheckedDenial | null {
    if (!this.isOwn(denial)) { return null; }
    const table = tableOf(this.context, denial.denied === 'review' || denial.denied === 'litigation' ? 'reviews' : 'requests');
    const meaning = table && meaningOfDenial(denial, table);
    return table && meaning ? { denial, table, meaning, span: shifted(denial, at) } : null;
  }

  /** Whether it is said of the report's own year and of its own body. */
  private isOwn({ year, body }: Claim | DatedDenial): boolean {
    const { report } = this.context;
    return (report.year === null || year === null || year === report.year)
      && (body === null || mayBeOwn(body, this.own ??= ownNameOf(report)));
  }
}

const OF_CARRY: ReadonlySet<string> = new Set(['carry', 'forward', 'carried']);

function paragraphKey({ statement, at }: { readonly statement: Statement; readonly at: number }): string {
  return `${at}:${statement.line}`;
}

const OF_REVIEWS: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after']);

function tableFor(context: DocumentContext, { label }: Claim): PlacedTable | undefined {
  return tableOf(context, OF_REVIEWS.has(label) ? 'reviews' : 'requests');
}
