/** What was carried into the year is not what last year's report of the same body carried forward. */
import type { Cell } from '../model/cell';
import type { Diagnosis } from '../model/equation';
import type { FindingPlace } from '../model/finding';
import { figureKey, type OtherFigure } from '../model/otherReport';
import type { Repair } from '../model/repair';
import { figureAt } from '../equations/problem';
import { message } from '../messages';
import type { Span } from '../text/span';
import { lastFigure, relatedLastYear, soleTable } from './shared/lastYear';
import { columnName, placeName, rowName, written } from './shared/names';
import { cellSpan } from './shared/reportTables';
import { openPlace } from './shared/sumRule';
import { effectOf, type Effect } from './shared/supposed';
import { documentRule, type DocumentContext, type PlacedTable } from './rule';

interface Difference {
  readonly place: number;
  readonly cell: Cell;
  readonly last: OtherFigure;
  readonly difference: string;
}

interface Facts {
  readonly table: PlacedTable;
  readonly differences: readonly Difference[];
  readonly file: string;
  readonly year: number;
  readonly effect: Effect;
}

export const carryOver = documentRule<Facts>({
  id: 'carry-over',
  level: 'warning',
  idle: ({ lastYear }) => lastYear === null,
  *find(context) {
    const table = soleTable(context, 'requests');
    const differences = table ? differencesIn(context, table) : [];
    if (!table || differences.length === 0) { return; }
    const { name: file, year } = context.lastYear!;
    const effect = effectOf(table.context, new Map(differences.map(({ place, last }) => [place, last.written])), differences[0].cell);
    const joins = sureAt(table, differences);
    const takesIn = effect.breaks ? [] : openFindings(table, effect);
    yield {
      rule: 'carry-over', span: cellSpan(table, differences[0].cell), facts: { table, differences, file, year, effect },
      related: differences.flatMap((one) => relatedTo(context, table, one)),
      ...(joins.length > 0 ? { joins } : { takesIn }),
    };
  },
  explain: ({ facts: { table, differences, file, year, effect } }) => {
    const { form } = table.context;
    const [first] = differences;
    const held = effect.repaired.length;
    const advice = effect.breaks || held === 0 ? message('carry-over.check') : message('carry-over.explains', { held });
    if (differences.length === 1) {
      return message('carry-over.one', {
        place: placeName(form, first.place), found: written(first.cell), last: first.last.written, difference: first.difference, year,
        file, advice,
      });
    }
    const list = differences.map(({ place, cell, last }) => `${columnName(form.columnAt[place])} ${written(cell)} ≠ ${last.written}`)
      .join('，');
    return message('carry-over.several', {
      row: rowName(form.rowAt[first.place]), count: differences.length, list, year, file, advice,
      ...Object.fromEntries(differences.map(({ last }, i) => [`last${i}`, last.written])),
    });
  },
  *repairs({ facts: { table, differences, effect } }): Iterable<Repair> {
    if (effect.breaks) { return; }
    const values = differences.map(({ place, last }) => `${columnName(table.context.form.columnAt[place])} → ${last.written}`).join('，');
    yield {
      title: message('carry-over.repair', { values }), kind: 'review', preferred: effect.repaired.length > 0,
      changes: differences.map(({ cell, last }) => ({ kind: 'setCell', cell, text: last.written })),
    };
  },
});

function differencesIn({ lastYear }: DocumentContext, { context: { form, problem, table } }: PlacedTable): Difference[] {
  const into = form.rows.find(({ id }) => id === 'carry');
  const forward = form.rows.find(({ id }) => id === 'fwd');
  if (!into || !forward) { return []; }
  return form.blocks[into.block].columns.flatMap((column, i) => {
    const place = into.base + i;
    const last = lastFigure(lastYear!, figureKey(form, forward, column));
    const figure = figureAt(problem, place);
    const cell = table.places[place];
    if (last === null || figure === null || cell === null || figure.value.eq(last.value)) { return []; }
    return [{ place, cell, last, difference: figure.value.minus(last.value).abs().toFixed() }];
  });
}

/** Where equations alone say for sure that one of these cells is wrong: there it is told. */
function sureAt(table: PlacedTable, differences: readonly Difference[]): Span[] {
  const proposed = new Set(table.context.diagnoses.flatMap(({ sure }) => sure ?? []).map(({ place }) => place));
  return differences.filter(({ place }) => proposed.has(place)).map(({ cell }) => cellSpan(table, cell));
}

/** Findings that leave open which cell is wrong, of equations that hold once last year's figures stand. */
function openFindings(table: PlacedTable, { repaired }: Effect): FindingPlace[] {
  const { form, diagnoses, table: { places } } = table.context;
  const isExplained = ({ sure, broken }: Diagnosis): boolean => sure === null && broken.every((number) => repaired.includes(number));
  return diagnoses.filter(isExplained).map(({ broken: [lead] }) => {
    const equation = form.equations[lead];
    return { rule: equation.rule, span: cellSpan(table, places[openPlace(equation)]!) };
  });
}

function relatedTo({ lastYear }: DocumentContext, table: PlacedTable, { place, cell, last }: Difference) {
  const { form } = table.context;
  const forward = form.rows.find(({ id }) => id === 'fwd')!;
  return [
    { span: cellSpan(table, cell), message: message('cell.is', { name: placeName(form, place), found: written(cell) }) },
    relatedLastYear(lastYear!, last, `${rowName(forward)} · ${columnName(form.columnAt[place])}`),
  ];
}
