// Seeing and moving hold at every offset of real reports, whole or damaged: nothing throws, ranges nest, hints stay in place.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { foldingRangesOf } from '../../server/src/features/folding';
import { highlightsOf } from '../../server/src/features/highlight';
import { hoverOf } from '../../server/src/features/hover';
import { inlayHintsOf } from '../../server/src/features/inlayHints';
import { callItemOf, definitionsOf, referencesOf } from '../../server/src/features/navigation';
import { positionsOf } from '../../server/src/features/position';
import { selectionRangeOf } from '../../server/src/features/selection';
import { selectionSumOf } from '../../server/src/features/selectionSum';
import { spotAt } from '../../server/src/features/spot';
import { symbolsOf } from '../../server/src/features/symbols';
import { contains } from '../../server/src/text/span';
import { SAMPLES, sample } from './client';

const URI = 'file:///report.txt';
const names = readdirSync(SAMPLES).filter((name) => /\.(txt|md)$/.test(name));

function holds(analysis: Analysis, offsets: readonly number[]): void {
  const at = positionsOf(analysis);
  const span = ({ start, end }: Range): { start: number; end: number } => ({ start: at.offset(start), end: at.offset(end) });
  const mustNest = (symbols: readonly DocumentSymbol[], outer: Range | null): void => {
    for (const { name, range, selectionRange, children } of symbols) {
      const own = span(range);
      const named = span(selectionRange);
      expect(name).not.toBe('');
      expect(own.start <= named.start && named.end <= own.end, name).toBe(true);
      expect(outer === null || (span(outer).start <= own.start && own.end <= span(outer).end), name).toBe(true);
      mustNest(children ?? [], range);
    }
  };
  mustNest(symbolsOf(analysis, 'zh'), null);
  for (const { startLine, endLine } of foldingRangesOf(analysis)) { expect(startLine).toBeLessThan(endLine); }
  const hints = inlayHintsOf(analysis, { start: 0, end: analysis.text.length }, { cells: true, totals: true }, 'zh');
  for (const { position } of hints) { expect(spotAt(analysis, at.offset(position))?.meaning.kind).toBe('figure'); }
  selectionSumOf(analysis, [{ start: 0, end: analysis.text.length }]);
  for (const offset of offsets) { holdsAt(analysis, offset, span); }
}

function holdsAt(analysis: Analysis, offset: number, span: (range: Range) => { start: number; end: number }): void {
  const hover = hoverOf(analysis, offset, { language: 'en', markdown: true });
  if (hover) { expect(contains(span(hover.range!), offset)).toBe(true); }
  highlightsOf(analysis, offset);
  for (const total of definitionsOf(URI, analysis, offset)) {
    const parts = referencesOf(URI, analysis, span(total.targetRange).start, false).map(({ range }) => span(range).start);
    expect(parts).toContain(span(total.originSelectionRange!).start);
  }
  callItemOf(URI, analysis, offset);
  expect(contains(span(selectionRangeOf(analysis, offset).range), offset)).toBe(true);
  for (let one = selectionRangeOf(analysis, offset); one.parent; one = one.parent) {
    const [inner, outer] = [span(one.range), span(one.parent.range)];
    expect(outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start).toBe(true);
  }
}

describe.each(names)('%s', (name) => {
  const text = sample(name);

  it('holds at every cell', () => {
    const analysis = analyze(text);
    holds(analysis, analysis.tables.flatMap(({ table, start, span }) => table.reading.cells.map((cell) => start + cell.start)
      .filter((at) => at >= span.start && at <= span.end)));
  });

  it('says row and column at every figure of an official table', () => {
    const analysis = analyze(text);
    for (const { table, start } of analysis.tables) {
      for (const cell of table.places) {
        if (cell !== null && table.form !== null) {
          expect(hoverOf(analysis, start + cell.start, { language: 'zh', markdown: true })).not.toBeNull();
        }
      }
    }
  });

  it('holds where pieces of it are missing', () => {
    fc.assert(fc.property(fc.nat(text.length), fc.nat(400), fc.array(fc.nat(text.length), { maxLength: 20 }), (from, length, offsets) => {
      const damaged = text.slice(0, from) + text.slice(from + length);
      holds(analyze(damaged), offsets.map((offset) => Math.min(offset, damaged.length)));
    }), { numRuns: 40 });
  });
});
