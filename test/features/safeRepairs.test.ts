/** Which repairs are made without asking, where several want the same place. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedRepair, Analysis } from '../../server/src/analysis/analysis';
import { applyEdits, safeRepairs } from '../../server/src/features/safeRepairs';
import { message } from '../../server/src/messages';
import type { TextEdit } from '../../server/src/model/repair';

const repair = (edits: TextEdit[], more: Partial<AnalysedRepair> = {}): AnalysedRepair =>
  ({ title: message('action.fix-all'), kind: 'safe', preferred: true, edits, ...more });
const edit = (start: number, end: number, newText = ''): TextEdit => ({ start, end, newText });

/** An Analysis whose findings have these repairs. */
function having(...offered: AnalysedRepair[][]): Analysis {
  return {
    ...analyze(''),
    findings: offered.map((repairs, i) => ({
      id: String(i), rule: 'rule', level: 'warning', span: { start: i, end: i }, message: message('action.fix-all'), related: [],
      exception: null, repairs: () => repairs,
    })),
  };
}

describe('safe repairs', () => {
  it('come in the order of the text, whatever the order of the findings', () => {
    const { edits } = safeRepairs(having([repair([edit(8, 9, 'c')])], [repair([edit(0, 1, 'a'), edit(4, 5, 'b')])]));
    expect(edits.map(({ start }) => start)).toEqual([0, 4, 8]);
    expect(applyEdits('0123456789', edits)).toBe('a123b567c9');
  });

  it('leave out what a person has to look at', () => {
    expect(safeRepairs(having([repair([edit(0, 1)], { kind: 'review' })])).repairs).toEqual([]);
  });

  it('are one for a finding, the preferred one', () => {
    const preferred = repair([edit(0, 1, 'b')]);
    expect(safeRepairs(having([repair([edit(0, 1, 'a')], { preferred: false }), preferred])).repairs).toEqual([preferred]);
  });

  it.each([
    ['overlapping', edit(2, 5), edit(4, 6)], ['the same', edit(2, 5), edit(2, 5)],
    ['two insertions at one place', edit(3, 3, 'a'), edit(3, 3, 'b')],
    ['an insertion at the start of a change', edit(3, 5), edit(3, 3)], ['an insertion at its end', edit(3, 5), edit(5, 5)],
    ['one inside the other', edit(1, 9), edit(4, 5)],
  ])('keep the first of two that are in each other’s way: %s', (_, one, other) => {
    for (const [first, second] of [[one, other], [other, one]]) {
      expect(safeRepairs(having([repair([first])], [repair([second])])).edits).toEqual([first]);
    }
  });

  it('are whole or not at all', () => {
    const first = repair([edit(4, 5)]);
    expect(safeRepairs(having([first], [repair([edit(0, 1), edit(4, 6), edit(8, 9)])])).repairs).toEqual([first]);
  });

  it('may touch', () => {
    expect(safeRepairs(having([repair([edit(0, 3)])], [repair([edit(3, 5)])])).edits).toHaveLength(2);
  });
});
