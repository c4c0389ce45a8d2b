/** Every finding of the five reports can be stated to be correct, in a comment and in the settings file, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import type { AnalysedFinding, Analysis } from '../../server/src/analysis/analysis';
import { analyze } from '../../server/src/analysis/analyze';
import { analyzeSettings } from '../../server/src/analysis/settingsAnalysis';
import { DEFAULT_SETTINGS, settingsFor, type Settings } from '../../server/src/analysis/settings';
import { ALL_RULES } from '../../server/src/analysis/ruleList';
import { commentEdit, mayExcept, settingsEdit } from '../../server/src/features/exceptionEdit';
import { applyEdits } from '../../server/src/features/safeRepairs';
import { say } from '../../server/src/messages';
import { sample } from './client';

const REASON = '原件如此 -- 见 | 附件 --> 第3页';
/** Every rule on, those that are off by default included. */
const ALL_ON: Settings = { rules: Object.fromEntries(ALL_RULES.filter(({ level }) => level === 'off').map(({ id }) => [id, 'hint'])) };

/** What is found besides that one finding, without where. */
function others(analysis: Analysis, one: Pick<AnalysedFinding, 'rule'>): string[] {
  return analysis.findings.filter(({ rule, exception }) => exception === null && rule !== one.rule)
    .map(({ rule, level, message, span }) => (
      `${rule} ${level} ${say(message, 'zh').replace(/\d+行/g, '行')} ${analysis.text.slice(span.start, span.end)}`
    )).sort();
}

function expectExcepted(before: Analysis, after: Analysis, finding: AnalysedFinding): void {
  const found = after.findings.filter(({ exception }) => exception !== null);
  expect(found.map(({ rule }) => rule), finding.id).toContain(finding.rule);
  expect(found.every(({ rule }) => rule === finding.rule), finding.id).toBe(true);
  expect(after.exceptions.map(({ state }) => state), finding.id).toEqual(['used']);
  expect(after.findings.length, finding.id).toBe(before.findings.length);
  expect(others(after, finding), finding.id).toEqual(others(before, finding));
  expect(after.ledger, finding.id).toEqual(before.ledger);
}

describe.each(['baoji-2020.txt', 'baoshan-2023.txt', 'lucheng-2021.txt', 'ningbo-2021.txt', 'zhengzhou-2021.md'])('%s', (name) => {
  const before = analyze(sample(name), { settings: ALL_ON });
  const findings = before.findings.filter(mayExcept);

  it.each(['markdown', 'html'])('in a comment, as %s', (language) => {
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expectExcepted(
        before, analyze(applyEdits(before.text, [commentEdit(before, finding, REASON, language, 'zh')]), { settings: ALL_ON }), finding,
      );
    }
  });

  it('in the settings file', () => {
    for (const finding of findings) {
      const { file } = analyzeSettings(applyEdits('', [settingsEdit(before, finding, REASON, '', name)!]));
      const after = analyze(before.text, { settings: settingsFor(ALL_ON, file, name) });
      expectExcepted(before, after, finding);
      expect(analyze(before.text, { settings: settingsFor(DEFAULT_SETTINGS, file, 'other') }).exceptions).toEqual([]);
    }
  });
});
