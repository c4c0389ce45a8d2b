/**
 * What a fault is, and how it is told whether Gouji found it. Invariant: a report is judged against the same report without
 * the fault, so what was wrong before counts neither for nor against.
 */
import { analyze } from '../../../server/src/analysis/analyze';
import type { AnalysedFinding } from '../../../server/src/analysis/analysis';
import type { Settings } from '../../../server/src/analysis/settings';
import { say } from '../../../server/src/messages';
import type { OtherReport } from '../../../server/src/model/otherReport';
import type { Span } from '../../../server/src/text/span';
import type { Random } from '../../harness/random';
import { write, type Draft } from './draft';

export interface Fault {
  readonly rule: string;
  readonly name: string;
  /** Other rules under which the same cause may be told. */
  readonly accepts?: readonly string[];
  /** Rules that the planted change breaks too, by its nature. */
  readonly brings?: readonly string[];
  /** What was planted repeats a part of the report, with whatever was wrong in it. */
  readonly repeats?: boolean;
  /** What is known of other reports, made of the report before the fault is planted. */
  others?(draft: Draft): readonly OtherReport[];
  /** Levels for rules that are off by default. */
  readonly rules?: Settings['rules'];
  /** Where the planted place may be named: by the finding itself, its related places, or the cells its repairs would change. */
  readonly named?: 'span' | 'related' | 'repairs';
  /** Makes the report ready (still without the fault) and returns what plants it; null where it cannot occur. */
  stage(draft: Draft, random: Random): (() => boolean | void) | null;
}

export interface Outcome {
  readonly found: boolean;
  readonly rightPlace: boolean;
  /** Findings that the fault does not account for. */
  readonly falseFindings: readonly string[];
  readonly before: string;
  readonly text: string;
}

/** Null where the fault cannot be planted in this report and layout. */
export function tryFault(fault: Fault, draft: Draft, random: Random): Outcome | null {
  const plant = fault.stage(draft, random);
  if (plant === null) { return null; }
  const before = write(draft).text;
  const others = fault.others?.(draft) ?? [];
  if (plant() === false) { return null; }
  const { text, plants } = write(draft);
  return text === before ? null : judge(fault, before, text, plants, others);
}

function judge(fault: Fault, before: string, text: string, plants: readonly Span[], others: readonly OtherReport[]): Outcome {
  const settings: Settings = { rules: fault.rules ?? {} };
  const found = (of: string): readonly AnalysedFinding[] => analyze(of, { settings, others }).findings;
  const clean = found(before);
  const findings = found(text);
  const own = [fault.rule, ...fault.accepts ?? []];
  const fresh = without(findings, text, clean, before, true).filter(({ rule }) => own.includes(rule));
  const right = fresh.filter((finding) => plants.some((plant) => names(finding, plant, text, fault.named ?? 'span')));
  const excused = new Set([...own, ...fault.brings ?? []]);
  const stray = without(findings, text, clean, before, false)
    .filter((finding) => (
      !(fault.repeats && clean.some((one) => one.rule === finding.rule && wordsOf(one, before) === wordsOf(finding, text)))
    ))
    .filter((finding) => (right.length > 0 && own.includes(finding.rule) ? !right.includes(finding) : !excused.has(finding.rule)));
  return {
    found: fresh.length > 0, rightPlace: right.length > 0, before, text,
    falseFindings: stray.map((finding) => `${finding.rule} ⟦${text.slice(finding.span.start, finding.span.end).slice(0, 60)}⟧`),
  };
}

/**
 * Findings that the other report has not: none of the same rule at the same place (what was planted between is counted in),
 * none about the same words. @param worded whether a changed message makes a finding another one
 */
function without(
  findings: readonly AnalysedFinding[], text: string, known: readonly AnalysedFinding[], knownText: string, worded: boolean,
): AnalysedFinding[] {
  const moved = movedBy(knownText, text);
  const left = known.map((finding) => ({
    rule: finding.rule, message: say(finding.message, 'zh'), ...moved(finding.span), words: wordsOf(finding, knownText),
  }));
  const isTaken = (finding: AnalysedFinding, alike: (one: (typeof left)[number]) => boolean): boolean => {
    const at = left.findIndex((one) => one.rule === finding.rule && alike(one) && (!worded || one.message === say(finding.message, 'zh')));
    if (at >= 0) { left.splice(at, 1); }
    return at >= 0;
  };
  return findings
    .filter((finding) => !isTaken(finding, ({ start, end }) => (start < finding.span.end && finding.span.start < end)
      || (start === finding.span.start && end === finding.span.end)))
    .filter((finding) => !isTaken(finding, ({ words }) => words === wordsOf(finding, text)));
}

function wordsOf({ span }: AnalysedFinding, text: string): string {
  return text.slice(span.start, span.end).replace(/\s/g, '').slice(0, 6);
}

/** Where a span of one text is in the other, by what both begin and end with. */
function movedBy(from: string, to: string): (span: Span) => Span {
  let head = 0;
  while (head < from.length && from[head] === to[head]) { head++; }
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) { tail++; }
  const by = to.length - from.length;
  return ({ start, end }) => ({
    start: start >= from.length - tail ? start + by : Math.min(start, to.length),
    end: end > from.length - tail || start >= from.length - tail ? end + by : Math.min(end, to.length),
  });
}

function names(finding: AnalysedFinding, plant: Span, text: string, how: Fault['named']): boolean {
  const places: Span[] = [finding.span];
  if (how === 'related') { places.push(...finding.related.map(({ span }) => span)); }
  if (how === 'repairs') { places.push(...finding.repairs().flatMap(({ edits }) => edits)); }
  return places.some((place) => meets(place, plant, text));
}

/** One covers part of the other; a blank place is met where only blanks stand between. */
function meets(a: Span, b: Span, text: string): boolean {
  if (a.start < b.end && b.start < a.end) { return true; }
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  const isBlank = (span: Span): boolean => text.slice(span.start, span.end).trim() === '';
  return (isBlank(a) || isBlank(b)) && /^(?: |\u00a0|&nbsp;)*$/.test(between);
}
