/**
 * Sections, tables and row groups as folding ranges. Invariant: a range begins at the line that names it, and at most one does
 * on each line: the widest.
 */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { outlineOf, type OutlineNode } from './outline';
import { positionsOf } from './position';

export function foldingRangesOf(analysis: Analysis): FoldingRange[] {
  const positions = positionsOf(analysis);
  const byStart = new Map<number, FoldingRange>();
  const add = ({ kind, span, named, base, below }: OutlineNode, by: number): void => {
    if (kind === 'row') { return; }
    const startLine = positions.at(by + named.start).line;
    const endLine = positions.at(by + span.end).line;
    if (endLine > startLine && (byStart.get(startLine)?.endLine ?? -1) < endLine) {
      byStart.set(startLine, { startLine, endLine, kind: FoldingRangeKind.Region });
    }
    for (const node of below) { add(node, by + base); }
  };
  for (const node of outlineOf(analysis)) { add(node, 0); }
  return [...byStart.values()];
}
