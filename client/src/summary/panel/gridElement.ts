/**
 * The grid: a table that can be walked, read out and edited cell by cell. Invariant: one cell at a time can be reached by Tab
 * (roving tabindex) and its row is always drawn; of the others only rows in sight are.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Position } from '../../../../server/src/protocol/report';
import type { GridBlock, GridCell, ShownTable } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import type { PanelActions } from './actions';
import { clampPlace, isOfTheInput, moved } from './gridKeys';
import { cellView, headerView, lineView, type LineView } from './gridView';
import { measures } from './measures';
import { cellAt, layOutGrid, LINE, linesInSight, rangeAt, stubWidth, sumOf, TextPlaces, type GridLayout, type Place } from './rows';

/** Rows drawn beyond those in sight. */
const BEYOND = 8;
/** Drawn before the element knows its height. */
const FIRST_HEIGHT = 480;
const FIRST_WIDTH = 300;

export class GridElement extends LitElement {
  static override properties = {
    table: { attribute: false }, cursor: { attribute: false }, strings: { attribute: false },
    label: { attribute: false }, about: { attribute: false }, marked: { attribute: false }, active: { state: true },
    edited: { state: true }, from: { state: true }, to: { state: true }, width: { state: true },
  };

  declare table: ShownTable;
  /** Where the cursor is in the text, if in this document. */
  declare cursor: Position | null;
  declare strings: Strings;
  declare label: string;
  /** Names document and table: with another one the grid begins anew. */
  declare about: string;
  /** Number of a cell to mark when the table appears. */
  declare marked: number | null;
  declare private active: Place;
  /** The new text of the active cell while it is edited. */
  declare private edited: string | null;
  declare private from: number;
  declare private to: number;
  declare private width: number;

  actions!: PanelActions;
  private layout!: GridLayout;
  private places!: TextPlaces;
  private scroller: HTMLElement | undefined;
  private readonly resized = new ResizeObserver(() => this.measure());
  private wantsFocus = false;

  constructor() {
    super();
    this.active = { line: 0, column: 0 };
    this.edited = null;
    this.cursor = null;
    this.marked = null;
    this.width = FIRST_WIDTH;
    this.from = 0;
    this.to = Math.ceil(FIRST_HEIGHT / LINE);
  }

