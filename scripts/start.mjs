// npm start [folder]: from a fresh clone to an editor with Gouji in it. Installs and builds what is missing, checks the folder
// on the command line, then opens desktop VS Code, or the embedded one where there is no `code` on the PATH.
// Invariant: findings do not keep the editor from opening; Ctrl-C ends everything that was started.
//   --check-only                    no editor
//   GOUJI_EDITOR=embedded           the embedded VS Code even where there is a desktop one
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { check } from './check.mjs';
import { callerFolder, prepare, root, runScript } from './prepare.mjs';

const SAMPLES = path.join(root, 'samples');
const FIRST_SAMPLE = path.join(SAMPLES, 'lucheng-2021.txt');

async function start(args) {
  const [given] = args.filter((arg) => !arg.startsWith('--'));
  const folder = given ? path.resolve(callerFolder(), given) : SAMPLES;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) { throw new Error(`${folder} is not a folder.`); }
  prepare();
  const code = check([folder, '--fail-on', 'never']);
  if (args.includes('--check-only')) { return code; }
  const file = given ? undefined : FIRST_SAMPLE;
  const desktop = process.env.GOUJI_EDITOR === 'embedded' ? undefined : findOnPath('code');
  return desktop ? openDesktop(desktop, folder, file) : openEmbedded(folder, file);
}

function findOnPath(program) {
  const names = process.platform === 'win32' ? [`${program}.cmd`, `${program}.exe`] : [program];
  const places = (process.env.PATH ?? '').split(path.delimiter).flatMap((dir) => names.map((name) => path.join(dir, name)));
  return places.find((place) => existsSync(place));
}

function openDesktop(code, folder, file) {
  console.log('\n正在打开带有勾稽的 VS Code……  Opening VS Code with Gouji …');
  const args = [`--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])];
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  return spawnSync(quote(code), args.map(quote), { stdio: 'inherit', shell }).status ?? 1;
}

async function openEmbedded(folder, file) {
  const { openEmbeddedEditor } = await import('../test/host/embedded/editor.mjs');
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) { process.on(signal, () => resolve(0)); }
  });
  const editor = await openEmbeddedEditor(root, folder, file);
  console.log(['', '请用本机的浏览器打开带有勾稽的 VS Code：  Open VS Code with Gouji in a browser on this machine:', '',
    `  ${editor.address}`, '', '按 Ctrl-C 结束。  Ctrl-C ends it.'].join('\n'));
  const crashed = editor.ended.then((how) => { console.error(`The VS Code server ended by itself (${how}).`); return 1; });
  const exitCode = await Promise.race([stopped, crashed]);
  await editor.stop();
  return exitCode;
}

await runScript(start);
