/**
 * Recognises official tables in a reading. Invariant: total and pure: any reading gives tables (perhaps none); the
 * edition of a form that fits best is taken, and how clearly it fits is kept so that the document may decide a close call.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Reading } from '../../model/reading';
import type { Table } from '../../model/table';
import { joined } from '../../text/span';
import type { Catalogue } from '../catalogue';
import { carve } from './carve';
import { odditiesOf } from './oddities';
import { finishRows } from './rows';
import { spanWithScraps, tellable } from './scraps';
import type { Stretch } from './stretch';
import { walk } from './walk';

/** What a document's other tables make likely weighs as much as this many rows. */
const PREFERENCE = 2.5;
const MISSING_ROW = 0.25;

/**
 * @param preferred id of the form that the rest of the document follows, if that is known
 * @param before the same tables, matched before that was known: those whose edition stays the same are not matched again
 */
export function matchTables(reading: Reading, catalogue: Catalogue, preferred?: string, before?: readonly Table[]): Table[] {
  const stretches = carve(reading.cells, catalogue);
  return stretches.map((stretch, i) => {
    const { edition, margin } = chooseEdition(reading.cells, stretch, catalogue, preferred);
    const known = before?.[i];
    return known?.form === edition ? { ...known, margin } : matchEdition(reading, stretch, edition, margin);
  });
}

function chooseEdition(
  cells: readonly Cell[], stretch: Stretch, catalogue: Catalogue, preferred?: string,
): { edition: FormTable; margin: number } {
  const editions = catalogue.editions.get(stretch.family)!;
  if (editions.length === 1) { return { edition: editions[0], margin: Infinity }; }
  const own = editions.map((edition) => fit(cells, stretch, edition));
  const scores = editions.map(({ form }, i) => own[i] + (form.id === preferred ? PREFERENCE : 0));
  const best = scores.indexOf(Math.max(...scores));
  return { edition: editions[best], margin: own[best] - Math.max(...own.filter((_, i) => i !== best)) };
}

/**
 * Rows and headers of the edition that are there, less a quarter for each row that is not, less one for each row that only
 * another edition has and for each heading that bears figures: there the text has a row of another edition.
 */
function fit(cells: readonly Cell[], { anchors, meanings }: Stretch, edition: FormTable): number {
  let score = 0;
  let rows = 0;
  const isFound = new Uint8Array(edition.rows.length);
  for (let i = 0; i < anchors.length; i++) {
    const at = anchors[i];
    const figuresFollow = cells[at + 1]?.content.key === '';
    let isOthers = false;
    let isOwn = false;
    for (const meaning of meanings[i]) {
      if (meaning.table !== edition) { isOthers ||= meaning.kind === 'row' && meaning.table.id === edition.id; continue; }
      if (meaning.kind === 'row') {
        if (!figuresFollow) { isOwn = true; continue; }
        if (isFound[meaning.row.index] === 0) { isFound[meaning.row.index] = 1; rows++; }
      } else if (meaning.kind !== 'heading' || !figuresFollow) {
        score++;
      } else if (bearsFigures(cells, at)) {
        score--;
      }
      isOwn = true;
      break;
    }
    if (isOthers && !isOwn && figuresFollow) { score--; }
  }
  return score + rows - MISSING_ROW * (edition.rows.length - rows);
}

/** Whether the first cell after this one that is not blank holds a figure: a stub cell may be left blank between. */
function bearsFigures(cells: readonly Cell[], at: number): boolean {
  let next = at + 1;
  while (next < cells.length && cells[next].content.amount.kind === 'blank') { next++; }
  return cells[next]?.content.amount.kind === 'number';
}

function matchEdition(reading: Reading, stretch: Stretch, table: FormTable, margin: number): Table {
  const { cells } = reading;
  const walked = walk(cells, stretch, table);
  const { rows: finished, ownHeaders } = finishRows(cells, stretch.from, stretch.to, table, walked);
  const places: (Cell | null)[] = Array<Cell | null>(table.places).fill(null);
  const filled = new Set<number>();
  for (const { row } of finished) {
    if (row.spec === null || filled.has(row.spec.base)) { continue; }
    filled.add(row.spec.base);
    for (let i = 0; i < row.values.length; i++) { places[row.spec.base + i] = row.values[i]; }
  }
  const oddities = odditiesOf(finished, table, walked, ownHeaders);
  return {
    reading, span: reading.scraps ? spanWithScraps(cells, stretch) : joined(cells[stretch.from], cells[stretch.to - 1]), form: table,
    rows: finished.map((one) => one.row), headings: walked.headings, headers: walked.headers, places,
    oddities: reading.scraps ? tellable(oddities, cells, stretch, finished) : oddities, margin,
  };
}
