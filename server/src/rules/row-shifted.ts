/** Rows whose figures (or, in blank rows, whose labels) stand beside their columns: merged cells were lost. One finding per table. */
import type { Related } from '../model/finding';
import type { List } from '../model/message';
import type { TableRow } from '../model/table';
import { ledgerOf } from '../equations/evaluate';
import { message } from '../messages';
import { joined } from '../text/span';
import { rowName } from './shared/names';
import { heldByColumn, realignRows } from './shared/realign';
import { tableRule } from './rule';

interface Facts {
  /** Rows that follow one another and are shifted to the same side. */
  readonly runs: readonly (readonly TableRow[])[];
  readonly count: number;
}

export const rowShifted = tableRule<Facts>({
  id: 'row-shifted',
  level: 'information',
  idle: ({ table }) => table.reading.unaligned === true,
  *find({ table }) {
    const runs = shiftedRuns(table.rows);
    if (runs.length === 0) { return; }
    const [[first], ...others] = [runs[0], ...runs.slice(1)];
    const last = runs[0][runs[0].length - 1];
    yield {
      rule: 'row-shifted', span: joined(startOf(first), startOf(last)),
      facts: { runs, count: runs.reduce((sum, run) => sum + run.length, 0) }, related: others.map(relatedTo),
    };
  },
  explain: ({ facts: { runs, count } }) => message('row-shifted', { count, first: rowName(runs[0][0].spec!), columns: shiftsIn(runs) }),
  *repairs({ facts }, context) {
    const before = heldByColumn(context);
    const held = ledgerOf(context.verdicts).held;
    const changes = held > before ? realignRows(context, facts.runs.flat()) : null;
    if (changes === null) { return; }
    yield { title: message('row-shifted.repair', { count: facts.count, held, before }), kind: 'review', preferred: true, changes };
  },
});

function shiftedRuns(rows: readonly TableRow[]): TableRow[][] {
  const runs: TableRow[][] = [];
  let open: TableRow[] | null = null;
  for (const row of rows) {
    if (row.shift === 0) { open = null; continue; }
    if (open !== null && Math.sign(open[0].shift) === Math.sign(row.shift)) { open.push(row); continue; }
    open = [row];
    runs.push(open);
  }
  return runs;
}

function startOf(row: TableRow) { return row.label[0] ?? row.slots[0]; }

function relatedTo(run: readonly TableRow[]): Related {
  const span = joined(startOf(run[0]), startOf(run[run.length - 1]));
  return { span, message: message('row-shifted.also', { count: run.length, columns: shiftsIn([run]) }) };
}

/** +1, −1: by how many columns, each once. */
function shiftsIn(runs: readonly (readonly TableRow[])[]): List {
  const shifts = new Set(runs.flat().map(({ shift }) => (shift > 0 ? `+${shift}` : `−${-shift}`)));
  return { items: [...shifts] };
}
