/**
 * What all rules about a sum of an official form have in common: one cause, one finding. Invariant: each diagnosis is
 * reported once, under the rule of its leading equation, at the cell that is wrong where that is sure, else at the
 * total; the broken equations come along as related places.
 */
import type Big from 'big.js';
import type { Cell } from '../model/cell';
import type { Diagnosis, Proposal } from '../model/equation';
import type { Finding, Level, Related } from '../model/finding';
import type { EquationSpec, TermSpec } from '../model/form';
import type { Message } from '../model/message';
import type { Change, Repair } from '../model/repair';
import { message, type MessageKey } from '../messages';
import { placeName, subjectName, written } from './names';
import { tableRule, type TableContext, type TableRule } from './rule';

export interface SumFacts {
  readonly kind: 'total' | 'addend' | 'open';
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
  readonly cell: Cell;
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
    *find(context) {
      for (const diagnosis of context.verdicts.some((v) => v.state === 'broken') ? context.diagnoses : []) {
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
      difference: facts.difference, broken: facts.broken,
    }),
    *repairs({ facts }, context) { yield* facts.value === '' ? alternativeRepairs(facts, context) : sureRepairs(facts, context); },
  });
}

function keyOf(wording: Wording, kind: SumFacts['kind']): MessageKey {
  return kind === 'total' ? wording.total : kind === 'open' ? wording.open : 'sum.addend';
}

/** The broken equation of which the place is the total, else the first one that holds it. */
function leadOf(context: TableContext, diagnosis: Diagnosis, place: number): number {
  const own = diagnosis.broken.filter((number) => context.form.equationsAt[place].includes(number));
  return own.find((number) => totalPlace(context.form.equations[number]) === place) ?? own[0];
}

/** The place of the side that stands alone: the total of a sum. Null where both sides have several terms. */
export function totalPlace(equation: EquationSpec): number | null {
  return equation.left.length === 1 ? equation.left[0].place : null;
}

function sureFinding(rule: string, context: TableContext, diagnosis: Diagnosis, proposal: Proposal, lead: number): Finding<SumFacts> {
  const { form, table } = context;
  const cell = table.places[proposal.place]!;
  const equation = form.equations[lead];
  const verdict = context.verdicts[lead];
  return {
    rule, span: cell,
    facts: {
      kind: totalPlace(equation) === proposal.place ? 'total' : 'addend',
      subject: subjectName(equation), place: placeName(form, proposal.place), found: written(cell), value: proposal.value.toFixed(),
      left: verdict.left.toFixed(), right: verdict.right.toFixed(), difference: verdict.left.minus(verdict.right).abs().toFixed(),
      broken: diagnosis.broken.length, cell, proposals: diagnosis.sure!, alternatives: [],
    },
    related: relatedOf(context, diagnosis.broken, proposal.place),
  };
}

function openFinding(rule: string, context: TableContext, diagnosis: Diagnosis): Finding<SumFacts> {
  const { form, table } = context;
  const lead = diagnosis.broken[0];
  const equation = form.equations[lead];
  const verdict = context.verdicts[lead];
  const place = totalPlace(equation) ?? equation.left[0].place;
  const cell = table.places[place]!;
  return {
    rule, span: cell,
    facts: {
      kind: 'open', subject: subjectName(equation), place: placeName(form, place), found: written(cell), value: '',
      left: verdict.left.toFixed(), right: verdict.right.toFixed(), difference: verdict.left.minus(verdict.right).abs().toFixed(),
      broken: diagnosis.broken.length, cell, proposals: [], alternatives: diagnosis.suspects,
    },
    related: [...suspectsOf(context, diagnosis, cell), ...relatedOf(context, diagnosis.broken, place)],
  };
}

const MOST_SUSPECTS = 5;

function suspectsOf(context: TableContext, diagnosis: Diagnosis, cell: Cell): Related[] {
  if (diagnosis.undecided) { return [{ span: cell, message: message('sum.undecided') }]; }
  if (diagnosis.suspects.length === 0) { return []; }
  return [{ span: cell, message: message('sum.suspects', { suspects: suspectNames(context, diagnosis) }) }];
}

