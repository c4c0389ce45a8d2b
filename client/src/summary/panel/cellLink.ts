/**
 * A cell's name as the way to its place in the text. Invariant: a cell that the text does not have is named and leads nowhere.
 */
import { html, type TemplateResult } from 'lit';
import type { CellReference } from '../../../../server/src/protocol/summary';
import type { PanelActions } from './actions';

export function cellLink({ range, cell }: CellReference, text: string, actions: PanelActions): TemplateResult {
  return range === null ? html`<span>${text}</span>`
    : html`<button class="link" @click=${() => actions.reveal(range, cell)}>${text}</button>`;
}
