// Every kind of fault, planted once in each sample, in the layouts by turns: all found where they were planted, nothing else said.
// `npm run mutate` plants them many times in all layouts.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_RULES, TABLE_RULES } from '../../server/src/rules';
import { findClean } from '../bench/mutations/clean';
import { FAULTS } from '../bench/mutations/faults';
import { loadSamples } from '../bench/mutations/samples';
import { plantAll } from '../bench/mutations/tally';
import { LAYOUTS } from '../harness/grid';

beforeAll(() => { loadSamples(join(import.meta.dirname, '../../samples')); });

/** From one sample to the next, so that of any three layouts side by side one is met. */
const STEP = 2;
/** Its rows stand in none of the samples. */
const NOT_IN_SAMPLES = ['form-c-sum'];

it('there is a fault for each rule that the samples can break', () => {
  const rules = [...TABLE_RULES, ...DOCUMENT_RULES].map(({ id }) => id);
  expect([...new Set(FAULTS.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
});

describe('planted once in each sample, in the layouts by turns', () => {
  it('is found at its place, and nothing false is said', () => {
    const missed: string[] = [];
    const tallies = plantAll(FAULTS, 1, ({ fault, sample, layout, outcome }) => {
      missed.push(`${fault.rule}, ${fault.name}, ${sample} as ${layout}: ${outcome.falseFindings.join('; ')}`);
    }, (fault, sample) => [LAYOUTS[(fault + STEP * sample) % LAYOUTS.length]]);
    expect(missed).toEqual([]);
    for (const [rule, { planted, rightPlace }] of tallies) {
      if (!NOT_IN_SAMPLES.includes(rule)) { expect(planted, rule).toBeGreaterThan(0); }
      expect(rightPlace, rule).toBe(planted);
    }
  });

  it('the unchanged reports have no finding beyond the expected ones, whatever the layout', () => {
    const counts = [...findClean()];
    expect(counts.filter(([, { unexpected }]) => unexpected > 0)).toEqual([]);
    expect(counts.reduce((sum, [, { expected }]) => sum + expected, 0)).toBeGreaterThan(150);
  });
});
