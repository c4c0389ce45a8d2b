// What the grammars colour, by VS Code's own tokenizer. Each line is shown with its coloured parts in brackets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import onigurumaModule from 'vscode-oniguruma';
import textmateModule, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const ROOT = join(import.meta.dirname, '../..');
const INJECTED = 'gouji.injection';
const grammarOf = (name: string): IRawGrammar => textmateModule.parseRawGrammar(readFileSync(join(ROOT, 'syntaxes', name), 'utf8'), name);

/** Grammars that colour nothing by themselves, in place of VS Code's. */
const bare = (scopeName: string): IRawGrammar => textmateModule.parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'bare.json');

let plain: IGrammar;
let markdown: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onigurumaModule.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmateModule.Registry({
    onigLib: Promise.resolve(onigurumaModule),
    loadGrammar: (scope) => Promise.resolve(scope === INJECTED ? grammarOf('report.injection.tmLanguage.json')
      : scope === 'text.plain.gouji' ? grammarOf('plain.tmLanguage.json') : bare(scope)),
    getInjections: (scope) => (scope === 'text.html.markdown' ? [INJECTED] : undefined),
  });
  plain = (await registry.loadGrammar('text.plain.gouji'))!;
  markdown = (await registry.loadGrammar('text.html.markdown'))!;
});

const SIGNS: readonly (readonly [string, string])[] = [
  ['markup.heading', 'H'], ['keyword.other.total', 'T'], ['constant.language.nil', 'N'], ['constant.numeric.item', 'I'],
];

/** H heading, I item number, T total word, N sign for nothing. */
function coloured(grammar: IGrammar, line: string): string {
  return grammar.tokenizeLine(line, null).tokens.map(({ startIndex, endIndex, scopes }) => {
    const text = line.slice(startIndex, endIndex);
    const sign = SIGNS.find(([scope]) => scopes.some((one) => one.startsWith(scope)));
    return sign ? `[${sign[1]} ${text}]` : text;
  }).join('').replaceAll('][H ', '');
}

const BOTH = [
  ['一、总体情况', '[H 一、总体情况]'],
  ['二、 主动公开政府信息情况', '[H 二、] [H 主动公开政府信息情况]'],
  ['四、政府信息公开行政复议、行政诉讼情况', '[H 四、政府信息公开行政复议、行政诉讼情况]'],
  ['## 一、总体情况', '## [H 一、总体情况]'],
  ['（一）主动公开情况', '[H （一）主动公开情况]'],
  ['(一)主动公开。严格按照区政府要求,主动公开。', '[H (一)主动公开]。严格按照区政府要求,主动公开。'],
  ['一、本年新收政府信息公开申请数量', '[I 一、]本年新收政府信息公开申请数量'],
  ['（三）不予公开', '[I （三）]不予公开'],
  ['\t（一）予以公开', '\t[I （一）]予以公开'],
  ['1.属于国家秘密', '[I 1.]属于国家秘密'],
  ['1、申请人无正当理由逾期不补正', '[I 1、]申请人无正当理由逾期不补正'],
  ['| 三、本年度办理结果 | （三）不予公开 | 3.危及“三安全一稳定” | 0 |', '| [I 三、]本年度办理结果 | [I （三）]不予公开 | [I 3.]危及“三安全一稳定” | 0 |'],
  ['总计', '[T 总计]'],
  ['\t合计', '\t[T 合计]'],
  ['（七）总计', '[I （七）][T 总计]'],
  ['| 自然人 | 其他 | 总计 |', '| 自然人 | 其他 | [T 总计] |'],
  ['合计\t3\t—\t/', '[T 合计]\t3\t[N —]\t[N /]'],
  ['| 甲 | - | 无 | N/A |', '| 甲 | [N -] | [N 无] | [N N/A] |'],
  ['<td>总计</td><td>—</td>', '<td>[T 总计]</td><td>[N —]</td>'],
  ['无', '[N 无]'],
] as const;

const PLAIN_ALONE = [
  '2021 年，全市共收到申请 86 件，总计办结 91 件。',
  '共计12件，无结转。',
  '1.47万元',
  '2021.12.31',
  '一是坚持做好网站日常维护。',
  '| --- | --- |',
  '-',
  'Item 1. See section 2.',
  '3',
];

describe('the grammar', () => {
  it.each(BOTH)('colours %s', (line, expected) => {
    expect(coloured(plain, line)).toBe(expected);
    expect(coloured(markdown, line)).toBe(expected);
  });
  it.each(PLAIN_ALONE)('leaves alone: %s', (line) => {
    expect(coloured(plain, line)).toBe(line);
    expect(coloured(markdown, line)).toBe(line);
  });
  it('takes a very long line without effort', () => {
    const line = '（'.repeat(50_000);
    expect(coloured(plain, line)).toBe(line);
  });
});
