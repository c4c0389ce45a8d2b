/** `.gouji.yaml`: what it says, and every mistake in it at the very place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../server/src/messages';
import { nameIn, isSettingsFile, settingsFilesOf } from '../../server/src/settings/lookup';
import { readSettingsFile, type KnownRules, type SettingsFile } from '../../server/src/settings/settingsFile';

const RULES: KnownRules = { ids: ['outcome-sum', 'row-sum', 'exception-stale'], mayBeExcepted: (rule) => !rule.startsWith('exception-') };
const read = (text: string): SettingsFile => readSettingsFile(text, RULES);
/** Each mistake as the text it marks and what it says. */
const mistakes = (text: string): [string, string][] =>
  read(text).mistakes.map(({ span, message }) => [text.slice(span.start, span.end), say(message, 'en')]);

describe('levels', () => {
  it('are read by rule', () => {
    expect(read('# ours\nrules:\n  row-sum: warning # as agreed\n  outcome-sum: "off"\n')).toMatchObject({
      levels: { 'row-sum': 'warning', 'outcome-sum': 'off' }, exceptions: [], mistakes: [],
    });
  });

  it.each([
    '', '\n\n', '# nothing\n', 'rules:\n', 'rules:\nexceptions:\n', 'rules: {}\nexceptions: []\n', '---\n',
  ])('may be absent: %j', (text) => {
    expect(read(text)).toMatchObject({ levels: {}, exceptions: [], mistakes: [] });
  });

  it('are read the same behind a byte order mark and with CRLF', () => {
    expect(read('\ufeffrules:\r\n  row-sum: hint\r\n')).toMatchObject({ levels: { 'row-sum': 'hint' }, exceptions: [], mistakes: [] });
  });

  it('name the nearest rule where there is no such one, and leave the others in force', () => {
    const text = 'rules:\n  row-sun: off\n  outcome-sum: hint\n  nothing-like-it: off\n';
    expect(read(text).levels).toEqual({ 'outcome-sum': 'hint' });
    expect(mistakes(text)).toEqual([
      ['row-sun', 'There is no rule “row-sun”. Did you mean “row-sum”? This line has no effect.'],
      ['nothing-like-it', expect.stringMatching(/^There is no rule “nothing-like-it”; this line has no effect/)],
    ]);
    expect(read(text).mistakes.map(({ meant }) => meant)).toEqual(['row-sum', null]);
  });

  it.each([
    ['warn', 'Did you mean “warning”?'], ['eror', 'Did you mean “error”?'], ['2', '“2” is not a level'], ['true', '“true” is not a level'],
    ['[error]', 'A level is expected here'],
  ])('refuse %s and say what is allowed', (level, said) => {
    const [[marked, message]] = mistakes(`rules:\n  row-sum: ${level}\n`);
    expect(marked).toBe(level);
    expect(message).toContain(said);
    expect(message).toContain('error/warning/information/hint/off');
  });

  it('ask for a level where there is none', () => {
    expect(mistakes('rules:\n  row-sum:\n')).toEqual([['row-sum', expect.stringContaining('A level is expected here')]]);
  });

  it('count once: the first time', () => {
    const text = 'rules:\n  row-sum: hint\n  row-sum: off\nrules:\n  outcome-sum: off\n';
    expect(read(text).levels).toEqual({ 'row-sum': 'hint' });
    expect(read(text).mistakes.map(({ span }) => span.start)).toEqual([text.lastIndexOf('row-sum'), text.lastIndexOf('rules')]);
    expect(mistakes(text).map(([, said]) => said))
      .toEqual([expect.stringContaining('the first one counts'), expect.stringContaining('the first one counts')]);
  });
});

