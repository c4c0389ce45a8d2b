/**
 * One equation laid open: sign, label, figure and running sum of every term, what it adds up to, what is reported.
 * Invariant: every sum is recomputed here from the terms shown and is that of the verdict; zeros are left out but counted.
 */
import Big from 'big.js';
import { figureAt } from '../../equations/problem';
import { say, type Language } from '../../messages';
import type { Cell } from '../../model/cell';
import { figureColumns, type EquationSpec, type TermSpec } from '../../model/form';
import type { CellReference, EquationDetail, EquationSide, TermReport } from '../../protocol/summary';
import { columnName, placeName, rowName, written } from '../../rules/shared/names';
import type { TableContext } from '../../rules/rule';
import { equationMessage } from '../../rules/shared/equationText';
import { shifted } from '../../text/span';
import type { Positions } from '../position';

/** What is the same for all equations of one table. */
export interface TableView {
  readonly context: TableContext;
  /** Offset of the table's block in the document. */
  readonly start: number;
  readonly numberOf: (cell: Cell) => number;
  readonly suspects: ReadonlySet<number>;
  readonly positions: Positions;
  readonly language: Language;
}

export function equationDetail(view: TableView, number: number): EquationDetail {
  const verdict = view.context.verdicts[number];
  const { left, right, relation } = verdict.spec;
  const lacking = [...left, ...right].filter(({ place }) => figureAt(view.context.problem, place) === null);
  return {
    number, relation,
    sentence: sentenceOf(view, number),
    left: sideOf(view, verdict.spec, left, number),
    right: sideOf(view, verdict.spec, right, number),
    difference: lacking.length === 0 ? verdict.left.minus(verdict.right).abs().toFixed() : '',
    lacking: lacking.map(({ place }) => referenceTo(view, place)),
  };
}

/** The equation with its figures: in its rule's words or, where they would name nothing but the only column, by its terms. */
export function sentenceOf(view: TableView, number: number): string {
  const { verdicts } = view.context;
  const { spec: { relation, left, right, subject }, state } = verdicts[number];
  const isOnlyColumn = figureColumns(subject.block).length === 1;
  if (relation === '=' && !isOnlyColumn) { return say(equationMessage(view.context, number), view.language); }
  return `${namedSide(view, number, left, verdicts[number].left)} ${SIGNS[state][relation]} ${namedSide(view, number, right, verdicts[number].right)}`;
}

const MOST_NAMED = 4;
const SIGNS = {
  held: { '=': '=', '<=': '≤', '>=': '≥' }, broken: { '=': '≠', '<=': '>', '>=': '<' }, unevaluated: { '=': '≟', '<=': '≤', '>=': '≥' },
} as const;

function namedSide(view: TableView, number: number, terms: readonly TermSpec[], sum: Big): string {
  if (terms.length === 0) { return '?'; }
  if (terms.length > MOST_NAMED) { return `Σ ${sum.toFixed()}`; }
  const { spec } = view.context.verdicts[number];
  return terms.map(({ place, sign }, i) =>
    `${sign < 0 ? '− ' : i > 0 ? '+ ' : ''}${termName(view, spec, place)} ${written(view.context.table.places[place]) || '?'}`).join(' ');
}

/** The way to a place's cell, under its full name. */
export function referenceTo(view: TableView, place: number): CellReference {
  const { form, table } = view.context;
  return { name: placeName(form, place), ...cellAt(view, table.places[place]) };
}

function cellAt({ start, numberOf, positions }: TableView, cell: Cell | null): Omit<CellReference, 'name'> {
  if (cell === null) { return { text: '', cell: -1, range: null }; }
  return { text: written(cell), cell: numberOf(cell), range: positions.range(shifted(cell, start)) };
}

function sideOf(view: TableView, spec: EquationSpec, terms: readonly TermSpec[], number: number): EquationSide {
  const shown: TermReport[] = [];
  let zeros = 0;
  let sum = new Big(0);
  for (const { place, sign } of terms) {
    const figure = figureAt(view.context.problem, place);
    if (figure?.value.eq(0) && terms.length > 2 && !view.suspects.has(place)) { zeros++; continue; }
    if (figure !== null) { sum = sign > 0 ? sum.plus(figure.value) : sum.minus(figure.value); }
    shown.push({
      ...cellAt(view, view.context.table.places[place]), name: termName(view, spec, place), sign: sign > 0 ? '+' : '−',
      isKnown: figure !== null, isSuspect: view.suspects.has(place), running: sum.toFixed(), others: othersOf(view, place, number),
    });
  }
  return { terms: shown, zeros, sum: sum.toFixed() };
}

/** An equation of a row names its terms by their columns, one of a column by their rows. */
function termName({ context: { form } }: TableView, { subject }: EquationSpec, place: number): string {
  const row = form.rowAt[place];
  if (subject.row !== null) { return columnName(form.columnAt[place]); }
  return subject.column !== null && row.label !== '' ? rowName(row) : placeName(form, place);
}

/** What the other equations of a place say: the evidence for or against its figure. */
function othersOf({ context: { form, verdicts } }: TableView, place: number, number: number): TermReport['others'] {
  const count = { held: 0, broken: 0, open: 0 };
  for (const other of form.equationsAt[place]) {
    if (other === number) { continue; }
    const { state } = verdicts[other];
    count[state === 'unevaluated' ? 'open' : state]++;
  }
  return count;
}
