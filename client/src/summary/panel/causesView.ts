/**
 * Equations that need a look, by cause: the sentence, the suspects with what speaks for and against them, the repairs with what
 * they would do, and each equation laid open. Invariant: every figure named is a way to its place in the text.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CauseReport, EquationDetail, RepairOffer, ShownTable, SuspectCell, TableHead } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { worded } from '../../wording';
import type { PanelActions } from './actions';
import { cellLink } from './cellLink';
import { equationView } from './equationView';
import { previewKey, type PanelState } from './panelState';
import { VERDICT_SIGNS } from './signs';
import { visibleText } from './visibleText';

interface View {
  readonly strings: Strings;
  readonly state: PanelState;
  readonly actions: PanelActions;
}

export function causesView(
  { causes }: ShownTable, { equations }: TableHead, strings: Strings, state: PanelState, actions: PanelActions,
): TemplateResult {
  const view = { strings, state, actions };
  return html`<section>
    <h2>${strings.equations}</h2>
    ${causes.length > 0 ? causes.map((cause, number) => causeView(cause, number === 0, view))
      : html`<p class="quiet">${equations.declared === 0 ? strings.noneDeclared : strings.allEvaluated}</p>`}
  </section>`;
}

function causeView(cause: CauseReport, isFirst: boolean, view: View): TemplateResult {
  const { strings } = view;
  const isBroken = cause.state === 'broken';
  const hasOneBest = cause.repairs.filter(({ preferred }) => preferred).length === 1;
  return html`<article class="cause" data-state=${isBroken ? 'broken' : 'open'}>
    <h3><span class="sign" aria-hidden="true">${isBroken ? VERDICT_SIGNS.broken : VERDICT_SIGNS.open}</span><span>${cause.title.split('\n').map((line) => html`<span class="said">${visibleText(line, 600)}</span>`)}</span></h3>
    ${cause.suspects.length === 0 ? nothing : html`<h4>${cause.sure ? strings.sure : strings.suspects}</h4>
      <ol class="suspects">${cause.suspects.map(({ cells }) => html`<li>${cells.map((cell) => suspectView(cell, view))}</li>`)}</ol>`}
    ${cause.repairs.length === 0 ? nothing : html`<h4>${strings.repairs}</h4>
      <div class="repairs">${cause.repairs.map((repair) => repairView(repair, hasOneBest && repair.preferred, view))}</div>`}
    ${cause.equations.map((equation, number) => detailsView(`${cause.id}/${equation.number}`, equation, isFirst && isBroken && number === 0, view))}
  </article>`;
}

/** @param id under which it is kept whether the user has it open @param isOpen where the user has not chosen */
function detailsView(id: string, equation: EquationDetail, isOpen: boolean, { strings, actions, state: { kept } }: View): TemplateResult {
  return html`<details class="equation" ?open=${kept.open[id] ?? isOpen}
      @toggle=${(event: Event) => actions.toggle(id, (event.target as HTMLDetailsElement).open)}>
    <summary>${visibleText(equation.sentence)}</summary>
    ${equation.lacking.length === 0 ? nothing : html`<p class="lacking">${strings.lacking}
      ${equation.lacking.map((cell) => cellLink(cell, visibleText(cell.name), actions))}</p>`}
    ${equationView(equation, strings, actions)}
  </details>`;
}

function suspectView(cell: SuspectCell, { strings, actions }: View): TemplateResult {
  return html`<div class="suspect">
    ${cellLink(cell, worded(strings.suspectChange, visibleText(cell.name), visibleText(cell.text) || '□', cell.value), actions)}
    <ul class="evidence">${cell.evidence.map(({ sentence, state }) => html`<li title=${strings[EVIDENCE[state].word]}>
      <span class="sign" aria-hidden="true">${EVIDENCE[state].sign}</span><span>${visibleText(sentence)}<span class="hidden">, ${strings[EVIDENCE[state].word]}</span></span></li>`)}</ul>
  </div>`;
}

const EVIDENCE = {
  held: { sign: '✓', word: 'evidenceHeld' }, broken: { sign: '≠→✓', word: 'evidenceBroken' }, open: { sign: '–', word: 'evidenceOpen' },
} as const;

function repairView(repair: RepairOffer, isBest: boolean, { strings, state, actions }: View): TemplateResult {
  const preview = state.previews.get(previewKey(repair));
  return html`<button class=${isBest ? 'repair preferred' : 'repair'} @click=${() => actions.repair({ finding: repair.finding, repair: repair.repair })}>
    <span>${visibleText(repair.title)}</span>
    ${preview === undefined ? nothing : html`<span class="preview">${worded(strings.preview, preview.held, preview.broken)}</span>`}
  </button>`;
}
