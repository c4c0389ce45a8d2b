/** The outline as document symbols. Invariant: a symbol's name is one line and never empty. */
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { message, say, type Language } from '../messages';
import type { Span } from '../text/span';
import { outlineOf, type OutlineNode } from './outline';
import { positionsOf, type Positions } from './position';

const KIND: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  section: SymbolKind.String, table: SymbolKind.Struct, group: SymbolKind.Namespace, row: SymbolKind.Field,
};

export function symbolsOf(analysis: Analysis, language: Language): DocumentSymbol[] {
  const positions = positionsOf(analysis);
  const table = say(message('symbol.table'), language);
  return outlineOf(analysis).map((node) => symbolOf(node, 0, positions, table));
}

/** @param by where the offsets of the node count from @param table what a table is called */
function symbolOf(
  { kind, title, detail, span, named, base, below }: OutlineNode, by: number, positions: Positions, table: string,
): DocumentSymbol {
  const name = kind !== 'table' ? title : title === '' ? table : `${table} · ${title}`;
  return {
    name, detail, kind: KIND[kind], range: rangeOf(span, by, positions), selectionRange: rangeOf(named, by, positions),
    children: below.map((one) => symbolOf(one, by + base, positions, table)),
  };
}

function rangeOf({ start, end }: Span, by: number, positions: Positions): Range {
  return { start: positions.at(by + start), end: positions.at(by + end) };
}
