// `npm start` as a Chinese newcomer without desktop VS Code meets it: an address is printed, Gouji runs in the window behind it
// and speaks the browser's language, and Ctrl-C leaves nothing running. Invariant: looks only at what is printed and rendered.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserDriver, chromiumBrowser } from './embedded/browser.mjs';
import { look, openWorkbench } from './embedded/workbench.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const LONGEST_MS = 240_000;
const SLOW_MS = 60_000;

/** @throws Error saying what was expected and did not come */
export async function testStart() {
  const started = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    env: { ...process.env, GOUJI_EDITOR: 'embedded' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = new Promise((resolve) => { started.on('close', resolve); });
  try {
    const address = await printedAddress(started, exit);
    await seeGoujiRun(address);
    started.kill('SIGINT');
    const code = await exit;
    if (code !== 0) { throw new Error(`after Ctrl-C npm start exited with ${code}`); }
    if (await answers(address)) { throw new Error('after Ctrl-C the server still answers'); }
  } finally {
    started.kill('SIGTERM');
  }
}

function printedAddress(started, exit) {
  let output = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`npm start printed no address within ${LONGEST_MS} ms:\n${output}`)), LONGEST_MS);
    started.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\S+/.exec(output);
      if (address) { clearTimeout(late); resolve(address[0]); }
    });
    void exit.then((code) => { clearTimeout(late); reject(new Error(`npm start exited with ${code}:\n${output}`)); });
  });
}

async function seeGoujiRun(address) {
  const workbench = await openWorkbench(await browserDriver(), await chromiumBrowser(), address, { locale: 'zh-CN' });
  const see = (request) => look(workbench.page, request);
  try {
    await see({ op: 'waitFor', selector: '.monaco-editor .view-line', text: '温州市公安局鹿城区分局', timeout: SLOW_MS });
    await see({ op: 'waitFor', selector: '.statusbar-item', text: '勾稽 40/44', timeout: SLOW_MS });
    await see({ op: 'pressUntil', key: 'F1', selector: '.quick-input-widget input' });
    await see({ op: 'type', text: 'Show Running Extensions' });
    await see({ op: 'waitFor', selector: '.quick-input-list .monaco-list-row', text: 'Show Running Extensions' });
    await see({ op: 'press', key: 'Enter' });
    await see({ op: 'waitFor', selector: '.runtime-extensions-editor .monaco-list-row', text: '勾稽' });
    await see({ op: 'screenshot', name: 'npm-start' });
  } finally {
    await workbench.close();
  }
}

const answers = (address) => fetch(address).then(() => true, () => false);
