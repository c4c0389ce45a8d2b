/**
 * The panel's script: keeps what it is told, draws it, says what the user does. Invariant: it shows the last whole snapshot and
 * nothing of an earlier one; what it sends names the document and version of what was on the screen.
 */
import { html, render, type TemplateResult } from 'lit';
import type { Summary } from '../../../../server/src/protocol/summary';
import { worded } from '../../wording';
import type { FromPanel, ToPanel } from '../panelMessages';
import type { PanelActions } from './actions';
import { causesView } from './causesView';
import { chartsView } from './chartsView';
import type { GridElement } from './gridElement';
import { FIRST_STATE, NOTHING_KEPT, previewKey, readKept, type Kept, type PanelState } from './panelState';
import { recordView } from './recordView';
import { tablesView } from './tablesView';
import { verdictView } from './verdictView';
import { visibleText } from './visibleText';
import './gridElement';
import './panel.css';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): unknown; setState(state: Kept): void };

const vscode = acquireVsCodeApi();
const root = document.getElementById('panel')!;
/** Findings whose repairs are tried out at once. */
const MOST_PREVIEWS = 20;

let state: PanelState = { ...FIRST_STATE, kept: readKept(vscode.getState()) };

function update(change: Partial<PanelState>): void {
  state = { ...state, ...change };
  if (change.kept) { vscode.setState(change.kept); }
  render(page(), root);
}

function keep(change: Partial<Kept>): void {
  update({ kept: { ...state.kept, ...change } });
}

const actions: PanelActions = {
  reveal(range, cell) {
    const { summary } = state;
    if (summary === null || range === null) { return; }
    if (cell >= 0) { keep({ cell }); root.querySelector<GridElement>('gouji-grid')?.mark(cell); }
    vscode.postMessage({ type: 'reveal', ...versionOf(summary), range });
  },
  showTable(table) {
    if (state.summary === null) { return; }
    keep({ table, cell: null });
    vscode.postMessage({ type: 'showTable', uri: state.summary.uri, table });
  },
  edit(cell, text) {
    const { summary } = state;
    if (summary?.shown) { vscode.postMessage({ type: 'edit', ...versionOf(summary), table: summary.shown.index, cell, text }); }
  },
  repair(repair) {
    if (state.summary !== null) { vscode.postMessage({ type: 'repair', ...versionOf(state.summary), ...repair }); }
  },
  record(form) { vscode.postMessage({ type: 'record', form }); },
  toggle(key, isOpen) { if (state.kept.open[key] !== isOpen) { keep({ open: { ...state.kept.open, [key]: isOpen } }); } },
};

function versionOf({ uri, version }: Summary): { uri: string; version: number } {
  return { uri, version };
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'strings': return update({ strings: data.strings });
    case 'nothing': return update({ summary: null, nothing: data.reason, notice: '' });
    case 'notice': return update({ notice: data.text });
    case 'summary': return showSummary(data.summary);
    case 'cursor': return followCursor(data);
    case 'previews': return update({ previews: new Map(data.answer.previews.map((preview) => [previewKey(preview), preview])) });
  }
});

function showSummary(summary: Summary): void {
  const kept = state.kept.uri === summary.uri ? state.kept : { ...NOTHING_KEPT, uri: summary.uri };
  if (kept.table !== null && kept.table !== summary.shown?.index && kept.table < summary.tables.length && state.summary === null) {
    vscode.postMessage({ type: 'showTable', uri: summary.uri, table: kept.table });
  }
  const isSame = state.summary?.uri === summary.uri && state.summary.version === summary.version;
  if (state.summary !== null && state.summary.uri !== summary.uri) { window.scrollTo(0, 0); }
  update({
    summary, kept, ...(isSame ? {} : { previews: FIRST_STATE.previews, notice: '' }),
    ...(state.summary?.uri === summary.uri ? {} : { cursor: null }),
  });
  const findings = [
    ...new Set(summary.shown?.causes.flatMap(({ repairs }) => repairs.map(({ finding }) => finding)) ?? []),
  ].slice(0, MOST_PREVIEWS);
  if (findings.length > 0) { vscode.postMessage({ type: 'preview', ...versionOf(summary), findings }); }
}

/** Where it moves into another table, that one is shown. */
function followCursor({ uri, position, isMove }: Extract<ToPanel, { type: 'cursor' }>): void {
  const { summary } = state;
  if (summary === null || summary.uri !== uri) { return; }
  const isSame = state.cursor?.line === position.line && state.cursor.character === position.character;
  if (!isSame) { update({ cursor: position }); }
  const table = summary.tables.findIndex(({ range: { start, end } }) => position.line >= start.line && position.line <= end.line
    && (position.line < end.line || position.character <= end.character));
  if (isMove && table >= 0 && table !== summary.shown?.index) { actions.showTable(table); }
}

function page(): TemplateResult {
  const { strings, summary, nothing, notice } = state;
  if (strings === null) { return html``; }
  return html`<div class="notice" role="status" aria-live="polite">${visibleText(notice)}</div>
    ${summary === null ? html`<p class="quiet">${nothing}</p>` : summaryView(summary, state, strings)}`;
}

function summaryView(summary: Summary, shownState: PanelState, strings: NonNullable<PanelState['strings']>): TemplateResult {
  const { shown } = summary;
  const head = shown && summary.tables[shown.index];
  return html`${verdictView(summary, strings, shownState.kept, actions)}
    ${tablesView(summary, strings, actions)}
    ${shown === null || head === null ? '' : html`<div id="shown" role="tabpanel" aria-labelledby="tab-${shown.index}">
      <gouji-grid .table=${shown} .cursor=${shownState.cursor} .strings=${strings} .about=${`${summary.uri}#${shown.index}`} .marked=${shownState.kept.cell} .actions=${actions}
        .label=${worded(strings.gridLabel, visibleText(head.title))}></gouji-grid>
      <p class="quiet help">${strings.gridHelp}</p>
      ${causesView(shown, head, strings, shownState, actions)}
      ${chartsView(shown, strings)}
    </div>`}
    ${recordView(strings, actions)}`;
}

vscode.postMessage({ type: 'ready' });
