/**
 * Accepted relations as equations over places, in the shape an official form has, so that solver, localiser, messages
 * and ledger work on them unchanged. Invariant: a line is declared only if it balances, is accused or was not reached; places are dense
 * row by row, and a place holds a cell only if an equation needs it.
 */
import Big from 'big.js';
import type { NumberAmount } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { BlockSpec, ColumnSpec, EquationSpec, Form, FormTable, RowSpec, TermSpec } from '../../model/form';
import type { Level } from '../../model/finding';
import { partsOf, type Relation } from './relation';
import type { View } from './view';
import type { Line } from './lines';
import { cellAt, type Sheet } from './sheet';

const INFERRED_FORM: Form = { id: 'inferred', title: { zh: '', en: '' }, source: '', firstYear: 0, lastYear: 0, tables: [] };

/** Terms are the same in every table, so they are shared: most of what an equation is made of. */
const pluses: TermSpec[] = [];
const MOST_SHARED = 65_536;

function plus(place: number): TermSpec {
  if (place >= MOST_SHARED) { return { place, sign: 1 }; }
  while (pluses.length <= place) { pluses.push({ place: pluses.length, sign: 1 }); }
  return pluses[place];
}

const NO_EQUATIONS: readonly number[] = [];
const NONE: readonly never[] = [];

export class EquationBuilder {
  readonly equations: EquationSpec[] = [];
  /** For each equation: the relation it comes from. */
  readonly relations: Relation[] = [];
  private readonly blocks: readonly BlockSpec[];
  private readonly used: Uint8Array;
  private lastUnreached: Relation | undefined;

  constructor(private readonly sheets: readonly Sheet[]) {
    this.blocks = blocksOf(sheets);
    this.used = new Uint8Array(sheets.reduce((count, sheet) => count + sheet.ticks.length, 0));
  }

  /** @param level the level at which a broken line is reported; undefined for a line that balances. */
  declare(relation: Relation, cross: number, level: Level | undefined, status: EquationSpec['status'] = 'inferred'): void {
    const { view, total, parts } = relation;
    const { base } = view.sheet;
    const right: TermSpec[] = [];
    for (const part of parts.lines) {
      const place = base + view.place(part, cross);
      if (view.tick(part, cross) === view.tick(part, cross)) {
        right.push(parts.minus.has(part) ? { place, sign: -1 } : plus(place));
      }
    }
    const own = base + view.place(total, cross);
    if (level === undefined && !this.solverAgrees(relation, cross, right)) { return; }
    for (const { place } of right) { this.used[place] = 1; }
    this.used[own] = 1;
    const left: TermSpec[] = [];
    for (let i = 0; i < parts.times; i++) { left.push(plus(own)); }
    const rule = relation.kind === 'subtotal' ? 'subtotal-mismatch' : 'total-mismatch';
    this.add(relation, cross, { rule, left, right, status, rounded: view.room(total, parts.lines, cross, right.length) > 0, level });
  }

  /** A figure of a total whose parts were not looked for: an equation with nothing on its right, which is never evaluated. */
  declareUnreached(view: View, total: number, cross: number): void {
    const own = view.sheet.base + view.place(total, cross);
    this.used[own] = 1;
    let relation = this.lastUnreached;
    if (relation === undefined || relation.view !== view || relation.total !== total) {
      relation = {
        view, total, parts: partsOf(view, []), vote: view.vote(total, partsOf(view, [])), kind: view.lines[total].kind, fromLevels: false,
        isWhole: false,
      };
      this.lastUnreached = relation;
    }
    this.add(
      relation, cross, { rule: 'total-mismatch', left: [plus(own)], right: [], status: 'unreached', rounded: false, level: undefined },
    );
  }

  private add(
    relation: Relation, cross: number, { rule, left, right, status, rounded, level }: Omit<EquationSpec, 'relation' | 'subject'>,
  ): void {
    const byRows = relation.view.orientation === 'rows';
    const block = this.blocks[this.sheets.indexOf(relation.view.sheet)];
    this.equations.push({
      rule, relation: '=', left, right, status, rounded, level,
      subject: { row: byRows ? null : block.rows[cross], column: byRows ? block.columns[cross] : null, block },
    });
    this.relations.push(relation);
  }

  /** Figures in scales of their own (1.5T beside 20B) may be coarser than the table's unit can say: then the line stays undeclared. */
  private solverAgrees({ view, total, parts }: Relation, cross: number, right: readonly TermSpec[]): boolean {
    const { decimals, columns, scale, base } = view.sheet;
    const excess = Math.abs(view.sum(parts, cross).ticks - view.tick(total, cross) * parts.times);
    if (excess === 0) { return true; }
    const half = (place: number): number => 0.5 * 10 ** (scale - Math.max(0, decimals[(place - base) % columns.length]));
    return excess <= right.reduce((sum, { place }) => sum + half(place), half(base + view.place(total, cross)) * parts.times);
  }

