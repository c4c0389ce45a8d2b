/** An exception written into a settings file: read back as it was meant, and nothing else in the file changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordException } from '../../server/src/settings/recordException';
import { readSettingsFile, type FileException, type KnownRules } from '../../server/src/settings/settingsFile';

const RULES: KnownRules = { ids: ['outcome-sum', 'row-sum'], mayBeExcepted: () => true };
const ONE: FileException = { file: 'a.txt', rule: 'row-sum', place: '（七）总计 · 自然人', figures: '0≠3', reason: '上级核定' };
const ITEM = '  - file: a.txt\n    rule: row-sum\n    place: （七）总计 · 自然人\n    figures: 0≠3\n    reason: 上级核定\n';

function recorded(text: string, exception = ONE): string | null {
  const edit = recordException(text, exception, RULES);
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('an exception is written', () => {
  it.each([
    ['into a new file', '', `exceptions:\n${ITEM}`],
    ['below comments', '# ours\n', `# ours\nexceptions:\n${ITEM}`],
    ['behind what is there', 'rules:\n  row-sum: hint', `rules:\n  row-sum: hint\nexceptions:\n${ITEM}`],
    ['into an empty list', 'exceptions:\nrules:\n  row-sum: hint\n', `exceptions:\n${ITEM}rules:\n  row-sum: hint\n`],
    ['into an empty list in brackets', 'exceptions: []\nrules:\n', `exceptions: \n${ITEM}rules:\n`],
    ['behind others, as they are indented', 'exceptions:\n- file: b.txt\n  rule: row-sum\n  reason: x # why\n\n# end\nrules:\n',
      `exceptions:\n- file: b.txt\n  rule: row-sum\n  reason: x # why\n${ITEM.replace(/^ {2}/gm, '')}\n# end\nrules:\n`],
    ['in place of the one it takes over from', `exceptions:\n${ITEM.replace('0≠3', '1≠3')}\nrules:\n`, `exceptions:\n${ITEM}\nrules:\n`],
    [
      'with the line ends of the file', 'rules:\r\n  row-sum: hint\r\n',
      `rules:\r\n  row-sum: hint\r\nexceptions:\r\n${ITEM.replaceAll('\n', '\r\n')}`,
    ],
  ])('%s', (_, before, after) => expect(recorded(before)).toBe(after));

  it.each([
    'rules: [', 'exceptions: [{file: b.txt, rule: row-sum, reason: x}]\n', '- a\n', '{rules: {}}\n', 'exceptions: none\n',
    'a: 1\n---\nb: 2\n',
  ])(
    'not where that cannot be done without change to the rest: %j', (text) => expect(recorded(text)).toBeNull());

  it('and read back, whatever it says', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
    const line = fc.oneof(word, fc.constantFrom(
      '- a', '# b', '0.10', 'null', 'true', '1e3', 'a: b', '"', "'", '&a', '*b', '!c', '|', '>', '%d', '@e', '`', '{', '[', '---', '~',
      '2021-01-01',
    ));
    fc.assert(fc.property(line, fc.oneof(fc.constant(''), line), fc.oneof(fc.constant(''), line), fc.constantFrom(
      '', '# x\n', `exceptions:\n${ITEM}`,
    ), (reason, place, figures, before) => {
      const exception: FileException = { file: '报告 1.txt', rule: 'outcome-sum', place, figures, reason };
      const after = recorded(before, exception);
      expect(after).not.toBeNull();
      expect(readSettingsFile(after!, RULES).exceptions.at(-1)).toEqual(exception);
    }), { numRuns: 500 });
  });
});
