/**
 * From a part to its totals and back: definition, references, call hierarchy of the roll-up. Invariant: a total is the
 * "definition" of its parts and "calls" them; every place led to is a cell of the same table.
 */
import {
  SymbolKind, type CallHierarchyIncomingCall, type CallHierarchyItem, type CallHierarchyOutgoingCall, type Location, type LocationLink,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { placeName, written } from '../rules/shared/names';
import type { TableContext } from '../rules/rule';
import { shifted } from '../text/span';
import { cellsAt, figureIn, figureOf, partsOf, wholesOf, type Figure } from './equationsAt';
import { oneLine } from './markup';
import { positionsOf } from './position';
import { spotAt } from './spot';

interface Origin { readonly figure: Figure; readonly start: number }

function originAt(analysis: Analysis, offset: number): Origin | null {
  const spot = spotAt(analysis, offset);
  const figure = spot && figureIn(spot);
  return figure && { figure, start: spot.table.start };
}

/** The totals that the figure goes into; none for one that goes into no sum. */
export function definitionsOf(uri: string, analysis: Analysis, offset: number): LocationLink[] {
  const spot = spotAt(analysis, offset);
  const figure = spot && figureIn(spot);
  if (!figure) { return []; }
  const positions = positionsOf(analysis);
  return cellsAt(figure.context, wholesOf(figure)).map(({ cell }) => {
    const range = positions.range(shifted(cell, spot.table.start));
    return { targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange: positions.range(spot.span) };
  });
}

/** For clients that do not know links. */
export function asLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}

/** The parts of a total; for a figure that is no total, the parts of its totals, itself among them. */
export function referencesOf(uri: string, analysis: Analysis, offset: number, includeTotals: boolean): Location[] {
  const origin = originAt(analysis, offset);
  if (origin === null) { return []; }
  const { figure, start } = origin;
  const totals = figure.totals.length > 0 ? [figure.place] : wholesOf(figure);
  const parts = totals.flatMap((place) => partsOf(figureOf(figure.context, place)));
  const places = [...new Set(includeTotals ? [...totals, ...parts] : parts)];
  const positions = positionsOf(analysis);
  return cellsAt(figure.context, places).map(({ cell }) => ({ uri, range: positions.range(shifted(cell, start)) }));
}

export function callItemOf(uri: string, analysis: Analysis, offset: number): CallHierarchyItem | null {
  const origin = originAt(analysis, offset);
  return origin && itemOf(uri, analysis, origin.figure.context, origin.start, origin.figure.place);
}

/** The totals that add the item up. */
export function incomingOf(uri: string, analysis: Analysis, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const origin = originOf(analysis, item);
  if (origin === null) { return []; }
  return itemsOf(uri, analysis, origin, wholesOf(origin.figure)).map((from) => ({ from, fromRanges: [from.selectionRange] }));
}

/** The parts that the item adds up. */
export function outgoingOf(uri: string, analysis: Analysis, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const origin = originOf(analysis, item);
  if (origin === null) { return []; }
  return itemsOf(uri, analysis, origin, partsOf(origin.figure)).map((to) => ({ to, fromRanges: [item.selectionRange] }));
}

function originOf(analysis: Analysis, item: CallHierarchyItem): Origin | null {
  return originAt(analysis, positionsOf(analysis).offset(item.selectionRange.start));
}

function itemsOf(uri: string, analysis: Analysis, { figure, start }: Origin, places: readonly number[]): CallHierarchyItem[] {
  return cellsAt(figure.context, places).map(({ place }) => itemOf(uri, analysis, figure.context, start, place));
}

function itemOf(uri: string, analysis: Analysis, context: TableContext, start: number, place: number): CallHierarchyItem {
  const cell = context.table.places[place]!;
  const range = positionsOf(analysis).range(shifted(cell, start));
  return {
    name: placeName(context.form, place), detail: oneLine(written(cell)), kind: SymbolKind.Number, uri, range, selectionRange: range,
  };
}