  /** In the page itself: its stylesheet and its labels reach in. */
  protected override createRenderRoot(): HTMLElement { return this; }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('table') || (changed as PropertyValues).has('width')) {
      const isOther = changed.has('about');
      this.layout = layOutGrid(this.table.blocks, this.width);
      this.places = new TextPlaces(this.layout);
      if (isOther) { this.edited = null; this.active = this.places.ofCell(this.marked ?? -1) ?? firstPlace(this.layout); }
      this.active = clampPlace(this.layout, this.active);
    }
    const at = this.cursor && (changed.has('cursor') || changed.has('table')) ? this.places.at(this.cursor) : null;
    if (at !== null && this.edited === null) { this.active = at; }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active') || changed.has('table')) { this.bringIntoSight(this.active); }
    if (this.wantsFocus) {
      this.wantsFocus = false;
      this.querySelector<HTMLElement>(this.edited === null ? '[tabindex="0"]' : 'input')?.focus({ preventScroll: true });
    }
    this.look();
  }

  /** Marks a cell by its number, without the focus. */
  mark(cell: number): void {
    const place = this.places.ofCell(cell);
    if (place) { this.active = place; }
  }

  protected override render(): TemplateResult {
    const { layout, table: { blocks } } = this;
    const [fixed] = blocks;
    const rowCount = layout.lines.length + (layout.isHeaderFixed ? fixed.headerRows : 0);
    return html`<div class="grid" role="grid" aria-label=${this.label} aria-rowcount=${rowCount} aria-colcount=${1 + Math.max(...blocks.map(({ columns }) => columns))}
        ${measures({ '--stub': `${layout.isUnlabelled ? 0 : stubWidth(this.width)}px`, '--figures': `${Math.max(...layout.widths.map(sumOf))}px` })} ${ref((element) => this.watch(element))}
        @scroll=${() => this.look()} @keydown=${(event: KeyboardEvent) => this.press(event)}>
      ${layout.isHeaderFixed && fixed.headerRows > 0 ? headerView(this.lineView(fixed, 0), 1) : nothing}
      <div class="rows" role="rowgroup" ${measures({ height: `${layout.height}px` })}>
        ${repeat(this.drawn(), (line) => line, (line) => lineView(this.lineView(blocks[layout.lines[line].block], layout.lines[line].block), line))}
      </div>
    </div>`;
  }

  private drawn(): number[] {
    const lines = Array.from({ length: Math.max(0, this.to - this.from) }, (_, i) => this.from + i);
    const { line } = this.active;
    return lines.includes(line) || line >= this.layout.lines.length ? lines : line < this.from ? [line, ...lines] : [...lines, line];
  }

  private lineView(block: GridBlock, number: number): LineView {
    const { layout, strings, active, edited } = this;
    return {
      block, layout, strings, active, widths: layout.widths[number],
      cell: (cell, place, name) => cellView({
        cell, place, name, isActive: place.line === active.line && place.column === active.column, edited, strings,
      }, {
        select: () => this.select(place, true), edit: () => this.startEdit(place, null), change: (text) => { this.edited = text; },
        leave: () => this.finish(true, false),
      }),
    };
  }

  private watch(element: Element | undefined): void {
    if (element === this.scroller) { return; }
    this.resized.disconnect();
    this.scroller = element as HTMLElement | undefined;
    if (this.scroller) { this.resized.observe(this.scroller); }
  }

  private measure(): void {
    if (this.scroller) { this.width = this.scroller.clientWidth; }
    this.look();
  }

  /** Which rows are in sight. */
  private look(): void {
    if (!this.scroller) { return; }
    const { scrollTop, clientHeight } = this.scroller;
    const [from, to] = linesInSight(this.layout, scrollTop, scrollTop + clientHeight);
    this.from = Math.max(0, from - BEYOND);
    this.to = Math.min(this.layout.lines.length, to + BEYOND);
  }

  /** Within the grid alone: the page stays where its reader is. */
  private bringIntoSight({ line, column }: Place): void {
    const found = this.layout.lines[line];
    if (!found || !this.scroller) { return; }
    const header = this.scroller.querySelector<HTMLElement>('.header.fixed')?.offsetHeight ?? 0;
    const { scrollTop, clientHeight } = this.scroller;
    if (found.top < scrollTop) { this.scroller.scrollTop = found.top; }
    else if (found.top + found.height + header > scrollTop + clientHeight) {
      this.scroller.scrollTop = found.top + found.height + header - clientHeight;
    }
    const widths = this.layout.widths[found.block];
    if (column < 0 || column >= widths.length) { return; }
    const right = this.scroller.scrollWidth - sumOf(widths.slice(column + 1));
    const stub = this.layout.isUnlabelled ? 0 : stubWidth(this.width);
    this.scroller.scrollLeft = Math.max(
      right - this.scroller.clientWidth, Math.min(this.scroller.scrollLeft, right - widths[column] - stub),
    );
  }

  private select(place: Place, isRevealed: boolean): void {
    this.active = place;
    this.wantsFocus = true;
    const range = rangeAt(this.layout, place);
    if (isRevealed && range) { this.actions.reveal(range, cellAt(this.layout, place)?.cell ?? -1); }
  }

  private press(event: KeyboardEvent): void {
    if (this.edited !== null) { if (!event.isComposing) { this.pressInEdit(event); } return; }
    const to = moved(this.layout, this.active, event, Math.max(1, Math.floor((this.scroller?.clientHeight ?? 0) / LINE) - 2));
    if (to !== null) { event.preventDefault(); this.select(to, true); return; }
    const starts = event.key === 'Enter' || event.key === 'F2';
    const types = event.key.length === 1 && /[\d.+\-−]/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (starts || types) { event.preventDefault(); this.startEdit(this.active, types ? event.key : null); }
  }

  private pressInEdit(event: KeyboardEvent): void {
    if (isOfTheInput(event)) { event.stopPropagation(); }
    if (event.key !== 'Enter' && event.key !== 'Escape') { return; }
    event.preventDefault();
    this.finish(event.key === 'Enter', true);
  }

  /** @param text what replaces the cell's text from the start, null to begin with what it holds */
  private startEdit(place: Place, text: string | null): void {
    const cell = cellAt(this.layout, place);
    if (cell === null || cell.cell < 0) { return; }
    this.active = place;
    this.edited = text ?? cell.text;
    this.wantsFocus = true;
  }

  private finish(isKept: boolean, keepsFocus: boolean): void {
    const text = this.edited;
    if (text === null) { return; }
    const cell: GridCell | null = cellAt(this.layout, this.active);
    this.edited = null;
    this.wantsFocus = keepsFocus;
    if (isKept && cell !== null && text !== cell.text) { this.actions.edit(cell.cell, text); }
  }
}

/** The first suspect, else the first figure. */
function firstPlace({ lines }: GridLayout): Place {
  const rowOf = (is: (cell: GridCell) => boolean): Place | null => {
    for (let line = 0; line < lines.length; line++) {
      const found = lines[line];
      const column = found.kind === 'row' ? found.row.cells.findIndex(is) : -1;
      if (column >= 0) { return { line, column }; }
    }
    return null;
  };
  return rowOf(({ state }) => state === 'suspect') ?? rowOf(() => true) ?? { line: 0, column: 0 };
}

customElements.define('gouji-grid', GridElement);
