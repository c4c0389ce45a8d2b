/** The outline as document symbols. Invariant: a symbol's name is one line and never empty. */
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { message, say, type Language } from '../messages';
import { outlineOf, type OutlineNode } from './outline';
import { positionsOf, type Positions } from './position';

const KIND: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  section: SymbolKind.String, table: SymbolKind.Struct, group: SymbolKind.Namespace, row: SymbolKind.Field,
};

export function symbolsOf(analysis: Analysis, language: Language): DocumentSymbol[] {
  const positions = positionsOf(analysis);
  const table = say(message('symbol.table'), language);
  return outlineOf(analysis).map((node) => symbolOf(node, positions, table));
}

/** @param table what a table is called */
function symbolOf({ kind, title, detail, span, named, below }: OutlineNode, positions: Positions, table: string): DocumentSymbol {
  const name = kind !== 'table' ? title : title === '' ? table : `${table} · ${title}`;
  return {
    name, detail, kind: KIND[kind], range: positions.range(span), selectionRange: positions.range(named),
    children: below.map((one) => symbolOf(one, positions, table)),
  };
}
