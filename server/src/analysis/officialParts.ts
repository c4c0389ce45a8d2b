/**
 * Official tables that a page break parts: what goes on is told by the rows of the form. Invariant: two stretches of text are
 * parts of one table only where both together read as one table and, in one edition of the form, every row behind the break
 * comes later than every row before it, or the only row stands behind it, whole; two whole tables never do.
 */
import type { Catalogue, Meaning } from '../forms/catalogue';
import { carve } from '../forms/match/carve';
import { sureRow } from '../forms/match/meanings';
import type { Stretch } from '../forms/match/stretch';
import { withFormLabels } from '../forms/match/formLabels';
import { withWholeLabels } from '../forms/match/wholeLabels';
import { layoutOf } from '../layouts';
import type { Block } from '../layouts/layout';
import type { Cell } from '../model/cell';
import { contentOf } from '../model/content';
import type { FormTable } from '../model/form';
import { linesOf } from './pageBreak';

/** The first label of a part stands within its first characters, a repeated header included. */
const LONGEST_HEAD = 4000;
/** Characters, radicals, and in HTML perhaps the number of one. */
const CHINESE = /[\u2e80-\u2fdf\u4e00-\u9fff]|&#/;

/** All labels of the forms are Chinese: most tables in other languages need not be read to be told apart. */
export function mayHoldLabels(text: string): boolean { return CHINESE.test(text); }

/** @param first where the table begins; whatever stands between there and `next` belongs to it */
export function goesOnInForm(text: string, first: Block, next: Block, catalogue: Catalogue): boolean {
  if (!mayHoldLabels(text.slice(first.start, first.end))) { return false; }
  const layout = layoutOf(next.layout);
  const head = layout.read(text.slice(next.start, Math.min(next.end, next.start + LONGEST_HEAD)));
  if (head === null || !mayGoOn(withFormLabels(head, catalogue).cells, catalogue)) { return false; }
  const whole = layout.read(text.slice(first.start, next.end));
  if (whole === null) { return false; }
  const { cells } = withFormLabels(withWholeLabels(whole, catalogue), catalogue);
  const isBehind = (at: number): boolean => cells[at].start >= next.start - first.start;
  return carve(cells, catalogue).some((stretch) => !isBehind(stretch.from) && isBehind(stretch.to - 1)
    && catalogue.editions.get(stretch.family)!.some((edition) => (
      edition.rows[0].label === '' ? isOnlyRow(edition, stretch, cells, isBehind) : goesOnIn(edition, stretch, cells, isBehind))));
}

/** As the head of what stands behind the break tells: a later row, or nothing but figures and the rest of the headers. */
function mayGoOn(head: readonly Cell[], catalogue: Catalogue): boolean {
  return head.some((cell) => namesLaterRow(cell, catalogue)) || head.every((cell) => mayStandUnderHeaders(cell, catalogue));
}

/** Headers before the break, and all figures of the only row, with nothing else, behind it. */
function isOnlyRow(edition: FormTable, { from, to }: Stretch, cells: readonly Cell[], isBehind: (at: number) => boolean): boolean {
  let figures = 0;
  for (let at = from; at < to; at++) {
    if (cells[at].content.amount.kind !== 'number') { continue; }
    if (!isBehind(at)) { return false; }
    figures++;
  }
  return figures === edition.places && to === cells.length;
}

function goesOnIn(edition: FormTable, { anchors, meanings }: Stretch, cells: readonly Cell[], isBehind: (at: number) => boolean): boolean {
  let above = -1;
  let below = Infinity;
  for (let i = 0; i < anchors.length; i++) {
    const row = rowNamed(cells[anchors[i]], meanings[i], edition);
    if (row < 0) { continue; }
    if (isBehind(anchors[i])) { below = Math.min(below, row); } else { above = Math.max(above, row); }
  }
  return above >= 0 && below > above && below < Infinity;
}

function namesLaterRow(cell: Cell, catalogue: Catalogue): boolean {
  const { key } = cell.content;
  const meanings = key === '' ? NO_MEANINGS : catalogue.meanings(key);
  return meanings.some(({ table }) => rowNamed(cell, meanings, table) > 0);
}

/** Index of the row of an edition; an item number says that a label heads no column: （七）总计. */
function rowNamed({ content: { item } }: Cell, meanings: readonly Meaning[], edition: FormTable): number {
  return sureRow(item === null ? meanings : meanings.filter(({ kind }) => kind === 'row'), edition.id, edition);
}

const NO_MEANINGS: readonly Meaning[] = [];

const MARKS = /^[\s#>*_+-]+|[\s*_:：]+$/g;

/** Whether all lines are headings that a form has within a table: 三、本年度办理结果, 第二十条第（五）项. */
export function isHeadingOfForm(lines: string, catalogue: Catalogue): boolean {
  const said = linesOf(lines).map((line) => line.replace(MARKS, '')).filter((line) => line !== '');
  return said.length > 0 && said.every((line) => catalogue.meanings(contentOf(line).key).some(isHeading));
}

function isHeading(meaning: Meaning): boolean { return meaning.kind === 'heading' || (meaning.kind === 'header' && meaning.isTitle); }

/** A figure, a blank, or the rest of the headers. */
function mayStandUnderHeaders({ content: { key } }: Cell, catalogue: Catalogue): boolean {
  return key === '' || catalogue.meanings(key).length > 0;
}
