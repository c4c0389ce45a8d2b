// A repair says what it will do before it is done. Invariant: titles are read in both languages, on a real report.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { say } from '../../server/src/messages';

it('a repair of several cells names each with its new value', () => {
  const { findings } = analyze(readFileSync(join(import.meta.dirname, '../../samples/lucheng-2021.txt'), 'utf8'));
  const [repair] = findings.find(({ rule }) => rule === 'outcome-sum')!.repairs();
  expect(say(repair.title, 'zh')).toBe('同时改正2处：“（七）总计 · 自然人” → 3、“（七）总计 · 总计” → 3（改后4条勾稽关系成立）');
  expect(say(repair.title, 'en')).toBe('Correct 2 cells together: “（七）总计 · 自然人” → 3, “（七）总计 · 总计” → 3 (4 equations hold afterwards)');
});
