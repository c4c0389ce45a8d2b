/**
 * What a line of the grid looks like. Invariant: every row, header and cell has its role and its index, so that it is read out with
 * its headers even though most rows are not drawn; a state is a sign and a word before it is a colour.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GridBlock, GridCell, GridRow } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { worded } from '../../wording';
import { measures } from './measures';
import type { GridLayout, Place } from './rows';
import { CELL_SIGNS, CELL_WORDS } from './signs';
import { visibleText } from './visibleText';

export interface LineView {
  readonly block: GridBlock;
  readonly layout: GridLayout;
  readonly widths: readonly number[];
  readonly strings: Strings;
  readonly active: Place;
  cell(cell: GridCell, place: Place, name: string): TemplateResult;
}

export function lineView(view: LineView, number: number): TemplateResult {
  const { layout: { lines, isHeaderFixed }, block } = view;
  const line = lines[number];
  const index = number + 1 + (isHeaderFixed ? block.headerRows : 0);
  const place = measures({ top: `${line.top}px`, height: `${line.height}px`, 'grid-template-columns': template(view) });
  switch (line.kind) {
    case 'title': return html`<div class="line title" role="row" aria-rowindex=${index} ${place}>
      <span role="rowheader" aria-colindex="1">${visibleText(line.text)}</span></div>`;
    case 'header': return html`<div class="line inner" role="presentation" ${measures({ top: `${line.top}px`, height: `${line.height}px` })}>${headerView(view, index)}</div>`;
    case 'row': return html`<div class="line ${line.row.kind}" role="row" aria-rowindex=${index} data-oddity=${line.row.oddity ?? nothing} ${place}>
      ${labelView(view, line.row, number)}
      ${line.row.cells.map((cell, column) => view.cell(cell, { line: number, column }, nameOf(view.block, line.row, column)))}
    </div>`;
  }
}

function nameOf({ header }: GridBlock, { label }: GridRow, column: number): string {
  const leaf = header.find((one) => one.column === column && one.columnSpan === 1);
  return [label, leaf?.text ?? String(column + 1)].filter(Boolean).map((text) => visibleText(text, 60)).join(' · ');
}

function template({ widths, layout: { isUnlabelled } }: LineView): string {
  return `${isUnlabelled ? '' : 'minmax(var(--stub), 1fr) '}${widths.map((width) => `${width}px`).join(' ')}`;
}

function labelView({ layout, active, strings }: LineView, row: GridRow, number: number): TemplateResult | typeof nothing {
  if (layout.isUnlabelled) { return nothing; }
  const isActive = active.line === number && active.column < 0;
  const oddity = row.oddity === null
    ? undefined
    : { missing: strings.missingRow, unknown: strings.unknownRow, duplicate: strings.duplicateRow }[row.oddity];
  return html`<span class="label" role="rowheader" aria-colindex="1" aria-colspan=${row.kind === 'group' ? row.cells.length + 1 : nothing} tabindex=${isActive ? 0 : -1}
      data-line=${number} data-column="-1" title=${[visibleText(row.label), oddity, row.note].filter(Boolean).join('\n')} ${measures({ '--depth': row.depth })}>
    ${oddity === undefined ? nothing : html`<span class="sign" aria-hidden="true">×</span>`}<bdi>${visibleText(row.label)}</bdi>
    ${oddity === undefined ? nothing : html`<span class="hidden">, ${oddity}</span>`}
    ${row.note === '' ? nothing : html`<span class="hidden">, ${visibleText(row.note)}</span>`}
  </span>`;
}

/** @param index of its first row among the grid's rows, from 1 */
export function headerView(view: LineView, index: number): TemplateResult {
  const { block: { header, headerRows, corner }, layout: { isUnlabelled, isHeaderFixed } } = view;
  const stub = isUnlabelled ? 0 : 1;
  const rows = Array.from({ length: headerRows }, (_, row) => header.filter((one) => one.row === row));
  return html`<div class="header ${isHeaderFixed ? 'fixed' : ''}" role=${isHeaderFixed ? 'rowgroup' : 'presentation'} ${measures({ 'grid-template-columns': template(view) })}>
    ${rows.map((cells, row) => html`<div class="header-row" role="row" aria-rowindex=${index + row}>
      ${row > 0 || isUnlabelled ? nothing : html`<span class="label corner" role="columnheader" aria-colindex="1" aria-rowspan=${headerRows} title=${visibleText(corner)}
        ${measures({ 'grid-area': `1 / 1 / span ${headerRows} / span 1` })}><span class=${corner === '' ? 'hidden' : 'clamped'}>${visibleText(corner) || '–'}</span></span>`}
      ${cells.map(({ text, column, rowSpan, columnSpan }) => html`<span role="columnheader" aria-colindex=${column + 2} aria-colspan=${columnSpan} aria-rowspan=${rowSpan}
        title=${visibleText(text)} ${measures({ 'grid-area': `${row + 1} / ${column + 1 + stub} / span ${rowSpan} / span ${columnSpan}` })}>${visibleText(text)}</span>`)}
    </div>`)}
  </div>`;
}

export interface CellShown {
  readonly cell: GridCell;
  readonly place: Place;
  readonly name: string;
  readonly isActive: boolean;
  readonly edited: string | null;
  readonly strings: Strings;
}

export interface CellActions {
  select(): void;
  edit(): void;
  change(text: string): void;
  leave(): void;
}

export function cellView(
  { cell, place: { line, column }, name, isActive, edited, strings }: CellShown, actions: CellActions,
): TemplateResult {
  const { state, text, note } = cell;
  const isEdited = isActive && edited !== null;
  return html`<span class="cell" role="gridcell" aria-colindex=${column + 2} aria-selected=${isActive} aria-readonly=${cell.cell < 0} tabindex=${isActive && !isEdited ? 0 : -1}
      data-state=${state} data-cell=${cell.cell} data-line=${line} data-column=${column} title=${[name, strings[CELL_WORDS[state]], note].filter(Boolean).join('\n')}
      @click=${() => { if (!isEdited) { actions.select(); } }} @dblclick=${() => actions.edit()}>
    ${isEdited ? html`<input type="text" aria-label=${worded(strings.editCell, name)} .value=${live(edited)}
        @input=${(event: InputEvent) => actions.change((event.target as HTMLInputElement).value)} @blur=${() => actions.leave()}>`
      : html`<span class="sign" aria-hidden="true">${CELL_SIGNS[state]}</span><bdi>${visibleText(text, 80)}</bdi>
        ${state === 'held' || state === 'free' ? nothing : html`<span class="hidden">, ${strings[CELL_WORDS[state]]}</span>`}`}
  </span>`;
}
