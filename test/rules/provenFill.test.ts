/** A figure that the equations give for a blank cell: preferred only where they prove it. */
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedRepair } from '../../server/src/analysis/analysis';
import { say } from '../../server/src/messages';
import { knownReport } from '../harness/knownReport';

function repairOfBlank(text: string): AnalysedRepair {
  const { findings } = analyze(text);
  expect(findings.map(({ rule }) => rule)).toEqual(['blank-cell']);
  const [repair, ...others] = findings[0].repairs();
  expect(others).toEqual([]);
  return repair;
}

it('by a row and a column, which agree', () => {
  const repair = repairOfBlank(knownReport('pipes', { 'r2 natural': '' }).text);
  expect([say(repair.title, 'zh'), repair.preferred]).toEqual(['将“（二）部分公开 · 自然人”填为2（由2条勾稽关系得出）', true]);
});

it('not by one equation alone: its total may be the figure that is wrong', () => {
  const row = (figures: readonly string[]): string => `| ${[...figures, ...Array<string>(15 - figures.length).fill('0')].join(' | ')} |`;
  const repair = repairOfBlank(knownReport('pipes').text.replace(row([]), row(['1', '2', '0', '', '5'])));
  expect([say(repair.title, 'zh'), repair.preferred]).toEqual(['将“行政复议·尚未审结”填为2（由1条勾稽关系得出）', false]);
});
