// Living with findings in a real window: a finding is stated to be correct, its figures change, it is put right; in Markdown, HTML
// and plain text, with the same result on the command line; levels in .gouji.yaml, live, and a mistake in it.
import assert from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAllEditors, codeActions, dom, domIsVisible, EXTENSION_ID, goujiDiagnostics, sampleUri, waitFor } from './workbench';

const FOLDER = 'exceptions';
const ROWS = [['项目', '一月', '二月', '三月'], ['办公', '3', '5', '7'], ['差旅', '4', '6', '9'], ['会议', '5', '8', '6'], ['合计', '12', '20', '22']];
const REPORTS: Readonly<Record<string, string>> = {
  'a.md': `# 经费\n\n${ROWS.map((cells) => `| ${cells.join(' | ')} |`).join('\n').replace('\n', '\n|---|---|---|---|\n')}\n`,
  'a.html': `<h1>经费</h1>\n<table>\n${ROWS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>\n`,
  'a.txt': `经费\n\n${ROWS.map((cells) => cells.join('\t')).join('\n')}\n`,
};

const uriOf = (name: string): vscode.Uri => sampleUri(`${FOLDER}/${name}`);
const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** Rule, level and message of each finding, in order. */
const shown = (uri: vscode.Uri): string[] => goujiDiagnostics(uri)
  .map((one) => `${one.range.start.line} ${String(ruleOf(one))} ${SEVERITIES[one.severity]} ${one.message}`).sort();

const told = (uri: vscode.Uri): string => goujiDiagnostics(uri).map((one) => `${String(ruleOf(one))} ${SEVERITIES[one.severity]}`).sort()
  .join();

async function put(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The command line's findings of one saved report, as `shown`. */
async function onCommandLine(name: string): Promise<string[]> {
  const cli = path.join(vscode.extensions.getExtension(EXTENSION_ID)!.extensionPath, 'dist/cli.js');
  const folder = uriOf('').fsPath;
  const language = vscode.env.language.startsWith('zh') ? 'zh' : 'en';
  const out = await new Promise<string>((resolve) => {
    execFile(process.execPath, [
      cli, 'check', name, '--format', 'json', '--language', language,
    ], { cwd: folder, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      (_, stdout) => resolve(stdout));
  });
  const {
    documents: [{ findings }],
  } = JSON.parse(out) as { documents: { findings: { rule: string; severity: string; message: string; range: vscode.Range }[] }[] };
  return findings.map(({ rule, severity, message, range }) => `${range.start.line} ${rule} ${severity} ${message}`).sort();
}

async function stateReason(uri: vscode.Uri, answer: (command: vscode.Command) => Thenable<unknown>): Promise<void> {
  const wrong = goujiDiagnostics(uri).find((one) => ruleOf(one) === 'total-mismatch')!;
  const action = await waitFor(
    'the quick fix', async () => (await codeActions(uri, wrong.range)).find(({ command }) => command?.command === 'gouji.stateReason'),
  );
  await answer(action.command!);
}

/** Changes the wrong total. */
async function change(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const line = document.getText().split('\n').findIndex((one) => one.includes('合计') && !one.includes('gouji'));
  const start = document.lineAt(line).text.indexOf(from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(line, start, line, start + from.length), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('a finding that is correct as it stands', () => {
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(uriOf(''), { recursive: true });
  });

  for (const [name, text] of Object.entries(REPORTS)) {
    it(`is excepted, goes stale and is put right, in ${name}`, async () => {
      const uri = uriOf(name);
      await put(name, text);
      const document = await open(name);
      const agrees = async (expected: string): Promise<void> => {
        await waitFor(expected, () => told(uri) === expected);
        await document.save();
        assert.deepStrictEqual(await onCommandLine(name), shown(uri));
      };
      await agrees('total-mismatch warning');
      await stateReason(uri, ({ command, arguments: given }) => vscode.commands.executeCommand(command, ...given!, '上级核定数'));
      await agrees('total-mismatch information');
      assert.match(shown(uri)[0], /上级核定数/);
      if (name === 'a.txt') {
        const settings = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('.gouji.yaml')));
        assert.match(settings, /file: a\.txt\n {4}rule: total-mismatch\n {4}place: 合计 · 二月\n {4}figures: 20≠19\n {4}reason: 上级核定数/);
        assert.strictEqual(document.getText(), text);
      } else {
        assert.match(document.getText(), /<!-- gouji: allow total-mismatch “合计 · 二月” 20≠19 (理由：|reason: )上级核定数 -->\n/);
      }
      await change(document, '20', '21');
      await agrees('exception-stale warning,total-mismatch warning');
      await change(document, '21', '19');
      await agrees('exception-unused information');
    });
  }

  it('is asked for its reason in an input box', async function () {
    if (!domIsVisible) { this.skip(); }
    const uri = uriOf('a.md');
    await put('a.md', REPORTS['a.md']);
    const document = await open('a.md');
    await waitFor('the finding', () => told(uri) === 'total-mismatch warning');
    await stateReason(uri, async ({ command, arguments: given }) => {
      const done = vscode.commands.executeCommand(command, ...given!);
      await dom({ op: 'waitFor', selector: '.quick-input-widget input' });
      await dom({ op: 'screenshot', name: 'state-reason' });
      await dom({ op: 'type', selector: '.quick-input-widget input', text: '上级核定数' });
      await dom({ op: 'press', key: 'Enter' });
      await done;
    });
    await waitFor('the exception', () => told(uri) === 'total-mismatch information');
    await document.save();
  });
});

describe('.gouji.yaml', () => {
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(uriOf(''), { recursive: true });
  });

  it('sets levels, live, and marks a mistake at its key', async () => {
    const uri = uriOf('a.md');
    const settings = uriOf('.gouji.yaml');
    await put('a.md', REPORTS['a.md']);
    await open('a.md');
    await waitFor('the finding', () => told(uri) === 'total-mismatch warning');
    await put('.gouji.yaml', 'rules:\n  total-mismatch: hint\n');
    await waitFor('a hint', () => told(uri) === 'total-mismatch hint');
    await put('.gouji.yaml', 'rules:\n  total-mismatsh: hint\n');
    await waitFor('the mistake', () => told(settings) === 'settings-file error');
    await waitFor('the usual level', () => told(uri) === 'total-mismatch warning');
    const [{ range }] = goujiDiagnostics(settings);
    assert.deepStrictEqual([range.start.line, range.start.character, range.end.character], [1, 2, 16]);
    const document = await open('.gouji.yaml');
    const fix = await waitFor('the repair', async () => (await codeActions(settings, range)).find(({ edit }) => edit));
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await waitFor('a hint again', () => told(uri) === 'total-mismatch hint' && told(settings) === '');
    await document.save();
  });
});
