/**
 * Small bar charts that are tables at the same time: every bar has its label and its number beside it. Invariant: a figure that is
 * not known has no bar and says so.
 */
import { html, svg, type TemplateResult } from 'lit';
import type { ChartReport, ShownTable } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { visibleText } from './visibleText';

export function chartsView({ charts }: ShownTable, strings: Strings): TemplateResult | '' {
  if (charts.length === 0) { return ''; }
  return html`<section><h2>${strings.charts}</h2><div class="charts">${charts.map((chart) => chartView(chart, strings))}</div></section>`;
}

function chartView({ title, bars }: ChartReport, strings: Strings): TemplateResult {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return html`<table class="chart">
    <caption>${title}</caption>
    <tbody>${bars.map(({ label, value }) => html`<tr>
      <th scope="row">${visibleText(label)}</th>
      <td class="number">${value ?? strings.unknown}</td>
      <td class="picture" aria-hidden="true"><svg focusable="false">${value === null ? '' : svg`<rect width="${(Math.max(0, value) / most) * 100}%" height="100%" rx="1"></rect>`}</svg></td>
    </tr>`)}</tbody>
  </table>`;
}
