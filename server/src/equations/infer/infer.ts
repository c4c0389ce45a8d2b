/**
 * Finds the sums of a table that follows no official form, and yields them as a form does: equations over places.
 * Invariant: a table in which nothing balances gives nothing; every declared line balances, is accused, or was not reached by a search
 * that had done the work it is allowed.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Reading } from '../../model/reading';
import { accusations } from './accuse';
import { relationOf, type Declaration, type Mistake } from './declared';
import { EquationBuilder } from './equations';
import { levelsOf } from './levels';
import { loneAccusations } from './lone';
import { wrongChanges, wrongShares } from './rates';
import type { Relation } from './relation';
import { Search } from './search';
import { sheetsOf, type Sheet } from './sheet';
import { countSaid, unmatchedCrosses } from './unmatched';
import { Say, View } from './view';
import type { LabelKind } from './vocabulary';
import { saysTotal } from './words';

export interface Inference {
  readonly sheets: readonly Sheet[];
  /** The table as a form of its own, with the equations that were found. */
  readonly form: FormTable;
  readonly places: readonly (Cell | null)[];
  /** For each equation of the form: the total and parts it belongs to. */
  readonly relations: readonly Relation[];
}

/**
 * Null where the table shows no sums, and no rate that is wrong. `text`: what the reading's offsets count in. A line that is the total of a
 * declared relation is the total of nothing else.
 * @param isRounded a note says that figures were rounded and may not add up
 */
export function infer(
  reading: Reading, text: string, declarations: readonly Declaration[] = NONE, isRounded = false,
): { inference: Inference | null; mistakes: (Mistake | null)[] } {
  const sheets = sheetsOf(reading, isRounded);
  const builder = new EquationBuilder(sheets);
  const declared: Relation[] = [];
  const mistakes = declarations.map((declaration) => {
    const relation = relationOf(declaration, sheets);
    if (!('view' in relation)) { return relation; }
    declared.push(relation);
    return null;
  });
  for (const relation of declared) { declareWhole(builder, relation); }
  for (const sheet of sheets) { inferSheet(builder, sheet, text, declared); }
  const { relations } = builder;
  const isBare = relations.length === 0 && wrongChanges({ sheets }).length === 0 && wrongShares({ sheets, relations }).length === 0;
  return { inference: isBare ? null : { sheets, relations, ...builder.build() }, mistakes };
}

const NONE: readonly never[] = [];

function inferSheet(builder: EquationBuilder, sheet: Sheet, text: string, declared: readonly Relation[]): void {
  const isFree: IsFree = ({ view, total }) => (
    !declared.some((one) => one.view.sheet === sheet && one.view.orientation === view.orientation && one.total === total)
  );
  const rows = new Search(new View(sheet, 'rows'), levelsOf(sheet, text));
  declareAll(builder, rows, isFree);
  if (sheet.columns.length >= 2) {
    const columns = new Search(new View(sheet, 'columns'), null);
    declareAll(builder, columns, isFree);
    declareUnreached(builder, columns, isFree);
  }
  const lone = loneAccusations(rows.view, rows);
  for (const { relation, cross, level } of lone) { if (isFree(relation)) { builder.declare(relation, cross, level); } }
  declareUnreached(builder, rows, isFree);
  declareUnmatched(builder, rows, isFree, new Set(lone.map(({ relation }) => relation.total)));
}

type IsFree = (relation: Pick<Relation, 'view' | 'total'>) => boolean;

function declareUnreached(builder: EquationBuilder, { view, unreached }: Search, isFree: IsFree): void {
  for (const total of unreached) {
    if (!isFree({ view, total })) { continue; }
    for (let cross = 0; cross < view.crosses; cross++) {
      if (view.mayBeSum(total, cross)) { builder.declareUnreached(view, total, cross); }
    }
  }
}

function declareUnmatched(builder: EquationBuilder, search: Search, isFree: IsFree, accused: ReadonlySet<number>): void {
  const { view, closest, named, byTotal, unreached } = search;
  const known = new Map<LabelKind, Int32Array>();
  const heldByKind = (kind: LabelKind): Int32Array => {
    const held = known.get(kind) ?? countSaid(view, byTotal.values(), Say.Balanced, kind);
    known.set(kind, held);
    return held;
  };
  for (const total of named) {
    if (byTotal.has(total) || unreached.has(total) || accused.has(total) || !isFree({ view, total })) { continue; }
    for (const cross of unmatchedCrosses(view, total, closest.get(total)?.vote, heldByKind)) {
      builder.declareUnreached(view, total, cross);
    }
  }
}

/** What the author declares must hold wherever total and parts have figures. */
function declareWhole(builder: EquationBuilder, relation: Relation): void {
  const { says } = relation.vote;
  for (let cross = 0; cross < says.length; cross++) {
    if (says[cross] !== Say.Nothing) { builder.declare(relation, cross, says[cross] === Say.Balanced ? undefined : 'warning', 'declared'); }
  }
}

function declareAll(builder: EquationBuilder, search: Search, isFree: IsFree): void {
  const found = search.find().filter(isFree);
  const named = found.filter(({ kind }) => saysTotal(kind)).length;
  const columns = { held: countSaid(search.view, found, Say.Balanced), broken: countSaid(search.view, found, Say.Broken) };
  search.startPhase();
  for (const relation of found) {
    const { says, broken } = relation.vote;
    for (let cross = 0; cross < says.length; cross++) { if (says[cross] === Say.Balanced) { builder.declare(relation, cross, undefined); } }
    if (broken === 0) { continue; }
    for (const { cross, level } of accusations(relation, search, saysTotal(relation.kind) ? named - 1 : named, columns)) {
      if (level === null) {
        builder.declareUnreached(search.view, relation.total, cross);
      } else {
        builder.declare(relation, cross, level);
      }
    }
  }
}

/** The sheet that holds a place, and its number there. */
export function sheetAt({ sheets }: Inference, place: number): { sheet: Sheet; at: number } {
  let i = sheets.length - 1;
  while (sheets[i].base > place) { i--; }
  return { sheet: sheets[i], at: place - sheets[i].base };
}
