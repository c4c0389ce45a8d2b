/** Exceptions in comments: what is written is read back, whatever places, figures and reasons hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exception } from '../../server/src/model/exception';
import { comparable, exceptionComment, inComment, readException } from '../../server/src/settings/exceptionText';
import { directivesOf } from '../../server/src/text/directives';

const RULES = { ids: ['row-sum'], mayBeExcepted: () => true };

function read(text: string): Exception {
  const [directive] = directivesOf(text);
  const found = readException(text, directive, RULES);
  if (!('exception' in found)) { throw new Error(`${text}: ${found.message.key}`); }
  return found.exception;
}

describe('a comment', () => {
  it('is what a person would write', () => {
    const exception = { rule: 'row-sum', place: '（七）总计 · 自然人', figures: '0≠3', reason: '上级核定' };
    expect(exceptionComment(exception, 'zh')).toBe('<!-- gouji: allow row-sum “（七）总计 · 自然人” 0≠3 理由：上级核定 -->');
    expect(exceptionComment(exception, 'en')).toBe('<!-- gouji: allow row-sum “（七）总计 · 自然人” 0≠3 reason: 上级核定 -->');
    expect(read('<!--gouji：allow row-sum 理由:x-->')).toEqual({ rule: 'row-sum', place: '', figures: '', reason: 'x' });
    expect(read('<!-- Gouji: ALLOW row-sum\n  “3.危及“三安全一稳定” · 总计” 3 Reason：a reason: b -->')).toEqual(
      { rule: 'row-sum', place: '3.危及“三安全一稳定” · 总计', figures: '3', reason: 'a reason: b' });
  });

  it('is read back as it was meant', () => {
    const text = fc.array(
      fc.constantFrom('a', '“', '”', '"', '|', '-', '--', '-->', '<!--', ' ', '\n', '\t', '；', '3', '`', '中', '>'), { minLength: 1 },
    )
      .map((parts) => parts.join('')).filter((joined) => comparable(joined) !== '');
    fc.assert(fc.property(text, text, text, fc.constantFrom('zh' as const, 'en' as const), (place, figures, reason, language) => {
      fc.pre(!figures.trimStart().startsWith('“'));
      const comment = exceptionComment({ rule: 'row-sum', place, figures, reason }, language);
      expect(comment.split('-->').length).toBe(2);
      expect(comment).not.toMatch(/[|\n\t]/);
      const found = read(`x\n${comment}\n| a | b |\n`);
      expect([comparable(found.place), comparable(found.figures), inComment(found.reason)])
        .toEqual([comparable(place), comparable(figures), inComment(reason)]);
    }), { numRuns: 1000 });
  });
});

describe('comments to Gouji', () => {
  it.each([
    ['<!-- gouji: off -->', ['off', '']],
    ['<!-- gouji: total row "合计" = "甲" -->', ['total', 'row "合计" = "甲"']],
    ['<!-- gouji: -->', ['', '']],
    ['<!-- gouji: allow x <!-- gouji: off -->', ['allow', 'x', 'off', '']],
    ['<!-- gouji: allow x\ny', ['allow', 'x']],
    ['<!-- other: off --><!-- gouji:off-->', ['off', '']],
    ['<!-- goujis: off -->', []],
    ['`<!-- gouji: off -->`', []],
    ['~~~\n<!-- gouji: off -->\n~~~\n<!-- gouji: total -->', ['total', '']],
    ['```\n<!-- gouji: off -->', ['off', '']],
  ])('%j', (text, expected) => {
    expect(directivesOf(text).flatMap(({ verb, body }) => [verb, text.slice(body.start, body.end)])).toEqual(expected);
  });
});
