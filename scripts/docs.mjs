// npm run docs: writes what is made from the list of rules and the titles of their pages: the index of the manual, the schema of
// .gouji.yaml, and the rules in the manifest. Invariant: nothing in these files is said elsewhere; a test compares them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { isMain, root } from './prepare.mjs';

const LEVELS_ZH = { error: '错误', warning: '警告', information: '信息', hint: '提示', off: '关闭' };
const GROUPS = [
  ['table', '规定格式的表格', 'Tables of an official form'],
  ['totals', '其他表格', 'Any other table'],
  ['document', '文档与正文', 'Document and prose'],
  ['exception', '例外', 'Exceptions'],
];

/** @returns {Promise<Map<string, string>>} the files as they should be, by path */
export async function generated() {
  const { ALL_RULES, KNOWN_RULES, settingsSchema } = await loadRules();
  const rules = ALL_RULES.map((rule) => ({ ...rule, ...titlesOf(rule.id) }));
  const described = rules.map(({ id, level, zh, en }) => ({ id, level, description: `${zh}。 ${en}.` }));
  return new Map([
    ['docs/rules/README.md', indexOf(rules)],
    ['schemas/gouji.schema.json', json(settingsSchema(described, KNOWN_RULES.mayBeExcepted))],
    ['package.json', json(withRules(read('package.json'), rules))],
    ['package.nls.json', json(withTitles(read('package.nls.json'), rules, 'en'))],
    ['package.nls.zh-cn.json', json(withTitles(read('package.nls.zh-cn.json'), rules, 'zh'))],
  ]);
}

async function loadRules() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-docs-'));
  try {
    const outfile = path.join(scratch, 'rules.mjs');
    await esbuild.build({
      stdin: {
        contents: "export { ALL_RULES, KNOWN_RULES } from './analysis/ruleList'; export { settingsSchema } from './settings/schema';",
        resolveDir: path.join(root, 'server/src'),
      },
      absWorkingDir: root, bundle: true, format: 'esm', platform: 'node', loader: { '.yaml': 'text' }, outfile, logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The titles of a rule's page, which come in both languages; the id itself where there is no page yet. */
function titlesOf(id) {
  let page = '';
  try {
    page = readFileSync(path.join(root, `docs/rules/${id}.md`), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') { throw error; }
  }
  const title = (sign) => new RegExp(`^# ${id}${sign}(.*)$`, 'm').exec(page)?.[1].trim() ?? id;
  return { zh: title('：'), en: title(': ') };
}

function indexOf(rules) {
  const row = ({ id, zh, en, level }) => `| [${id}](${id}.md) | ${cell(zh)} | ${cell(en)} | ${LEVELS_ZH[level]} ${level} |`;
  const group = ([scope, zh, en]) => {
    const rows = rules.filter((rule) => rule.scope === scope);
    return [`## ${zh} · ${en}`, '', '| 规则 Rule | 检查什么 | What it checks | 默认级别 Level |', '|---|---|---|---|', ...rows.map(row), ''];
  };
  return [
    '# 规则一览 · All rules', '',
    `共 ${rules.length} 条。级别在设置 \`gouji.rules\` 或 [.gouji.yaml](settings-file.md) 中更改。`, '',
    `${rules.length} rules. Levels are changed in the setting \`gouji.rules\` or in [.gouji.yaml](settings-file.md).`, '',
    ...GROUPS.flatMap(group),
    '本页由 `npm run docs` 生成。 This page is made by `npm run docs`.', '',
  ].join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function withRules(manifest, rules) {
  const setting = manifest.contributes.configuration.properties['gouji.rules'];
  const { type, enum: levels, enumDescriptions } = setting.additionalProperties === false
    ? Object.values(setting.properties)[0] : setting.additionalProperties;
  delete setting.propertyNames;
  setting.additionalProperties = false;
  setting.properties = Object.fromEntries(
    rules.map(({ id }) => [id, { type, description: `%rule.${id}%`, enum: levels, enumDescriptions }]),
  );
  return manifest;
}

function withTitles(strings, rules, language) {
  const others = Object.entries(strings).filter(([key]) => !key.startsWith('rule.'));
  return Object.fromEntries([...others, ...rules.map((rule) => [`rule.${rule.id}`, rule[language]])]);
}

function read(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (isMain(import.meta.url)) {
  for (const [file, text] of await generated()) { writeFileSync(path.join(root, file), text); }
}
