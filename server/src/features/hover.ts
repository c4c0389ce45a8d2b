/**
 * What a cell means, told where one points at it: its place in the form, its equations, what its label stands for. Invariant:
 * the words are the form's, the verdicts those of the Analysis; text of the document is shown as text.
 */
import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { message, say, type Language } from '../messages';
import type { Verdict } from '../model/equation';
import type { About, RowSpec } from '../model/form';
import { columnName, placeName, rowName, written } from '../rules/shared/names';
import { equationMessage } from '../rules/shared/equationText';
import type { TableContext } from '../rules/rule';
import { contains, shifted, type Span } from '../text/span';
import { figureIn, type Figure } from './equationsAt';
import { escapeMarkdown, oneLine } from './markup';
import { pathOf } from './path';
import { positionsOf } from './position';
import { spotAt, type Spot } from './spot';

export interface HoverOptions {
  readonly language: Language;
  /** The client shows Markdown. */
  readonly markdown: boolean;
}

interface Line { readonly text: string; readonly below: readonly string[] }

interface Told {
  readonly path: readonly string[];
  readonly paragraphs: readonly string[];
  readonly equations: readonly Line[];
}

/** In UTF-16 units; an equation has several names and figures. */
const LONGEST_EQUATION = 400;

/** Null where there is nothing to say. */
export function hoverOf(analysis: Analysis, offset: number, { language, markdown }: HoverOptions): Hover | null {
  const spot = spotAt(analysis, offset);
  const pointed = spot && pointedAt(spot, offset);
  const told = pointed && toldOf(spot, language);
  if (!told) { return null; }
  const contents = markdown ? { kind: MarkupKind.Markdown, value: asMarkdown(told) } : { kind: MarkupKind.PlainText, value: asText(told) };
  return { contents, range: positionsOf(analysis).range(pointed) };
}

/** The cell's text, of a blank cell its room; null where one points at neither. */
function pointedAt({ cell, table, span }: Spot, offset: number): Span | null {
  const pointed = cell.start === cell.end ? shifted(cell.slot, table.start) : span;
  return contains(pointed, offset) ? pointed : null;
}

function toldOf(spot: Spot, language: Language): Told | null {
  const path = pathOf(spot);
  if (path.length === 0) { return null; }
  const figure = figureIn(spot);
  const about = aboutOf(spot);
  const paragraphs = about === undefined ? [] : [about[language]];
  const { form } = spot.table.table;
  if (form !== null && figure === null && paragraphs.length > 0) {
    paragraphs.push(say(message('hover.form', { form: form.form.title }), language));
  }
  return { path, paragraphs, equations: figure ? equationLines(figure, language) : [] };
}

/** A row without explanation of its own is explained by the nearest heading that has one. */
function aboutOf({ meaning }: Spot): About | undefined {
  switch (meaning.kind) {
    case 'label': return meaning.row.spec === null ? undefined : aboutRow(meaning.row.spec);
    case 'heading': return meaning.heading.about;
    case 'header': return meaning.column.about;
    case 'title': return meaning.block.about;
    default: return undefined;
  }
}

function aboutRow(row: RowSpec): About | undefined {
  return row.about ?? row.groups.findLast((group) => group.about !== undefined)?.about;
}

/** First the equations whose total it is, with their parts, then the others. */
function equationLines({ context, totals, others }: Figure, language: Language): Line[] {
  return [
    ...totals.map((number) => ({ text: equationLine(context, number, language), below: partLines(context, number, language) })),
    ...others.map((number) => ({ text: equationLine(context, number, language), below: [] })),
  ];
}

const MARKS: Readonly<Record<Verdict['state'], string>> = { held: '✓', broken: '≠', unevaluated: '○' };

function equationLine(context: TableContext, number: number, language: Language): string {
  const verdict = context.verdicts[number];
  return `${MARKS[verdict.state]} ${say(equationMessage(context, number), language)} — ${verdictText(verdict, language)}`;
}

function verdictText({ state, gap, left, right, assumedZero }: Verdict, language: Language): string {
  switch (state) {
    case 'held': return say(
      assumedZero.length > 0 ? message('hover.assumed', { count: assumedZero.length }) : message('hover.held'), language,
    );
    case 'broken': return say(message('hover.broken', { difference: left.minus(right).abs().toFixed() }), language);
    case 'unevaluated': return say(message('hover.unevaluated', { gap: say(message(`gap.${gap!}`), language) }), language);
  }
}

/** The parts that are not 0 by name; the others by their number. */
function partLines(context: TableContext, number: number, language: Language): string[] {
  const equation = context.form.equations[number];
  const lines: string[] = [];
  let zeros = 0;
  for (const { place } of equation.right) {
    const cell = context.table.places[place];
    const amount = cell?.content.amount;
    if (amount?.kind === 'number' && amount.whole === 0) { zeros++; continue; }
    lines.push(say(message('hover.term', { name: termName(context, number, place), value: written(cell) || '?' }), language));
  }
  if (zeros > 0) { lines.push(say(message('hover.zeros', { count: zeros }), language)); }
  return lines;
}

/** By what tells the parts of this equation apart: the column in a row, the row in a column. */
function termName({ form }: TableContext, number: number, place: number): string {
  const { row, column } = form.equations[number].subject;
  return row ? columnName(form.columnAt[place]) : column ? rowName(form.rowAt[place]) : placeName(form, place);
}

function asMarkdown({ path, paragraphs, equations }: Told): string {
  const head = `**${path.map((name) => escapeMarkdown(name)).join(' › ')}**`;
  const lines = equations.flatMap(({ text, below }) => [
    `- ${escapeMarkdown(text, LONGEST_EQUATION)}`, ...below.map((part) => `  - ${escapeMarkdown(part)}`),
  ]);
  return [head, ...paragraphs.map((text) => escapeMarkdown(text, Infinity)), ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n');
}

function asText({ path, paragraphs, equations }: Told): string {
  return [
    path.map((name) => oneLine(name)).join(' › '), ...paragraphs,
    ...equations.flatMap(({ text, below }) => [oneLine(text, LONGEST_EQUATION), ...below.map((part) => `  ${oneLine(part)}`)]),
  ].join('\n');
}
