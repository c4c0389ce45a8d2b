/** Leftovers of conversions and slips of the keyboard in the running text. */
import { pick } from '../../harness/random';
import { planted } from './draft';
import type { Fault } from './fault';
import { headingsOf, inProseAt, textFault, type Edit, type Subject } from './text';

/** Somewhere in the running text where the pattern holds: the offset after its first character. */
function somewhere({ text, random }: Subject, pattern: RegExp): number | null {
  const body = headingsOf(text)[0].end;
  const found = inProseAt(text, pattern).filter(({ index }) => index > body);
  return found.length === 0 ? null : pick(random, found).index + 1;
}

function inserted(pattern: RegExp, texts: readonly string[], around: readonly [string, string] = ['', '']) {
  return (subject: Subject): Edit[] | null => {
    const at = somewhere(subject, pattern);
    return at === null ? null : [{ start: at, end: at, text: around[0] + planted(pick(subject.random, texts)) + around[1] }];
  };
}

/** Replaces the character before the offset. */
function replaced(pattern: RegExp, by: (found: string) => string) {
  return (subject: Subject): Edit[] | null => {
    const at = somewhere(subject, pattern);
    return at === null ? null : [{ start: at - 1, end: at, text: planted(by(subject.text[at - 1])) }];
  };
}

const IN_SENTENCE = /[\u4e00-\u9fff](?=[\u4e00-\u9fff]{2})/g;
/** Well inside a sentence of a paragraph that goes on to its end. */
const MID_PARAGRAPH = /(?<=[^\n]{45}[\u4e00-\u9fff]{3})[\u4e00-\u9fff](?=[\u4e00-\u9fff]{3}[^\n]{20,}。[ \t]*\n)/g;
const PARAGRAPH_END = /。(?=\n)/g;
const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':' };

function indented({ text, random }: Subject): Edit[] {
  const heading = pick(random, headingsOf(text).filter(({ start, numeralStart }) => start === numeralStart));
  return [{ start: heading.start, end: heading.end, text: `    ${planted(text.slice(heading.start, heading.end))}` }];
}

export const TYPOGRAPHY_FAULTS: readonly Fault[] = [
  textFault('extraction-artefact', 'a bookmark', inserted(IN_SENTENCE, ['[bookmark: _Toc26876]', '[bookmark: OLE_LINK1]'])),
  textFault(
    'extraction-artefact', 'a field code',
    inserted(PARAGRAPH_END, ['HYPERLINK "http://www.example.gov.cn/gk"', 'PAGE \\* MERGEFORMAT', '错误!未定义书签。']),
  ),
  textFault('extraction-artefact', 'a lost character', replaced(IN_SENTENCE, () => '\ufffd')),
  textFault(
    'stray-page-number', 'a dressed number between paragraphs',
    inserted(PARAGRAPH_END, ['- 3 -', '— 12 —', '第 3 页 共 9 页', '第3页'], ['\n\n', '\n']),
  ),
  textFault('stray-page-number', 'a bare number at the end', ({ text, random }) => {
    const end = text.trimEnd().length;
    return /\d$/.test(text.trimEnd())
      ? null
      : [{ start: end, end: text.length, text: `\n\n${planted(pick(random, ['5', '11', '23']))}\n` }];
  }),
  textFault('doubled-punctuation', 'a comma twice', replaced(/，(?=[\u4e00-\u9fff])/g, () => '，，')),
  textFault('doubled-punctuation', 'a full stop twice', replaced(/。(?=[\n\u4e00-\u9fff])/g, () => '。。')),
  textFault('doubled-punctuation', 'a comma before a full stop', replaced(/。(?=[\n\u4e00-\u9fff])/g, () => '，。')),
  textFault(
    'halfwidth-punctuation', 'a half-width mark between characters',
    replaced(/(?<=[\u4e00-\u9fff])[，；：](?=[\u4e00-\u9fff])/g, (mark) => HALF[mark]),
    { rules: { 'halfwidth-punctuation': 'hint' }, named: 'repairs' },
  ),
  textFault(
    'spaces-in-cjk', 'a blank between characters', replaced(IN_SENTENCE, (letter) => `${letter} `),
    { rules: { 'spaces-in-cjk': 'hint' }, named: 'repairs' },
  ),
  textFault('broken-paragraph', 'a paragraph cut in two', (subject) => {
    const at = somewhere(subject, MID_PARAGRAPH);
    return at === null
      ? null
      : [{ start: at - 3, end: at + 2, text: planted(`${subject.text.slice(at - 3, at)}\n\n${subject.text.slice(at, at + 2)}`) }];
  }, { rules: { 'broken-paragraph': 'hint' } }),
  textFault('indented-heading', 'a heading behind blanks', indented, { rules: { 'indented-heading': 'hint' } }),
];
