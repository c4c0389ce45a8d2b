/**
 * Finds the sums of a table that follows no official form, and yields them as a form does: equations over places.
 * Invariant: a table in which nothing balances gives nothing; every declared line balances or is accused.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Reading } from '../../model/reading';
import { accusations } from './accuse';
import { EquationBuilder } from './equations';
import { levelsOf } from './levels';
import { loneAccusations } from './lone';
import type { Relation } from './relation';
import { Search } from './search';
import { sheetsOf, type Sheet } from './sheet';
import { Say, View } from './view';
import { saysTotal } from './words';

export interface Inference {
  readonly sheets: readonly Sheet[];
  /** The table as a form of its own, with the equations that were found. */
  readonly form: FormTable;
  readonly places: readonly (Cell | null)[];
  /** For each equation of the form: the total and parts it belongs to. */
  readonly relations: readonly Relation[];
}

/** Null where the table shows no sums. `text`: what the reading's offsets count in. */
export function infer(reading: Reading, text: string): Inference | null {
  const sheets = sheetsOf(reading);
  const builder = new EquationBuilder(sheets);
  for (const sheet of sheets) { inferSheet(builder, sheet, text); }
  return builder.equations.length === 0 ? null : { sheets, relations: builder.relations, ...builder.build() };
}

function inferSheet(builder: EquationBuilder, sheet: Sheet, text: string): void {
  const rows = new Search(new View(sheet, 'rows'), levelsOf(sheet, text));
  declareAll(builder, rows);
  if (sheet.columns.length >= 2) { declareAll(builder, new Search(new View(sheet, 'columns'), null)); }
  for (const { relation, cross, level } of loneAccusations(rows.view, rows)) { builder.declare(relation, cross, level); }
}

function declareAll(builder: EquationBuilder, search: Search): void {
  const found = search.find();
  const named = found.filter(({ kind }) => saysTotal(kind)).length;
  for (const relation of found) {
    const { says, broken } = relation.vote;
    for (let cross = 0; cross < says.length; cross++) { if (says[cross] === Say.Balanced) { builder.declare(relation, cross, undefined); } }
    if (broken === 0) { continue; }
    for (const { cross, level } of accusations(relation, search.known, saysTotal(relation.kind) ? named - 1 : named)) { builder.declare(relation, cross, level); }
  }
}

/** The sheet that holds a place, and its number there. */
export function sheetAt({ sheets }: Inference, place: number): { sheet: Sheet; at: number } {
  let i = sheets.length - 1;
  while (sheets[i].base > place) { i--; }
  return { sheet: sheets[i], at: place - sheets[i].base };
}
