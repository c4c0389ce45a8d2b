/** Rows that do not stand under their headers: a way to put them there is offered only where it breaks and loses nothing. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { say } from '../../server/src/messages';
import { knownReport } from '../harness/knownReport';

/** Titles of the repairs of a report in which the row （一） has 7 behind its first figure, and this total. */
function repairsWithTotal(total: string): string[] {
  const { text } = knownReport('pipes', { 'r1 total': total });
  const row = text.split('\n').find((line) => line.includes('（一）予以公开'))!;
  const { findings } = analyze(text.replace(row, row.replace('| 2 |', '| 2 | 7 |')));
  expect(findings.map(({ rule }) => rule)).toEqual(['row-cell-count']);
  return findings[0].repairs().map(({ title }) => say(title, 'zh'));
}

describe('the way to lay a row with a figure too many over its columns', () => {
  it('is told with the figures of the row and what then holds', () => {
    expect(repairsWithTotal('2')).toEqual(['删去多余的数，本行为：2 0 0 0 0 0 2（改后39条勾稽关系成立，原有31条）']);
  });

  it('is not offered where the row would not add up then, though more equations would hold', () => {
    expect(repairsWithTotal('3')).toEqual([]);
  });
});

describe('a row that slid by one cell', () => {
  /** Titles of the repairs where a cell with this text stands before a label. */
  function repairsBehind(cell: string): string[] {
    const { findings } = analyze(knownReport('pipes').text.replace('| 1.属于国家秘密 |', `| ${cell} | 1.属于国家秘密 |`));
    expect(findings.map(({ rule }) => rule)).toEqual(['row-shifted']);
    return findings[0].repairs().map(({ title }) => say(title, 'zh'));
  }

  it('is put back under its headers', () => {
    expect(repairsBehind('')).toEqual(['按表头对齐1行（按表头逐列读，改后39条勾稽关系成立，改前37条）']);
  });

  it('is left where it stands if a word that is no label would be lost', () => { expect(repairsBehind('注')).toEqual([]); });
});
