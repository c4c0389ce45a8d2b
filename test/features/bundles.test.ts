/** The bundles as they are shipped: the command line as a plain `node` file, the server over standard input and output. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter, type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { PULLS, SAMPLES, sample } from './client';

const root = path.dirname(SAMPLES);
const out = mkdtempSync(path.join(tmpdir(), 'gouji-bundles-'));
const bundle = (name: string): string => path.join(out, 'dist', name);
afterAll(() => rmSync(out, { recursive: true, force: true }));

beforeAll(async () => {
  const { shippedBundles } = await import(
    pathToFileURL(path.join(root, 'scripts/bundles.mjs')).href,
  ) as { shippedBundles(mode: { production: boolean }): BuildOptions[] };
  const wanted = shippedBundles({ production: true }).filter(({ outfile }) => /cli|server/.test(outfile!));
  await Promise.all(wanted.map((options) => build({ ...options, absWorkingDir: root, outfile: bundle(path.basename(options.outfile!)) })));
});

it('the command line checks the samples', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath, [bundle('cli.js'), 'check', 'samples', '--language', 'zh'], { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^samples\/lucheng-2021\.txt:490:1 error outcome-sum /m);
});

it('the command line is not cut off by a slow reader', () => {
  const { stdout } = spawnSync(
    'sh', ['-c', `"${process.execPath}" "${bundle('cli.js')}" check samples --format json | cat`], { cwd: root, encoding: 'utf8' },
  );
  expect(JSON.parse(stdout).documents).toHaveLength(5);
});

it('the command line keeps its exit code where nobody reads on', async () => {
  const cli = spawn(process.execPath, [bundle('cli.js'), 'check', 'samples'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  cli.stdout.destroy();
  let complaints = '';
  cli.stderr.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
  expect(await new Promise((resolve) => { cli.on('close', resolve); })).toBe(1);
  expect(complaints).toBe('');
});

it('the server answers over standard input and output, and leaves when told', async () => {
  const server = spawn(process.execPath, [bundle('server.js'), '--stdio']);
  const ended = new Promise<number | null>((resolve) => { server.on('exit', resolve); });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/configuration', () => [{}]);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: PULLS, locale: 'zh-cn' });
  await connection.sendNotification('initialized', {});
  const uri = 'file:///report.txt';
  await connection.sendNotification(
    'textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text: sample('lucheng-2021.txt') } },
  );
  const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const wrong = report.kind === 'full' ? report.items.filter(({ code }) => code === 'outcome-sum') : [];
  expect(wrong.map(({ range }) => range.start.line)).toEqual([489, 501]);
  expect(wrong[0].codeDescription!.href).toBe(pathToFileURL(path.join(out, 'docs/rules/outcome-sum.md')).href);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
});