  build(): { form: FormTable; places: (Cell | null)[] } {
    const count = this.used.length;
    const places = new Array<Cell | null>(count).fill(null);
    const rowAt = new Array<RowSpec>(count);
    const columnAt = new Array<ColumnSpec>(count);
    this.sheets.forEach((sheet, i) => {
      const { rows, columns } = this.blocks[i];
      for (let at = 0; at < sheet.ticks.length; at++) {
        rowAt[sheet.base + at] = rows[(at / columns.length) | 0];
        columnAt[sheet.base + at] = columns[at % columns.length];
        if (this.used[sheet.base + at] === 1) { places[sheet.base + at] = cellWithFigure(sheet, at); }
      }
    });
    return { form: new InferredForm(this.blocks, this.equations, rowAt, columnAt), places };
  }
}

/** Invariant: as a compiled form table, but for what only a search for a fault needs, which is worked out when asked for. */
class InferredForm implements FormTable {
  readonly form = INFERRED_FORM;
  readonly id = 'inferred';
  readonly key = 'inferred';
  readonly title = '';
  readonly rowsAreDue = false;
  readonly places: number;
  private numbersAt: (readonly number[])[] | undefined;

  constructor(
    readonly blocks: readonly BlockSpec[], readonly equations: readonly EquationSpec[], readonly rowAt: readonly RowSpec[],
    readonly columnAt: readonly ColumnSpec[],
  ) {
    this.places = rowAt.length;
  }

  get rows(): readonly RowSpec[] { return this.blocks.flatMap((block) => block.rows); }

  get equationsAt(): readonly (readonly number[])[] {
    if (this.numbersAt === undefined) {
      const numbersAt = new Array<readonly number[]>(this.places).fill(NO_EQUATIONS);
      this.equations.forEach(({ left, right }, number) => {
        for (const { place } of left) { addTo(numbersAt, place, number); }
        for (const { place } of right) { addTo(numbersAt, place, number); }
      });
      this.numbersAt = numbersAt;
    }
    return this.numbersAt;
  }
}

function addTo(numbersAt: (readonly number[])[], place: number, number: number): void {
  const known = numbersAt[place];
  if (known === NO_EQUATIONS) { numbersAt[place] = [number]; } else { (known as number[]).push(number); }
}

/** The cell, its amount read as this table writes figures: in the table's unit, with its column's decimals. */
function cellWithFigure(sheet: Sheet, place: number): Cell {
  const cell = cellAt(sheet, place);
  const { amount } = cell.content;
  const decimals = Math.max(0, sheet.decimals[place % sheet.columns.length]);
  if (amount.kind === 'number' && amount.marks === 0 && amount.unit === '' && amount.decimals === decimals
    && decimals === 0 && sheet.power === 0) {
    return cell;
  }
  return { ...cell, content: { ...cell.content, amount: figureAmount(sheet.ticks[place], sheet.scale, decimals) } };
}

function figureAmount(ticks: number, scale: number, decimals: number): NumberAmount {
  const value = new Big(`${ticks}e-${scale}`);
  const whole = value.mod(1).eq(0) ? value.toNumber() : NaN;
  return { kind: 'number', value, whole, decimals, unit: '', marks: 0 };
}

/** A row as a form would have it; its name is made when a message wants it. */
class InferredRow implements RowSpec {
  readonly key = '';
  readonly aliases = NONE;
  readonly variants = NONE;
  readonly item = null;
  readonly groups = NONE;
  readonly unit = '';
  readonly kind = 'count';

  constructor(private readonly line: Line, readonly index: number, readonly block: number, readonly base: number) {}

  get id(): string { return `r${this.index + 1}`; }

  get label(): string { return this.line.name; }
}

function blocksOf(sheets: readonly Sheet[]): BlockSpec[] {
  let index = 0;
  return sheets.map((sheet, block) => {
    const width = sheet.columns.length;
    const columns: ColumnSpec[] = sheet.columns.map(({ name, kind }, c) => ({
      id: `c${c + 1}`, label: name, title: name, groups: NONE, keys: NONE, variants: NONE, unit: sheet.units[c] ?? '',
      kind: sheet.decimals[c] > 0 ? 'amount' : 'count',
      mayBeNegative: hasNegative(sheet, c), isTotal: kind === 'total' || kind === 'grand' || kind === 'subtotal',
    }));
    const rows = sheet.rows.map((line, row) => new InferredRow(line, index++, block, sheet.base + row * width));
    return {
      id: `b${block + 1}`, index: block, title: '', titleKeys: [], corner: '', cornerKeys: [], columnHeadings: [], headings: [], columns,
      rows,
    };
  });
}

function hasNegative({ ticks, columns }: Sheet, column: number): boolean {
  for (let i = column; i < ticks.length; i += columns.length) { if (ticks[i] < 0) { return true; } }
  return false;
}
