/**
 * Why equations do not hold or could not be evaluated, one entry for each cause, with the evidence and the repairs.
 * Invariant: every broken and every unevaluated equation of the table is counted in exactly one entry, and stands there, but for totals
 * that were not reached: there may be thousands, which all say the same, so only the first of them are laid open.
 */
import type { AnalysedFinding } from '../../analysis/analysis';
import { message, say, type MessageKey } from '../../messages';
import { waysToRepair, type Diagnosis, type Gap, type Proposal } from '../../model/equation';
import type { CauseReport, EquationDetail, EvidenceReport, RepairOffer, SuspectCell, SuspectReport } from '../../protocol/summary';
import { totalPlace } from '../../rules/shared/equationText';
import { equationDetail, referenceTo, sentenceOf, type TableView } from './equations';

const MOST_SUSPECTS = 5;
/** Findings whose repairs one entry offers. */
const MOST_FINDINGS = 8;
const MOST_UNREACHED = 100;
/** Rules that speak of cells which are not there. */
const STRUCTURE = new Set(['missing-row', 'missing-column', 'row-cell-count', 'row-shifted', 'row-label-split']);

/** @param findings those of this table, in document order */
export function causesOf(view: TableView, findings: readonly AnalysedFinding[]): CauseReport[] {
  const { verdicts } = view.context;
  const broken = verdicts.flatMap(({ state }, number) => (state === 'broken' ? [number] : []));
  const diagnoses = broken.length > 0 ? view.context.diagnoses : [];
  const explained = new Set<number>();
  const causes = diagnoses.map((diagnosis) => {
    const own = diagnosis.broken.filter((number) => !explained.has(number));
    for (const number of own) { explained.add(number); }
    return brokenCause(view, findings, own, diagnosis);
  });
  causes.push(...undiagnosed(view, findings, broken.filter((number) => !explained.has(number))));
  return [...causes, ...gapCauses(view, findings)];
}

/** Broken equations that no diagnosis is about, inequalities above all: those with the same findings have one cause. */
function undiagnosed(view: TableView, findings: readonly AnalysedFinding[], numbers: readonly number[]): CauseReport[] {
  const byFindings = new Map<string, number[]>();
  for (const number of numbers) {
    const key = findingsOfBroken(view, findings, [number], null).map(({ id }) => id).join() || String(number);
    byFindings.set(key, [...byFindings.get(key) ?? [], number]);
  }
  return [...byFindings.values()].map((own) => brokenCause(view, findings, own, null));
}

function brokenCause(
  view: TableView, findings: readonly AnalysedFinding[], numbers: readonly number[], diagnosis: Diagnosis | null,
): CauseReport {
  const sets = diagnosis === null ? [] : waysToRepair(diagnosis).slice(0, MOST_SUSPECTS);
  const own = findingsOfBroken(view, findings, numbers, diagnosis);
  return {
    id: `broken-${numbers[0]}`, state: 'broken',
    title: own.map((finding) => say(finding.message, view.language)).join('\n') || sentenceOf(view, numbers[0]),
    equations: numbers.map((number) => equationDetail(view, number)),
    suspects: sets.map((set) => suspectReport(view, set)), sure: diagnosis !== null && diagnosis.sure !== null,
    repairs: offersOf(own, view),
  };
}

/** The findings that rules made of these equations: at the cells at fault, at a total, or at one of the terms. */
function findingsOfBroken(
  view: TableView, findings: readonly AnalysedFinding[], numbers: readonly number[], diagnosis: Diagnosis | null,
): AnalysedFinding[] {
  const { form, table } = view.context;
  const rules = new Set(numbers.map((number) => form.equations[number].rule));
  const places = diagnosis?.sure?.map(({ place }) => place) ?? numbers.flatMap((number) => {
    const equation = form.equations[number];
    const total = totalPlace(equation);
    return diagnosis !== null ? [total ?? equation.left[0].place] : [...equation.left, ...equation.right].map(({ place }) => place);
  });
  const starts = new Set(places.map((place) => table.places[place]?.start));
  return findings.filter(({ rule, span }) => rules.has(rule) && starts.has(span.start - view.start));
}

function suspectReport(view: TableView, set: readonly Proposal[]): SuspectReport {
  return { cells: set.map((proposal) => suspectCell(view, proposal)) };
}

function suspectCell(view: TableView, { place, value }: Proposal): SuspectCell {
  const { form, verdicts } = view.context;
  const evidence = [...new Set(form.equationsAt[place])].map((number): EvidenceReport => {
    const { state } = verdicts[number];
    return { sentence: sentenceOf(view, number), state: state === 'unevaluated' ? 'open' : state };
  });
  return { ...referenceTo(view, place), value: value.toFixed(), evidence };
}

export const GAPS: Readonly<Record<Gap, MessageKey>> = {
  missing: 'panel.gap.missing', blank: 'panel.gap.blank', dash: 'panel.gap.dash', unreadable: 'panel.gap.unreadable',
  disputed: 'panel.gap.disputed', shifted: 'panel.gap.shifted', unreached: 'panel.gap.unreached',
};

function gapCauses(view: TableView, findings: readonly AnalysedFinding[]): CauseReport[] {
  const byGap = new Map<Gap, number[]>();
  view.context.verdicts.forEach(({ state, gap }, number) => {
    if (state !== 'unevaluated') { return; }
    const known = byGap.get(gap ?? 'missing');
    if (known) { known.push(number); } else { byGap.set(gap ?? 'missing', [number]); }
  });
  return [...byGap].map(([gap, numbers]) => {
    const shown = gap === 'unreached' ? numbers.slice(0, MOST_UNREACHED) : numbers;
    const equations = shown.map((number) => equationDetail(view, number));
    return {
      id: `open-${gap}`, state: 'unevaluated', title: say(message(GAPS[gap], { count: numbers.length }), view.language), equations,
      suspects: [], sure: false, repairs: offersOf(findingsOfGap(view, findings, equations), view),
    };
  });
}

/** Findings at the cells that lack a figure; for cells that are not there, those that speak of the table's structure. */
function findingsOfGap(view: TableView, findings: readonly AnalysedFinding[], equations: readonly EquationDetail[]): AnalysedFinding[] {
  const { cells } = view.context.table.reading;
  const starts = new Set<number>();
  let isStructure = false;
  for (const { lacking } of equations) {
    for (const { cell } of lacking) { if (cell >= 0) { starts.add(view.start + cells[cell].start); } else { isStructure = true; } }
  }
  const ordered = [...starts];
  return findings.filter(({ rule, span }) => (isStructure && STRUCTURE.has(rule))
    || starts.has(span.start) || ordered.some((start) => start >= span.start && start < span.end));
}

function offersOf(findings: readonly AnalysedFinding[], { language }: TableView): RepairOffer[] {
  const offers = new Map<string, RepairOffer>();
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    finding.repairs().forEach(({ title, preferred }, number) => {
      const said = say(title, language);
      if (!offers.has(said)) { offers.set(said, { finding: finding.id, repair: number, title: said, preferred }); }
    });
  }
  return [...offers.values()];
}
