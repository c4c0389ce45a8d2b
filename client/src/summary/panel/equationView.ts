/**
 * One equation laid open, as an XBRL viewer's calculation inspector does it. Invariant: what is computed stands beside what is
 * reported, and their difference below; terms left out because they are zero are counted.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { EquationDetail, EquationSide, TermReport } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { worded } from '../../wording';
import type { PanelActions } from './actions';
import { cellLink } from './cellLink';
import { VERDICT_SIGNS } from './signs';
import { visibleText } from './visibleText';

export function equationView(equation: EquationDetail, strings: Strings, actions: PanelActions): TemplateResult {
  const { left, right, relation, difference } = equation;
  const total = left.terms.length === 1 && left.zeros === 0 ? left.terms[0] : null;
  return html`<table class="terms">
    <thead><tr>
      <th scope="col"><span class="hidden">${strings.sign}</span></th><th scope="col">${strings.term}</th>
      <th scope="col" class="number">${strings.value}</th><th scope="col" class="number">${strings.running}</th><th scope="col" title=${strings.othersHelp}>${strings.others}</th>
    </tr></thead>
    <tbody>
      ${total === null ? [sideRows(left, strings, actions), sumRow(strings.sideSum, left, strings)] : nothing}
      ${sideRows(right, strings, actions)}${sumRow(total === null ? strings.sideSum : strings.computed, right, strings)}
      ${total === null ? nothing : termRow({ ...total, sign: '+' }, strings, actions, `${relation === '=' ? '' : `${relation} `}${strings.reported}`)}
      ${difference === '' ? nothing : html`<tr class="difference"><td></td><th scope="row">${strings.difference}</th><td class="number">${difference}</td><td></td><td></td></tr>`}
    </tbody>
  </table>`;
}

function sideRows({ terms, zeros }: EquationSide, strings: Strings, actions: PanelActions): TemplateResult[] {
  return [
    ...terms.map((term) => termRow(term, strings, actions, '')),
    ...(zeros > 0 ? [html`<tr class="quiet"><td></td><td colspan="4">${worded(strings.zeros, zeros)}</td></tr>`] : []),
  ];
}

/** @param role what the term is called in the equation, '' for one of several */
function termRow(term: TermReport, strings: Strings, actions: PanelActions, role: string): TemplateResult {
  return html`<tr class=${role === '' ? '' : 'reported'} ?data-suspect=${term.isSuspect}>
    <td class="sign">${role === '' ? term.sign : ''}</td>
    <th scope="row">${role === '' ? nothing : html`<span class="role">${role}</span> `}${cellLink(term, visibleText(term.name), actions)}</th>
    <td class="number">${term.isKnown ? visibleText(term.text) : term.text === '' ? strings.unknown : `${visibleText(term.text)} ?`}</td>
    <td class="number">${role === '' && term.isKnown ? term.running : ''}</td>
    <td>${others(term, strings)}</td>
  </tr>`;
}

function sumRow(label: string, { sum }: EquationSide, strings: Strings): TemplateResult {
  return html`<tr class="sum"><td></td><th scope="row">${label || strings.sideSum}</th><td class="number">${sum}</td><td></td><td></td></tr>`;
}

function others({ others: { held, broken, open } }: TermReport, strings: Strings): TemplateResult | typeof nothing {
  const counts = [[VERDICT_SIGNS.held, held], [VERDICT_SIGNS.broken, broken], [VERDICT_SIGNS.open, open]] as const;
  const present = counts.filter(([, count]) => count > 0);
  if (present.length === 0) { return nothing; }
  return html`<span aria-hidden="true">${present.map(([sign, count]) => `${sign}${count}`).join(' ')}</span>
    <span class="hidden">${worded(strings.othersText, held, broken, open)}</span>`;
}
