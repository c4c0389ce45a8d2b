/**
 * The words of the forms as scraps of them are looked up: by how labels begin, and by what stands anywhere in a label. Invariant: one
 * vocabulary for each catalogue, made at first use.
 */
import type { FormTable } from '../../model/form';
import { onceFor } from '../../model/onceFor';
import { normalForm } from '../../text/normal';
import type { Catalogue, Meaning } from '../catalogue';

export interface Vocabulary {
  readonly catalogue: Catalogue;
  /** Every beginning of a label, item number left out. */
  readonly beginnings: ReadonlySet<string>;
  /** All headings and headers as the forms print them, in normal form, a line each. */
  readonly headings: string;
}

export const vocabularyOf = onceFor((catalogue: Catalogue): Vocabulary => {
  const beginnings = new Set<string>();
  const headings = new Set<string>();
  for (const { tables } of catalogue.forms) {
    for (const table of tables) {
      for (const key of keysOf(table)) { for (let length = 1; length <= key.length; length++) { beginnings.add(key.slice(0, length)); } }
      for (const heading of headingsOf(table)) { headings.add(normalForm(heading)); }
    }
  }
  return { catalogue, beginnings, headings: [...headings].join('\n') };
});

/** What labels are compared with. */
function keysOf({ rows, blocks }: FormTable): string[] {
  return [
    ...rows.flatMap(({ key, aliases, variants }) => [key, ...aliases, ...variants]),
    ...blocks.flatMap(({ titleKeys, cornerKeys, columnHeadings, columns, headings }) => [
      ...titleKeys, ...cornerKeys, ...columnHeadings,
      ...columns.flatMap(({ keys, variants }) => [...keys, ...variants]), ...headings.flatMap(({ keys }) => keys),
    ]),
  ];
}

/** What stands above columns or beside rows. */
function headingsOf({ blocks }: FormTable): string[] {
  return blocks.flatMap(({ title, corner, cornerKeys, columnHeadings, columns, headings }) => [
    title, corner, ...cornerKeys, ...columnHeadings, ...columns.map(({ label }) => label), ...headings.map(({ label }) => label),
  ]);
}

/** Whether it stands in a heading or a header, whole or in part. */
export function isPartOfHeading({ headings }: Vocabulary, scrap: string): boolean { return headings.includes(scrap); }

/** Whether a label heads a column of any form. */
export function headsColumn({ catalogue }: Vocabulary, key: string): boolean { return catalogue.meanings(key).some(isColumn); }

function isColumn({ kind }: Meaning): boolean { return kind === 'column'; }