function suspectNames(context: TableContext, diagnosis: Diagnosis): string {
  const names = diagnosis.suspects.slice(0, MOST_SUSPECTS).map((set) => set
    .map(({ place, value }) => `${placeName(context.form, place)} ${written(context.table.places[place])}→${value.toFixed()}`).join(' + '));
  return names.join('；') + (diagnosis.suspects.length > MOST_SUSPECTS ? '…' : '');
}

/** Each broken equation at a cell of its own other than `place`, with both sides written out. */
function relatedOf(context: TableContext, broken: readonly number[], place: number): Related[] {
  return broken.flatMap((number) => {
    const equation = context.form.equations[number];
    const other = [...equation.left, ...equation.right].find((term) => term.place !== place && context.table.places[term.place] !== null);
    const cell = other && context.table.places[other.place];
    return cell ? [{ span: cell, message: equationMessage(context, number) }] : [];
  });
}

const MOST_TERMS = 8;

/** How each rule's equation is read out; others are read out plainly. */
const SIDES: Readonly<Record<string, MessageKey>> = {
  'row-sum': 'row-sum.sides', 'outcome-sum': 'outcome-sum.sides', 'request-balance': 'request-balance.sides', 'review-sum': 'review-sum.sides',
};

/** 第三项 90 ≠ 31 + 14 + …: an equation with its figures, zeros left out. */
export function equationMessage(context: TableContext, number: number): Message {
  const verdict = context.verdicts[number];
  const equation = verdict.spec;
  return message(SIDES[equation.rule] ?? 'equation.sides', {
    subject: subjectName(equation), sign: verdict.state === 'broken' ? '≠' : equation.relation,
    left: sideText(context, equation.left, verdict.left), right: sideText(context, equation.right, verdict.right),
  });
}

/** 90（31 + 14 + 45）: the sum and what it is made of, zeros of long sums left out. */
function sideText(context: TableContext, terms: readonly TermSpec[], sum: Big): string {
  const shown = terms.filter(({ place }) => {
    const amount = context.table.places[place]?.content.amount;
    return terms.length <= 2 || amount === undefined || amount.kind !== 'number' || !amount.value.eq(0);
  });
  if (shown.length <= 1) { return sum.toFixed(); }
  const parts = shown.slice(0, MOST_TERMS).map(({ place }) => written(context.table.places[place]) || '?');
  return `${sum.toFixed()}（${parts.join(' + ')}${shown.length > MOST_TERMS ? ' + …' : ''}）`;
}

/** Cells that are wrong together are put right together first; one of them alone is offered too. */
function* sureRepairs(facts: SumFacts, context: TableContext): Iterable<Repair> {
  const together = facts.proposals.length > 1;
  if (together) {
    yield { title: message('repair.setAll', { count: facts.proposals.length, held: facts.broken }), kind: 'review', preferred: true, changes: changesOf(facts.proposals, context) };
  }
  yield {
    title: together ? message('repair.setOne', { place: facts.place, value: facts.value }) : message('repair.set', { place: facts.place, value: facts.value, held: facts.broken }),
    kind: 'review', preferred: !together, changes: [{ kind: 'setCell', cell: facts.cell, text: facts.value }],
  };
}

function changesOf(proposals: readonly Proposal[], context: TableContext): Change[] {
  return proposals.map(({ place, value }) => ({ kind: 'setCell', cell: context.table.places[place]!, text: value.toFixed() }));
}

function* alternativeRepairs(facts: SumFacts, context: TableContext): Iterable<Repair> {
  for (const set of facts.alternatives.slice(0, MOST_SUSPECTS)) {
    yield {
      title: message('repair.alternative', {
        changes: set.map(({ place, value }) => `${placeName(context.form, place)} → ${value.toFixed()}`).join('，'), held: facts.broken,
      }),
      kind: 'review', preferred: false, changes: changesOf(set, context),
    };
  }
}
