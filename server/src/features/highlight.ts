/**
 * What belongs to the cell at the cursor: the parts of a total; the total and the siblings of a part; the figures of a row or a
 * column. Invariant: only cells that stand in the text are marked; a total is marked as written to, a part as read.
 */
import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import type { Cell } from '../model/cell';
import { shifted } from '../text/span';
import { cellsAt, figureIn, partsOf, placesOf, wholesOf, type Figure } from './equationsAt';
import { positionsOf } from './position';
import { spotAt, type Spot } from './spot';

interface Marked { readonly cell: Cell; readonly kind: DocumentHighlightKind }

/** Null where nothing belongs together, so that the editor may mark equal words. */
export function highlightsOf(analysis: Analysis, offset: number): DocumentHighlight[] | null {
  const spot = spotAt(analysis, offset);
  const marked = spot && markedBy(spot);
  if (!spot || !marked || marked.length === 0) { return null; }
  const positions = positionsOf(analysis);
  return marked.map(({ cell, kind }) => ({ range: positions.range(shifted(cell, spot.table.start)), kind }));
}

function markedBy(spot: Spot): Marked[] | null {
  const figure = figureIn(spot);
  if (figure !== null) { return aroundFigure(figure, spot.cell); }
  switch (spot.meaning.kind) {
    case 'label': return [plain(spot.cell), ...spot.meaning.row.values.flatMap(read)];
    case 'header': {
      const { block, index } = spot.meaning;
      return [plain(spot.cell), ...block.rows.flatMap((row) => read(spot.table.table.places[row.base + index]))];
    }
    default: return null;
  }
}

function aroundFigure(figure: Figure, own: Cell): Marked[] {
  const isTotal = figure.totals.length > 0;
  const wholes = new Set(isTotal ? [] : wholesOf(figure));
  const places = isTotal ? partsOf(figure) : placesOf(figure.context, figure.others);
  const others = cellsAt(figure.context, places.filter((place) => place !== figure.place));
  return [
    { cell: own, kind: isTotal ? DocumentHighlightKind.Write : DocumentHighlightKind.Read },
    ...others.map(({ place, cell }) => ({ cell, kind: wholes.has(place) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read })),
  ];
}

function plain(cell: Cell): Marked {
  return { cell, kind: DocumentHighlightKind.Text };
}

function read(cell: Cell | null): Marked[] {
  return cell === null ? [] : [{ cell, kind: DocumentHighlightKind.Read }];
}
