/**
 * What all rules about a sum of an official form have in common: one cause, one finding. Invariant: each diagnosis is
 * reported once, under the rule of its leading equation, at the cell that is wrong where that is sure, else at the
 * total; the broken equations come along as related places.
 */
import type { Cell } from '../../model/cell';
import type { Diagnosis, Proposal } from '../../model/equation';
import type { Finding, Level, Related } from '../../model/finding';
import type { EquationSpec } from '../../model/form';
import type { List } from '../../model/message';
import type { Change, Repair } from '../../model/repair';
import { message, type MessageKey } from '../../messages';
import { equationMessage, MOST_TERMS, shownTerms, totalPlace } from './equationText';
import { placeName, subjectName, written } from './names';
import { hasNothingBroken, tableRule, type TableContext, type TableRule } from '../rule';

export interface SumFacts {
  readonly kind: 'total' | 'addend' | 'together' | 'open';
  readonly subject: string;
  /** Name of the cell at fault, or of the total. */
  readonly place: string;
  readonly found: string;
  /** What it should be; '' where nobody can say. */
  readonly value: string;
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  /** Number of equations that are broken by this cause. */
  readonly broken: number;
  /** The other cells that must change with this one; none unless it is wrong together with them. */
  readonly others: List;
  readonly proposals: readonly Proposal[];
  readonly alternatives: readonly (readonly Proposal[])[];
}

interface Wording {
  /** The cell at fault is the total of the leading equation. */
  readonly total: MessageKey;
  /** Which cell is wrong cannot be told. */
  readonly open: MessageKey;
}

export function sumRule(id: string, level: Level, wording: Wording): TableRule<SumFacts> {
  return tableRule<SumFacts>({
    id,
    level,
    idle: hasNothingBroken,
    *find(context) {
      for (const diagnosis of context.diagnoses) {
        if (diagnosis.sure !== null) {
          for (const proposal of diagnosis.sure) {
            const lead = leadOf(context, diagnosis, proposal.place);
            if (context.form.equations[lead].rule === id) { yield sureFinding(id, context, diagnosis, proposal, lead); }
          }
        } else if (context.form.equations[diagnosis.broken[0]].rule === id) {
          yield openFinding(id, context, diagnosis);
        }
      }
    },
    explain: ({ facts }) => message(keyOf(wording, facts.kind), {
      subject: facts.subject, place: facts.place, found: facts.found, value: facts.value, left: facts.left, right: facts.right,
      difference: facts.difference, broken: facts.broken, others: facts.others,
    }),
    *repairs({ facts }, context) { yield* facts.value === '' ? alternativeRepairs(facts, context) : sureRepairs(facts, context); },
  });
}

function keyOf(wording: Wording, kind: SumFacts['kind']): MessageKey {
  return kind === 'total' ? wording.total : kind === 'open' ? wording.open : kind === 'together' ? 'sum.together' : 'sum.addend';
}

/** The broken equation of which the place is the total, else the first that holds it; a cell that only makes up for another has neither. */
function leadOf(context: TableContext, diagnosis: Diagnosis, place: number): number {
  const own = diagnosis.broken.filter((number) => context.form.equationsAt[place].includes(number));
  return own.find((number) => totalPlace(context.form.equations[number]) === place) ?? own[0] ?? diagnosis.broken[0];
}

/** Where a broken equation is told of which nobody can say what is wrong in it. */
export function openPlace(equation: EquationSpec): number {
  return totalPlace(equation) ?? equation.left[0].place;
}

function sureFinding(rule: string, context: TableContext, diagnosis: Diagnosis, proposal: Proposal, lead: number): Finding<SumFacts> {
  const { form, table } = context;
  const cell = table.places[proposal.place]!;
  const equation = form.equations[lead];
  const verdict = context.verdicts[lead];
  const others = diagnosis.sure!.filter(({ place }) => place !== proposal.place);
  const isTotal = totalPlace(equation) === proposal.place && verdict.right.eq(proposal.value);
  return {
    rule, span: cell, level: equation.level,
    facts: {
      kind: isTotal ? 'total' : others.length > 0 ? 'together' : 'addend', others: named(others, context),
      subject: subjectName(equation), place: placeName(form, proposal.place), found: written(cell), value: proposal.value.toFixed(),
      left: verdict.left.toFixed(), right: verdict.right.toFixed(), difference: verdict.left.minus(verdict.right).abs().toFixed(),
      broken: diagnosis.broken.length, proposals: diagnosis.sure!, alternatives: [],
    },
    related: relatedOf(context, lead, diagnosis.broken, proposal.place),
  };
}