describe('shape', () => {
  it.each([
    ['level: off\n', 'level', 'There is no key “level”'],
    ['rule:\n  row-sum: off\n', 'rule', 'Did you mean “rules”?'],
    ['- row-sum\n', '- row-sum\n', 'is expected here'],
    ['rules: off\n', 'off', '“rules” takes'],
    ['rules:\n  - row-sum\n', '- row-sum\n', '“rules” takes'],
    ['exceptions: none\n', 'none', '“exceptions” takes a list'],
    ['exceptions:\n  - row-sum\n', 'row-sum', '“exceptions” takes a list'],
  ])('%j is marked at %j', (text, marked, said) => {
    expect(mistakes(text)).toEqual([[marked, expect.stringContaining(said)]]);
  });

  it('marks the place where YAML breaks, and reads the rest', () => {
    const text = 'rules:\n  row-sum: hint\n  outcome-sum: "off\n';
    expect(read(text).levels['row-sum']).toBe('hint');
    expect(mistakes(text).map(([, said]) => said)).toContain(
      'This is not valid YAML: check indentation, colons and quotation marks. What can be read still counts.',
    );
    expect(read(text).mistakes[0].span.start).toBeGreaterThan(text.indexOf('outcome-sum'));
  });

  it('says that tabs do not indent', () => {
    expect(mistakes('rules:\n\trow-sum: off\n')[0][1]).toContain('cannot be indented with tabs');
  });
});

describe('exceptions', () => {
  const ITEM = '  - file: a.txt\n    rule: row-sum\n    place: （七）总计 · 自然人\n    figures: 3\n    reason: 上级核定\n';

  it('are read as written', () => {
    expect(read(`exceptions:\n${ITEM}  - {file: ./in/b.txt, rule: outcome-sum, figures: 0≠3, reason: x}\n`)).toMatchObject({
      levels: {}, mistakes: [], exceptions: [
        { file: 'a.txt', rule: 'row-sum', place: '（七）总计 · 自然人', figures: '3', reason: '上级核定' },
        { file: 'in/b.txt', rule: 'outcome-sum', place: '', figures: '0≠3', reason: 'x' },
      ],
    });
  });

  it('keep figures as they are written, not as YAML takes them', () => {
    expect(read(`exceptions:\n${ITEM.replace('figures: 3', 'figures: 0.10')}`).exceptions[0].figures).toBe('0.10');
  });

  it.each([
    ['file: a.txt', 'File: a.txt', 'File', 'Did you mean “file”?'],
    ['rule: row-sum', 'rule: row-sums', 'row-sums', 'Did you mean “row-sum”?'],
    ['rule: row-sum', 'rule: exception-stale', 'exception-stale', 'cannot be excepted'],
    ['reason: 上级核定', 'reason:', 'reason', 'takes text'],
    ['reason: 上级核定', 'reason: [a]', '[a]', 'takes text'],
    ['    reason: 上级核定\n', '', 'file: a.txt', 'no “reason”'],
    ['reason: 上级核定', 'reason: ""', 'file: a.txt', 'no “reason”'],
  ])('%j as %j is marked at %j and has no effect', (part, written, marked, said) => {
    const text = `exceptions:\n${ITEM.replace(part, written)}`;
    expect(read(text).exceptions).toEqual([]);
    expect(mistakes(text)).toEqual([[marked, expect.stringContaining(said)]]);
  });
});

it('any text is read, with marks inside it and in order', () => {
  const piece = fc.constantFrom(
    'rules:', '\n', '  ', 'row-sum', ': ', 'off', '- ', 'exceptions:', 'file: a', '"', '[', '{', '}', '&a ', '*a', '!!x ', '| ', '\t',
    '%YAML 1.1\n', '---\n', '...\n', '中', '# x',
  );
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece).map((parts) => parts.join(''))), (text) => {
    let last = 0;
    for (const { span } of read(text).mistakes) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
      last = span.start;
    }
  }), { numRuns: 2000 });
});

describe('where they are looked for', () => {
  it('from the folder of the document up to the root, no further', () => {
    expect(settingsFilesOf('/w/a/b/c.txt', '/w')).toEqual(['/w/a/b/.gouji.yaml', '/w/a/.gouji.yaml', '/w/.gouji.yaml']);
    expect(settingsFilesOf('/w/c.txt', '/w')).toEqual(['/w/.gouji.yaml']);
    expect(settingsFilesOf('file:///w/a/c.txt', null)).toEqual(['file:///w/a/.gouji.yaml']);
    expect(settingsFilesOf('/else/a/c.txt', '/w')).toEqual(['/else/a/.gouji.yaml']);
  });

  it('by a path from there', () => {
    expect(nameIn('/w/.gouji.yaml', '/w/a/b/c.txt')).toBe('a/b/c.txt');
    expect([isSettingsFile('/w/.gouji.yaml'), isSettingsFile('.gouji.yaml'), isSettingsFile('/w/x.gouji.yaml')])
      .toEqual([true, true, false]);
  });
});
