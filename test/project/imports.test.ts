// Who may import whom (docs/architecture.md, "Folders"): the flow goes one way, and the core knows no editor and no disk.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SERVER = 'server/src';

/** Folders of server/src each folder may import; its own is always allowed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  messages: ['model', 'protocol'],
  prose: ['text', 'model'],
  layouts: ['text', 'model'],
  forms: ['text', 'model'],
  equations: ['text', 'model'],
  rules: ['text', 'model', 'equations', 'messages', 'prose'],
  analysis: ['text', 'model', 'layouts', 'forms', 'equations', 'rules', 'messages', 'prose', 'settings'],
  settings: ['text', 'model', 'messages'],
  protocol: [],
  features: ['text', 'model', 'analysis', 'protocol', 'messages', 'settings', 'rules', 'prose', 'equations'],
  runtime: ['analysis', 'features', 'protocol', 'messages', 'model', 'text', 'settings'],
  cli: ['text', 'model', 'analysis', 'features', 'protocol', 'messages', 'runtime', 'settings'],
};

/** Packages each folder may import. Folders not named here may import none. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  model: [/^big\.js$/],
  equations: [/^big\.js$/],
  rules: [/^big\.js$/],
  forms: [/^yaml$/, /^valibot$/],
  settings: [/^yaml$/],
  features: [/^vscode-languageserver$/, /^big\.js$/],
  runtime: [/^vscode-languageserver/, /^node:/],
  cli: [/^node:/],
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm)].map((m) => m[1] ?? m[2]);
}

/** The folder of server/src a relative import leads to; '' for a file directly in it; null outside. */
function target(file: string, specifier: string): string | null {
  const path = relative(SERVER, join(dirname(file), specifier));
  if (path.startsWith('..')) { return null; }
  const [first] = path.split(sep);
  return path.includes(sep) || ALLOWED[first] !== undefined ? first : '';
}

const coreFiles = sources(SERVER).map((file) => ({ file, folder: relative(SERVER, file).split(sep) }))
  .filter(({ folder }) => folder.length > 1);

describe('imports', () => {
  it('are looked at in every folder of the server', () => {
    expect([...new Set(coreFiles.map(({ folder }) => folder[0]))].filter((folder) => ALLOWED[folder] === undefined)).toEqual([]);
    expect(coreFiles.length).toBeGreaterThan(50);
  });

  for (const { file, folder: [folder] } of coreFiles) {
    it(file, () => {
      for (const specifier of importsOf(file)) {
        if (specifier.endsWith('/package.json')) { expect(folder).toBe('cli'); continue; }
        if (specifier.startsWith('.')) {
          const to = target(file, specifier);
          expect(to === folder || (to !== null && ALLOWED[folder].includes(to)), `${file} imports ${specifier}`).toBe(true);
        } else {
          expect((PACKAGES[folder] ?? []).some((pattern) => pattern.test(specifier)), `${file} imports ${specifier}`).toBe(true);
        }
      }
    });
  }

  it('let rules know forms only by their types, and not each other', () => {
    for (const file of sources(`${SERVER}/rules`)) {
      const ids = importsOf(file).filter((s) => /^\.\/[a-z]+(-[a-z0-9]+)+$/.test(s));
      if (!file.endsWith(`${sep}index.ts`)) { expect(ids, file).toEqual([]); }
    }
  });

  it('keep the client to VS Code, the language client and the protocol', () => {
    for (const file of sources('client/src')) {
      for (const specifier of importsOf(file)) {
        const ok = specifier.startsWith('.')
          ? !join(dirname(file), specifier).startsWith('server') || join(dirname(file), specifier).startsWith(join(SERVER, 'protocol'))
          : /^(vscode|vscode-languageclient(\/.*)?|lit(\/.*)?|@lit\/.*|node:crypto)$/.test(specifier);
        expect(ok, `${file} imports ${specifier}`).toBe(true);
      }
    }
  });
});

describe('files', () => {
  const all = [...sources(SERVER), ...sources('client/src')];
  it.each(all)('%s opens with what it is for and is not too long', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text.trimStart().startsWith('/**') || text.startsWith('//'), 'a comment at the head').toBe(true);
    expect(text.split('\n').length).toBeLessThanOrEqual(260);
    expect(statSync(join(ROOT, file)).size).toBeGreaterThan(0);
  });
});
