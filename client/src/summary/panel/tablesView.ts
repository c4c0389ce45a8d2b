/**
 * The document's tables, one tab each, with the verdict on each. Invariant: one tab can be reached by Tab, the others by arrows.
 */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Summary, TableHead } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { worded } from '../../wording';
import type { PanelActions } from './actions';
import { VERDICT_SIGNS } from './signs';
import { stateOf } from './verdictView';
import { visibleText } from './visibleText';

export function tablesView({ tables, shown }: Summary, strings: Strings, actions: PanelActions): TemplateResult {
  if (shown === null) { return html`<p class="quiet">${strings.noTables}</p>`; }
  const move = (event: KeyboardEvent): void => {
    const to = { ArrowDown: shown.index + 1, ArrowUp: shown.index - 1, Home: 0, End: tables.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= tables.length) { return; }
    event.preventDefault();
    actions.showTable(to);
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return html`<section>
    <h2 id="tables">${strings.tables}</h2>
    <div class="tabs" role="tablist" aria-orientation="vertical" aria-labelledby="tables" @keydown=${move}>
      ${tables.map((table, number) => tab(table, number, number === shown.index, strings, actions))}
    </div>
  </section>`;
}

function tab(
  { title, equations, findings }: TableHead, number: number, isShown: boolean, strings: Strings, actions: PanelActions,
): TemplateResult {
  const state = stateOf(equations);
  const found = findings.error + findings.warning + findings.information + findings.hint;
  const { held, declared, broken, notEvaluated } = equations;
  return html`<button role="tab" id="tab-${number}" aria-selected=${isShown} tabindex=${isShown ? 0 : -1} aria-controls=${ifDefined(isShown ? 'shown' : undefined)}
      data-state=${declared === 0 ? 'none' : state} title=${worded(strings.tableState, held, declared, broken, notEvaluated, found)} @click=${() => actions.showTable(number)}>
    <span class="sign" aria-hidden="true">${declared === 0 ? '' : VERDICT_SIGNS[state]}</span>
    <span class="name">${visibleText(title)}</span>
    <span class="hidden">${worded(strings.tableState, held, declared, broken, notEvaluated, found)}</span>
    <span class="count" aria-hidden="true">${declared === 0 ? '' : `${held}/${declared}`}</span>
  </button>`;
}