function openFinding(rule: string, context: TableContext, diagnosis: Diagnosis): Finding<SumFacts> {
  const { form, table } = context;
  const lead = diagnosis.broken[0];
  const equation = form.equations[lead];
  const verdict = context.verdicts[lead];
  const place = openPlace(equation);
  const cell = table.places[place]!;
  return {
    rule, span: cell, level: equation.level,
    facts: {
      kind: 'open', others: { items: [] }, subject: subjectName(equation), place: placeName(form, place), found: written(cell), value: '',
      left: verdict.left.toFixed(), right: verdict.right.toFixed(), difference: verdict.left.minus(verdict.right).abs().toFixed(),
      broken: diagnosis.broken.length, proposals: [], alternatives: diagnosis.suspects,
    },
    related: [...suspectsOf(context, diagnosis, cell), ...relatedOf(context, lead, diagnosis.broken, place)],
  };
}

const MOST_SUSPECTS = 5;
const MOST_CHANGES_NAMED = 4;

function suspectsOf(context: TableContext, diagnosis: Diagnosis, cell: Cell): Related[] {
  if (diagnosis.undecided) { return [{ span: cell, message: message('sum.undecided') }]; }
  if (diagnosis.suspects.length === 0) { return []; }
  return [{ span: cell, message: message('sum.suspects', { suspects: suspectNames(context, diagnosis) }) }];
}

function suspectNames(context: TableContext, { suspects }: Diagnosis): List {
  const items = suspects.slice(0, MOST_SUSPECTS).map((set) => set
    .map(({ place, value }) => `“${placeName(context.form, place)}” ${written(context.table.places[place])}→${value.toFixed()}`)
      .join(' + '));
  return { items, more: suspects.length > MOST_SUSPECTS };
}

/** The figures the leading equation adds up, then each other broken equation at a cell other than `place`. */
function relatedOf(context: TableContext, lead: number, broken: readonly number[], place: number): Related[] {
  const { left, right } = context.form.equations[lead];
  const addends = shownTerms(context, [...left, ...right]).filter((term) => term.place !== place).slice(0, MOST_TERMS);
  return [
    ...addends.map((term) => ({
      span: context.table.places[term.place]!,
      message: message('sum.term', { place: placeName(context.form, term.place), found: written(context.table.places[term.place]) }),
    })),
    ...broken.filter((number) => number !== lead).flatMap((number) => {
      const equation = context.form.equations[number];
      const other = [...equation.left, ...equation.right].find((term) => term.place !== place && context.table.places[term.place] !== null);
      const cell = other && context.table.places[other.place];
      return cell ? [{ span: cell, message: equationMessage(context, number) }] : [];
    }),
  ];
}

/** Cells that are wrong together are put right together: one of them alone would break what now holds. */
function* sureRepairs(facts: SumFacts, context: TableContext): Iterable<Repair> {
  const title = facts.proposals.length > 1
    ? message('repair.setAll', { count: facts.proposals.length, changes: named(facts.proposals, context), held: facts.broken })
    : message('repair.set', { place: facts.place, value: facts.value, held: facts.broken });
  yield { title, kind: 'review', preferred: true, changes: changesOf(facts.proposals, context) };
}

function changesOf(proposals: readonly Proposal[], context: TableContext): Change[] {
  return proposals.map(({ place, value }) => ({ kind: 'setCell', cell: context.table.places[place]!, text: value.toFixed() }));
}

function* alternativeRepairs(facts: SumFacts, context: TableContext): Iterable<Repair> {
  for (const set of facts.alternatives.slice(0, MOST_SUSPECTS)) {
    yield {
      title: message('repair.alternative', { changes: named(set, context), held: facts.broken }),
      kind: 'review', preferred: false, changes: changesOf(set, context),
    };
  }
}

/** Which cell becomes what, for a title. */
function named(proposals: readonly Proposal[], { form }: TableContext): List {
  const items = proposals.slice(0, MOST_CHANGES_NAMED).map(({ place, value }) => `“${placeName(form, place)}” → ${value.toFixed()}`);
  return { items, more: proposals.length > MOST_CHANGES_NAMED };
}
