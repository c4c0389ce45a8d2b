/**
 * Names at bare figures and verdicts at totals, shown in the text but not part of it. Invariant: a hint says what hover says in
 * short; only what lies in the range asked for is looked at closely.
 */
import type { InlayHint } from 'vscode-languageserver';
import type { AnalysedTable, Analysis } from '../analysis/analysis';
import { message, say, type Language } from '../messages';
import type { Cell } from '../model/cell';
import type { Verdict } from '../model/equation';
import type { LayoutId } from '../model/reading';
import { placeName } from '../rules/shared/names';
import { equationMessage, totalPlace } from '../rules/shared/equationText';
import type { TableContext } from '../rules/rule';
import type { Span } from '../text/span';
import { isTotal } from './equationsAt';
import { oneLine } from './markup';
import { positionsOf } from './position';
import { lastStarting } from './spot';

/** Which hints the user wants. */
export interface HintSettings {
  /** Row and column at each figure, in text with one cell per line. */
  readonly cells: boolean;
  /** ✓ or ≠ with the computed sum at each total. */
  readonly totals: boolean;
}

export const DEFAULT_HINTS: HintSettings = { cells: false, totals: true };

/** Layouts that show neither row nor column beside a figure. */
const BARE: ReadonlySet<LayoutId> = new Set<LayoutId>(['cell-lines', 'paragraph-cells', 'bar-cells', 'closed-cells', 'led-cells']);

interface Hint { readonly at: number; readonly before: boolean; readonly label: string; readonly tooltip: string }

/** @param within in offsets of the document */
export function inlayHintsOf(analysis: Analysis, within: Span, wanted: HintSettings, language: Language): InlayHint[] {
  const positions = positionsOf(analysis);
  const hints: InlayHint[] = [];
  const { tables } = analysis;
  const first = Math.max(0, lastStarting(tables, within.start, (table) => table.span.start));
  for (let i = first; i < tables.length && tables[i].span.start <= within.end; i++) {
    const own = { start: within.start - tables[i].start, end: within.end - tables[i].start };
    for (const { at, before, label, tooltip } of hintsOf(tables[i], own, wanted, language)) {
      hints.push({
        position: positions.at(tables[i].start + at), label, ...(tooltip === '' ? {} : { tooltip }),
        ...(before ? { paddingRight: true } : { paddingLeft: true }),
      });
    }
  }
  return hints;
}

function hintsOf({ context, layout, table }: AnalysedTable, within: Span, wanted: HintSettings, language: Language): Hint[] {
  if (context === null) { return []; }
  return [
    ...(wanted.cells && table.form !== null && BARE.has(layout) ? nameHints(context, within) : []),
    ...(wanted.totals ? totalHints(context, within, language) : []),
  ];
}

function isWithin(cell: Cell | null, { start, end }: Span): cell is Cell {
  return cell !== null && cell.end >= start && cell.start <= end;
}

function nameHints({ form, table }: TableContext, within: Span): Hint[] {
  return table.places.flatMap((cell, place) => (isWithin(cell, within) && form.columnAt[place].kind !== 'unit'
    ? [{ at: cell.start, before: true, label: oneLine(`${placeName(form, place)}:`), tooltip: '' }] : []));
}

function totalHints(context: TableContext, within: Span, language: Language): Hint[] {
  const byPlace = new Map<number, number[]>();
  context.form.equations.forEach((equation, number) => {
    const place = totalPlace(equation);
    if (place === null || !isTotal(equation, place) || !isWithin(context.table.places[place], within)) { return; }
    const known = byPlace.get(place);
    if (known === undefined) { byPlace.set(place, [number]); } else { known.push(number); }
  });
  return [...byPlace].map(([place, numbers]) => {
    const verdicts = numbers.map((number) => context.verdicts[number]);
    return {
      at: context.table.places[place]!.end, before: false, label: verdictLabel(verdicts, language),
      tooltip: numbers.map((number) => oneLine(say(equationMessage(context, number), language))).join('\n'),
    };
  });
}

/** The worst of them: broken before not evaluated before held. */
function verdictLabel(verdicts: readonly Verdict[], language: Language): string {
  const broken = verdicts.find(({ state }) => state === 'broken');
  if (broken !== undefined) { return say(message('hint.broken', { sum: broken.right.toFixed() }), language); }
  const open = verdicts.find(({ state }) => state === 'unevaluated');
  return open === undefined
    ? say(message('hint.held'), language)
    : say(message('hint.unevaluated', { sum: open.gap === 'unreached' ? '?' : open.right.toFixed() }), language);
}
