/** What an exception records of a finding: short, and different as soon as a figure is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, placeOf } from '../../server/src/analysis/covered';
import type { Fact } from '../../server/src/model/message';

const finding = (marked: string, facts: Readonly<Record<string, Fact>> = {}) => ({
  span: { start: 0, end: marked.length }, message: { key: 'sum.addend', facts },
});
const figures = (marked: string, facts?: Readonly<Record<string, Fact>>): string => figuresOf(finding(marked, facts), marked);

describe('the figures of a finding', () => {
  it.each<[string, Readonly<Record<string, Fact>>, string]>([
    ['0', { left: '0', right: '3', found: '0', value: '3', difference: '3', broken: 4 }, '0≠3'],
    ['150', { found: '150', rightTerms: '“微博”21365', difference: '21215', broken: 4 }, '150；21215'],
    ['35件', { said: 35, table: 34, where: '总计' }, '35件；35；34'],
    [' 1.47\n 万元 ', { found: '1.47万元', unit: '万元' }, '1.47 万元'],
    ['', { name: '自然人' }, '（空）'],
    ['本报告公布的数据为市公安局本级机关产生，其中收到申请35件，办结34件，结转1件，不包含各分县局的数据。', {}, '35，34，1'],
  ])('%j with %j are %s', (marked, facts, expected) => expect(figures(marked, facts)).toBe(expected));

  it('are short, whatever is marked, and change with any figure in it', () => {
    const rows = fc.array(fc.nat(9999), { minLength: 20, maxLength: 60 });
    fc.assert(fc.property(rows, fc.nat(), (numbers, at) => {
      const changed = numbers.map((number, i) => (i === at % numbers.length ? number + 1 : number));
      const written = (of: number[]): string => of.map((number) => `第三方合法权益 ${number}`).join('\n');
      expect(figures(written(numbers)).length).toBeLessThanOrEqual(40);
      expect(figures(written(changed))).not.toBe(figures(written(numbers)));
    }));
  });
});

it('the place of a finding is the cell or row that its message names', () => {
  expect(placeOf(finding('', { subject: '自然人', place: '（七）总计 · 自然人' }))).toBe('（七）总计 · 自然人');
  expect(placeOf(finding('', { row: '', found: '0' }))).toBe('');
  expect(placeOf(finding('', { rows: '“甲”、'.repeat(30) })).length).toBe(40);
});
