// Nothing is left over: every sentence is said somewhere, every export of the product is used elsewhere, every file and script
// that the documents name exists. Invariant: looks at sources as text alone, so that it needs no build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLES } from '../../server/src/messages';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const list = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name));

const sources = [...list('server/src'), ...list('client/src')].filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: read(name) }));
const everything = sources.map(({ text }) => text).join('\n');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  contributes: { configuration: { properties: object } };
};

/** `gap.${gap}` stands for all keys that begin so. A template without a word of its own would stand for any. */
const composed = [...new Set(everything.match(/`[\w.-]*\$\{[^`\s]+\}[\w.-]*`/g))]
  .map((template) => template.slice(1, -1).split(/\$\{[^}]+\}/))
  .filter((parts) => parts.some((part) => /[a-z]\.|\.[a-z]/.test(part)))
  .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+(?:\\.[\\w-]+)*')}$`));

describe('sentences', () => {
  it('of the core are all said somewhere', () => {
    const unsaid = Object.keys(BUNDLES.zh)
      .filter((key) => !everything.includes(`'${key}'`) && !composed.some((pattern) => pattern.test(key)));
    expect(unsaid).toEqual([]);
  });
});

describe('sources', () => {
  it('export no function and no value that nobody imports', () => {
    const entry = join('client/src/extension.ts');
    const imported = [...list('test'), ...list('scripts')].filter((name) => /\.(ts|mjs)$/.test(name) && !/\.cache|node_modules/.test(name))
      .map((name) => ({ name, text: read(name) }));
    const words = [...sources, ...imported].map(({ name, text }) => ({ name, words: new Set(text.match(/\w+/g)) }));
    const unused = sources.filter(({ name }) => name !== entry).flatMap(({ name, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm)].map((found) => found[1])
        .filter((word) => !words.some((other) => other.name !== name && other.words.has(word))).map((word) => `${name}: ${word}`));
    expect(unused).toEqual([]);
  });
  it('have a use for every style of the panel', () => {
    const panel = sources.filter(({ name }) => name.startsWith('client')).map(({ text }) => text).join('\n');
    const classes = [...read('client/src/summary/panel/panel.css').matchAll(/\.([a-z][\w-]*)/g)].map((found) => found[1]);
    // VS Code itself sets these on the page.
    expect([...new Set(classes)].filter((one) => !one.startsWith('vscode-') && !new RegExp(`\\b${one}\\b`).test(panel))).toEqual([]);
  });
});

describe('comments', () => {
  it('send the reader to no page that is not here', () => {
    const pages = new Set([...readdirSync(ROOT), ...list('docs'), ...list('test/harness')].map((name) => basename(name)));
    const comments = (text: string): string => (text.match(/\/\*[\s\S]*?\*\/|\/\/.*/g) ?? []).join('\n');
    expect(sources.flatMap(({ name, text }) => (comments(text).match(/[\w-]+\.md\b/g) ?? []).filter((page) => !pages.has(page))
      .map((page) => `${name}: ${page}`))).toEqual([]);
  });
});

describe('documents', () => {
  it('for contributors name every npm script', () => {
    const said = read('CONTRIBUTING.md');
    expect(Object.keys(manifest.scripts).filter((script) => !new RegExp(`npm (run )?${script}\\b`).test(said))).toEqual([]);
  });
  it('for users of the installed extension tell of every setting, in both languages', () => {
    const page = read('docs/extension.md');
    const settings = Object.keys(manifest.contributes.configuration.properties);
    expect(settings.filter((setting) => page.split(`| \`${setting}\` |`).length !== 3)).toEqual([]);
  });
  it.each([
    'README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'test/host/README.md', 'test/harness/README.md',
  ])('%s names only files that exist', (page) => {
    const text = read(page);
    const near = ['', 'server/src', 'client/src', 'client/src/summary', 'server/src/rules', 'test/host', 'test/harness'];
    const here = (name: string, endings: readonly string[]): boolean => (
      near.some((folder) => endings.some((ending) => existsSync(join(ROOT, folder, name + ending))))
    );
    const files = [
      ...text.matchAll(/`(?!out\/)([\w./-]+\/[\w.-]+\.(?:ts|mjs|md|json|yaml|css|png))`/g), ...text.matchAll(/\]\(([\w./-]+)\)/g),
    ].map((found) => found[1]);
    expect(files.filter((name) => !here(name, ['']) && !existsSync(join(ROOT, page, '..', name)))).toEqual([]);
    const modules = [
      ...text.matchAll(/`((?:text|model|layouts|forms|equations|prose|rules|settings|analysis|features|protocol|runtime|cli)\/[\w/]+)`/g),
    ].map((found) => found[1]);
    expect(modules.filter((name) => !here(name, ['', '.ts']))).toEqual([]);
  });
});
