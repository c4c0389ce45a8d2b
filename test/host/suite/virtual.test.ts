// A report from a file system that is on no disk, as in a virtual workspace: the server gets its text from the editor, and the settings
// file beside it through VS Code. The workspace of the embedded VS Code itself is a remote folder, which extensions see as `file:`.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { focusPanel, waitForPanel } from './panel';
import { closeAllEditors, codeActions, dom, domIsVisible, goujiDiagnostics, sampleUri, waitFor } from './workbench';

const SCHEME = 'gouji-test';
const REPORT = vscode.Uri.from({ scheme: SCHEME, path: '/reports/lucheng-2021.txt' });
const SETTINGS = vscode.Uri.from({ scheme: SCHEME, path: '/reports/.gouji.yaml' });
const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const found = (rule: string): vscode.Diagnostic[] => goujiDiagnostics(REPORT).filter((one) => ruleOf(one) === rule);

/** Files in memory. */
class Memory implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch(): vscode.Disposable { return new vscode.Disposable(() => undefined); }

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = [...this.files.keys()].some((path) => path.startsWith(`${uri.path}/`));
    return {
      type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size: isFolder ? 0 : this.readFile(uri).length,
    };
  }

  readDirectory(): [string, vscode.FileType][] { return []; }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes === undefined) { throw vscode.FileSystemError.FileNotFound(uri); }
    return bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, bytes);
    this.changed.fire([{ type, uri }]);
  }

  createDirectory(): void { throw vscode.FileSystemError.NoPermissions(); }
  delete(): void { throw vscode.FileSystemError.NoPermissions(); }
  rename(): void { throw vscode.FileSystemError.NoPermissions(); }
}

describe('a report in a virtual file system', function () {
  this.timeout(60_000);
  const memory = new Memory();
  let registered: vscode.Disposable;

  before(async () => {
    registered = vscode.workspace.registerFileSystemProvider(SCHEME, memory);
    memory.writeFile(REPORT, await vscode.workspace.fs.readFile(sampleUri('lucheng-2021.txt')));
    memory.writeFile(SETTINGS, new TextEncoder().encode('rules:\n  unit-in-cell: error\n'));
    await waitFor('the file system', () => vscode.workspace.fs.isWritableFileSystem(SCHEME));
  });
  after(async () => {
    await closeAllEditors();
    registered.dispose();
  });

  it('is checked', async () => {
    await vscode.window.showTextDocument(REPORT);
    await waitFor('the wrong totals', () => found('outcome-sum').length === 2);
  });

  it('has the settings file beside it followed', async () => {
    await waitFor('the level of the settings file', () => found('unit-in-cell')[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('has a panel', async function () {
    if (!domIsVisible) { this.skip(); }
    await focusPanel();
    await waitForPanel('.verdict h1', '4');
    await dom({ op: 'screenshot', name: `virtual-${vscode.env.language}` });
  });

  it('is repaired by quick fix, and undo restores it', async () => {
    const document = await vscode.workspace.openTextDocument(REPORT);
    const before = document.getText();
    const [wrong] = found('outcome-sum');
    const fix = await waitFor('the quick fix', async () => (await codeActions(REPORT, wrong.range)).find(({ isPreferred }) => isPreferred));
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await waitFor('the findings to go', () => found('outcome-sum').length === 0);
    await vscode.window.showTextDocument(document);
    await waitFor('undo', async () => {
      if (document.getText() !== before) { await vscode.commands.executeCommand('undo'); }
      return document.getText() === before;
    });
  });

  it('has exceptions recorded beside it', async () => {
    const [wrong] = await waitFor('the finding', () => (found('outcome-sum').length === 2 ? found('outcome-sum') : undefined));
    const { command } = await waitFor(
      'the way to state a reason',
      async () => (await codeActions(REPORT, wrong.range)).find((one) => one.command?.command === 'gouji.stateReason'),
    );
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!, '上级核定数');
    await waitFor('the exception', () => found('outcome-sum').some(({ message }) => message.includes('上级核定数')));
    assert.match(new TextDecoder().decode(memory.readFile(SETTINGS)), /file: lucheng-2021\.txt/);
  });
});
