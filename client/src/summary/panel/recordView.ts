/**
 * The way to a review record. Invariant: the record itself is made by the server; here are only the buttons.
 */
import { html, type TemplateResult } from 'lit';
import type { Strings } from '../strings';
import type { PanelActions } from './actions';

export function recordView(strings: Strings, actions: PanelActions): TemplateResult {
  return html`<section class="record">
    <h2>${strings.record}</h2>
    <p class="quiet">${strings.recordHelp}</p>
    <div class="buttons">
      <button @click=${() => actions.record('copy')}>${strings.copyMarkdown}</button>
      <button @click=${() => actions.record('markdown')}>${strings.saveMarkdown}</button>
      <button @click=${() => actions.record('html')}>${strings.saveHtml}</button>
    </div>
  </section>`;
}
