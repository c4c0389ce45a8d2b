/**
 * What the rules about inferred sums have in common: one cause, one finding. Invariant: each diagnosis is reported once,
 * at the cell that is wrong where two sums agree on it, else at the total with every likely cell named; figures are
 * written as the table writes them.
 */
import type Big from 'big.js';
import { sheetAt, type Inference } from '../../equations/infer/infer';
import { writtenAs } from '../../equations/infer/writing';
import type { Cell } from '../../model/cell';
import { waysToRepair, type Diagnosis, type Proposal } from '../../model/equation';
import type { Finding, Level, Related } from '../../model/finding';
import type { Repair } from '../../model/repair';
import { message, type MessageKey } from '../../messages';
import { placeName, written } from './names';
import { partsInWords } from './parts';
import { totalsRule, type TotalsContext, type TotalsRule } from '../rule';

export interface TotalsFacts {
  readonly kind: 'total' | 'addend' | 'open';
  readonly place: string;
  readonly found: string;
  /** What it should be, as the cell would write it; '' where nobody can say. */
  readonly value: string;
  readonly left: string;
  readonly right: string;
  /** What the equation adds up, where that is not simply all there is; else ''. */
  readonly parts: string;
  readonly difference: string;
  readonly broken: number;
  readonly sets: readonly (readonly Proposal[])[];
}

function valueAt(inference: Inference, place: number, value: Big): string {
  const { sheet, at } = sheetAt(inference, place);
  return writtenAs(sheet, at, value);
}

const WORDING: Readonly<Record<TotalsFacts['kind'], MessageKey>> = { total: 'totals.total', addend: 'totals.addend', open: 'totals.open' };
const WORDING_OF_PARTS: Readonly<Record<TotalsFacts['kind'], MessageKey>> = {
  total: 'totals.totalOf', addend: 'totals.addend', open: 'totals.openOf',
};
const MOST_SUSPECTS = 30;
const MOST_REPAIRS = 8;

export function sumFoundRule(id: string): TotalsRule<TotalsFacts> {
  return totalsRule<TotalsFacts>({
    id,
    level: 'warning',
    *find(context) {
      if (context.ledger.broken === 0) { return; }
      for (const diagnosis of context.diagnoses) {
        const lead = leadOf(context, diagnosis);
        if (context.form.equations[lead].rule === id) { yield findingOf(id, context, diagnosis, lead); }
      }
    },
    explain: ({ facts }) => message(facts.parts === '' ? WORDING[facts.kind] : WORDING_OF_PARTS[facts.kind], {
      place: facts.place, found: facts.found, value: facts.value, left: facts.left, right: facts.right, difference: facts.difference,
      broken: facts.broken,
      parts: facts.parts,
    }),
    *repairs({ facts }, context) { yield* repairsOf(facts, context); },
  });
}

/** The equation in which the wrong cell is the total, else the first that is broken. */
function leadOf({ form }: TotalsContext, { broken, sure }: Diagnosis): number {
  return broken.find((number) => sure?.some(({ place }) => form.equations[number].left[0].place === place)) ?? broken[0];
}

function findingOf(rule: string, context: TotalsContext, diagnosis: Diagnosis, lead: number): Finding<TotalsFacts> {
  const { form, table, inference } = context;
  const { left, right, spec } = context.verdicts[lead];
  const total = spec.left[0].place;
  const only = diagnosis.sure?.length === 1 ? diagnosis.sure[0] : undefined;
  const place = only?.place ?? total;
  const cell = table.places[place]!;
  const sum = (value: Big): string => valueAt(inference, total, value);
  return {
    rule, span: cell, level: gravest(diagnosis.broken.map((number) => form.equations[number].level)),
    facts: {
      kind: only === undefined ? 'open' : place === total ? 'total' : 'addend',
      place: placeName(form, place), found: written(cell), value: only ? valueAt(inference, place, only.value) : '',
      left: written(table.places[total]), right: sum(right.div(spec.left.length)), parts: partsOf(context, lead, total),
      difference: sum(left.minus(right).abs()),
      broken: diagnosis.broken.length, sets: waysToRepair(diagnosis),
    },
    related: diagnosis.sure?.length === 1 || diagnosis.suspects.length === 0
      ? termsOf(context, lead, place)
      : suspectsOf(context, diagnosis),
  };
}

function partsOf({ inference }: TotalsContext, lead: number, total: number): string {
  const relation = inference.relations[lead];
  const { sheet, at } = sheetAt(inference, total);
  const width = sheet.columns.length;
  return partsInWords(relation, relation.view.orientation === 'rows' ? at % width : (at / width) | 0);
}

const GRAVITY: readonly (Level | undefined)[] = ['error', 'warning', undefined, 'information'];

function gravest(levels: readonly (Level | undefined)[]): Level | undefined {
  return GRAVITY.find((level) => levels.includes(level));
}

/** Every cell that may be the wrong one, where it stands. */
function suspectsOf({ form, table, inference }: TotalsContext, diagnosis: Diagnosis): Related[] {
  return waysToRepair(diagnosis).slice(0, MOST_SUSPECTS).flatMap((set) => set.map(({ place, value }) => {
    const cell = table.places[place]!;
    return {
      span: cell,
      message: message('totals.suspect', { place: placeName(form, place), found: written(cell), value: valueAt(inference, place, value) }),
    };
  }));
}

const MOST_TERMS = 8;

function termsOf({ form, table }: TotalsContext, lead: number, except: number): Related[] {
  const { left, right } = form.equations[lead];
  return [left[0], ...right].filter(({ place }) => place !== except && !isZero(table.places[place])).slice(0, MOST_TERMS)
    .map(({ place }) => {
      const cell = table.places[place]!;
      return { span: cell, message: message('sum.term', { place: placeName(form, place), found: written(cell) }) };
    });
}

function isZero(cell: Cell | null): boolean {
  return cell === null || (cell.content.amount.kind === 'number' && cell.content.amount.value.eq(0));
}

function* repairsOf({ sets, value }: TotalsFacts, { form, table, inference }: TotalsContext): Iterable<Repair> {
  for (const set of sets.slice(0, MOST_REPAIRS)) {
    const changes = set.map(({ place, value: due }) => ({
      kind: 'setCell' as const, cell: table.places[place]!, text: valueAt(inference, place, due),
    }));
    yield {
      title: message(
        'totals.set',
        { place: { items: set.map(({ place }) => placeName(form, place)) }, value: { items: changes.map(({ text }) => text) } },
      ),
      kind: 'review', preferred: value !== '', changes,
    };
  }
}
