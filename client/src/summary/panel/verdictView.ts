/**
 * The verdict: what holds, what does not, what could not be evaluated, of how many. Invariant: the three counts are those of the
 * snapshot and stand in words and signs; the bar only repeats them.
 */
import { html, svg, type TemplateResult } from 'lit';
import type { EquationCounts } from '../../../../server/src/protocol/report';
import type { Summary } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';
import { worded } from '../../wording';
import type { PanelActions } from './actions';
import type { Kept } from './panelState';
import { LEVEL_SIGNS, VERDICT_SIGNS } from './signs';
import { visibleText } from './visibleText';

const LEVELS = ['error', 'warning', 'information', 'hint'] as const;

export function verdictView(summary: Summary, strings: Strings, kept: Kept, actions: PanelActions): TemplateResult {
  const { equations, form, year, lastYear, unchecked, exceptions } = summary;
  const state = stateOf(equations);
  return html`<section class="verdict" data-state=${state}>
    <h1><span class="sign" aria-hidden="true">${VERDICT_SIGNS[state]}</span>${headline(equations, strings)}</h1>
    ${equations.declared > 0 ? [bar(equations), counts(equations, strings)] : ''}
    <p class="form">${[year === null ? '' : worded(strings.yearOf, year), form ?? strings.noForm].filter(Boolean).map(visible).join(' · ')}</p>
    ${lastYear === null ? '' : html`<p class="last-year">${visible(lastYear)}</p>`}
    ${levels(summary, strings)}
    ${list('unchecked', worded(strings.unchecked, unchecked.reduce((sum, { count }) => sum + count, 0)), unchecked.map(({ reason }) => reason), kept, actions)}
    ${list('exceptions', worded(strings.exceptions, exceptions.length), exceptions, kept, actions)}
  </section>`;
}

/** Sentences to be unfolded; nothing where there are none. */
function list(name: string, title: string, sentences: readonly string[], kept: Kept, actions: PanelActions): TemplateResult | '' {
  return sentences.length === 0 ? '' : html`<details class="unchecked" ?open=${kept.open[name] ?? false}
      @toggle=${(event: Event) => actions.toggle(name, (event.target as HTMLDetailsElement).open)}>
    <summary>${title}</summary>
    <ul>${sentences.map((sentence) => html`<li>${visible(sentence)}</li>`)}</ul>
  </details>`;
}

const visible = (text: string): string => visibleText(text);

export function stateOf({ declared, broken, notEvaluated }: EquationCounts): 'held' | 'broken' | 'open' {
  return broken > 0 ? 'broken' : notEvaluated > 0 || declared === 0 ? 'open' : 'held';
}

function headline({ declared, broken, notEvaluated }: EquationCounts, strings: Strings): string {
  if (declared === 0) { return strings.noEquations; }
  if (broken > 0) { return worded(strings.broken, broken, declared); }
  return notEvaluated > 0 ? worded(strings.open, notEvaluated, declared) : worded(strings.allHold, declared);
}

/** Held plain, broken hatched, not evaluated hollow: told apart without colour. */
function bar({ declared, held, broken, notEvaluated }: EquationCounts): TemplateResult {
  const width = (count: number): number => (count / declared) * 100;
  return html`<svg class="bar" aria-hidden="true" focusable="false">
    <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="broken" width="3" height="5"></rect></pattern></defs>
    ${held > 0 ? svg`<rect class="held" x="0" width="${width(held)}%" height="100%"></rect>` : ''}
    ${broken > 0 ? svg`<rect fill="url(#hatch)" x="${width(held)}%" width="${width(broken)}%" height="100%"></rect>` : ''}
    ${notEvaluated > 0 ? svg`<rect class="open" x="${width(held + broken)}%" width="${width(notEvaluated)}%" height="100%"></rect>` : ''}
  </svg>`;
}

function counts({ held, broken, notEvaluated }: EquationCounts, strings: Strings): TemplateResult {
  const one = (state: keyof typeof VERDICT_SIGNS, count: number, word: string): TemplateResult => html`<li data-state=${state} ?data-none=${count === 0}>
    <span class="sign" aria-hidden="true">${VERDICT_SIGNS[state]}</span><b>${count}</b> ${worded(word, count)}</li>`;
  return html`<ul class="counts">
    ${one('held', held, strings.held)}${one('broken', broken, strings.notHeld)}${one('open', notEvaluated, strings.notEvaluated)}
  </ul>`;
}

function levels({ findings }: Summary, strings: Strings): TemplateResult {
  const present = LEVELS.filter((level) => findings[level] > 0);
  if (present.length === 0) { return html`<p class="levels">${strings.noFindings}</p>`; }
  return html`<ul class="levels" aria-label=${strings.findings}>
    ${present.map((level) => html`<li data-level=${level}><span class="sign" aria-hidden="true">${LEVEL_SIGNS[level]}</span><b>${findings[level]}</b> ${worded(strings[level], findings[level])}</li>`)}
  </ul>`;
}
