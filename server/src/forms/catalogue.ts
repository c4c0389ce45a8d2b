/**
 * The label index of a set of forms. Invariant: one key leads to everything that any form calls by that label; which of
 * them is meant is decided by place, never here.
 */
import type { BlockSpec, ColumnSpec, Form, FormTable, HeadingSpec, RowSpec } from '../model/form';

export type Meaning =
  | { readonly kind: 'row'; readonly table: FormTable; readonly row: RowSpec; readonly exact: boolean }
  | { readonly kind: 'heading'; readonly table: FormTable; readonly heading: HeadingSpec }
  | { readonly kind: 'column'; readonly table: FormTable; readonly block: BlockSpec; readonly column: ColumnSpec; readonly index: number }
  /** Titles, corners, notes and column headings: they belong to a table's header and carry no figures. */
  | { readonly kind: 'header'; readonly table: FormTable; readonly block: BlockSpec; readonly isTitle: boolean };

export type MeaningOf<Kind extends Meaning['kind']> = Extract<Meaning, { readonly kind: Kind }>;

const NOTHING: readonly Meaning[] = [];

export class Catalogue {
  private readonly index = new Map<string, Meaning[]>();
  /** Tables of the same id in different forms are editions of one another. */
  readonly editions = new Map<string, FormTable[]>();

  constructor(readonly forms: readonly Form[]) {
    for (const form of forms) {
      for (const table of form.tables) {
        const known = this.editions.get(table.id);
        if (known) { known.push(table); } else { this.editions.set(table.id, [table]); }
        this.addTable(table);
      }
    }
  }

  meanings(key: string): readonly Meaning[] {
    return this.index.get(key) ?? this.inOtherWords(key);
  }

  /** The meanings of a label that a colon ends, or a note. */
  private inOtherWords(key: string): readonly Meaning[] {
    if (key.endsWith(':')) { return this.index.get(key.slice(0, -1)) ?? NOTHING; }
    return key.endsWith(')') ? this.noted(withoutNote(key)) : NOTHING;
  }

  /** A note in brackets behind a label changes nothing (规章（没有的填0）), but where the form's own label goes on behind this one. */
  private noted(key: string): readonly Meaning[] {
    return this.index.get(key)?.filter((meaning) => officialKey(meaning) === key) ?? NOTHING;
  }

  private addTable(table: FormTable): void {
    for (const row of table.rows) {
      if (row.label === '') { continue; }
      for (const key of [row.key, ...row.aliases]) { this.add(key, { kind: 'row', table, row, exact: true }); }
      for (const key of row.variants) { this.add(key, { kind: 'row', table, row, exact: false }); }
    }
    for (const block of table.blocks) {
      for (const key of block.titleKeys) { this.add(key, { kind: 'header', table, block, isTitle: true }); }
      for (const key of [...block.cornerKeys, ...block.columnHeadings]) { this.add(key, { kind: 'header', table, block, isTitle: false }); }
      block.columns.forEach((column, index) => {
        for (const key of [...column.keys, ...column.variants]) { this.add(key, { kind: 'column', table, block, column, index }); }
      });
      for (const heading of block.headings) {
        for (const key of heading.keys) { this.add(key, { kind: 'heading', table, heading }); }
      }
    }
  }

  private add(key: string, meaning: Meaning): void {
    const known = this.index.get(key);
    if (known) { known.push(meaning); } else { this.index.set(key, [meaning]); }
  }
}

/** What stands before the brackets at the end of a label; the label itself where nothing opens them. */
function withoutNote(key: string): string {
  let depth = 0;
  for (let at = key.length - 1; at > 0; at--) {
    if (key[at] === ')') { depth++; } else if (key[at] === '(' && --depth === 0) { return key.slice(0, at); }
  }
  return key;
}

/** The label as the form has it. */
function officialKey(meaning: Meaning): string | undefined {
  switch (meaning.kind) {
    case 'row': return meaning.row.key;
    case 'heading': return meaning.heading.keys[0];
    case 'column': return meaning.column.keys[0];
    case 'header': return meaning.isTitle ? meaning.block.titleKeys[0] : meaning.block.cornerKeys[0];
  }
}
