// The workbench of a VS Code server, rendered in headless Chromium, and one small vocabulary for looking at it.
// Invariant: what the desktop takes as flags travels in the page's address; nothing of the page is patched.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const SCREENSHOTS = path.resolve(process.env.GOUJI_HOST_SCREENSHOTS
  ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../out/screenshots'));
const WAIT_MS = 15_000;
const RETRY_MS = 2500;

export const toPath = (place) => path.resolve(place.startsWith('file:') ? fileURLToPath(place) : place);

/** The address of a folder or workspace on the server. @param {[string, string][]} payload what the desktop takes as flags */
export function workbenchAddress(authority, target, payload = []) {
  const query = new URLSearchParams();
  if (target) { query.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', toPath(target)); }
  else { query.set('ew', 'true'); }
  if (payload.length > 0) { query.set('payload', JSON.stringify(payload)); }
  return `http://${authority}/?${query}`;
}

/**
 * @param {typeof import('playwright-core')} driver
 * @param {{ executablePath: string, env: Record<string, string> }} browserProgram
 * @param {string} address as of workbenchAddress
 * @param {{ locale?: string, bindings?: Record<string, (...args: unknown[]) => unknown> }} options
 *   bindings: functions the workbench finds on its window
 */
export async function openWorkbench(driver, browserProgram, address, { locale = 'en-US', bindings = {} } = {}) {
  const browser = await driver.chromium.launch({
    executablePath: browserProgram.executablePath, env: { ...process.env, ...browserProgram.env },
    headless: !process.env.GOUJI_HOST_HEADED, args: CHROMIUM_FLAGS,
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
  const page = await context.newPage();
  if (process.env.GOUJI_HOST_VERBOSE) {
    page.on('console', (message) => console.error(`[page] ${message.text().slice(0, 500)}`));
  }
  for (const [name, call] of Object.entries(bindings)) { await page.exposeFunction(name, call); }
  await page.goto(address, { waitUntil: 'commit' });
  const close = () => Promise.race([browser.close().catch(() => {}), new Promise((resolve) => { setTimeout(resolve, 5000).unref(); })]);
  return { page, close };
}

const operations = {
  waitFor: async (page, { state = 'visible', timeout = WAIT_MS, ...of }) => {
    await locate(page, of).first().waitFor({ state, timeout });
    return true;
  },
  count: (page, of) => locate(page, of).count(),
  texts: (page, of) => locate(page, of).allInnerTexts(),
  click: async (page, { timeout = WAIT_MS, ...of }) => { await locate(page, of).first().click({ timeout }); return true; },
  hover: async (page, { timeout = WAIT_MS, ...of }) => { await locate(page, of).first().hover({ timeout }); return true; },
  press: async (page, { key }) => { await page.keyboard.press(key); return true; },
  type: async (page, { text }) => { await page.keyboard.type(text); return true; },
  pressUntil,
  webviewText,
  evaluate,
  screenshot,
};

/**
 * Does or looks at one thing in the rendered workbench.
 * @param {import('playwright-core').Page} page
 * @param {{ op: string, in?: 'webview', selector?: string, text?: string, key?: string, name?: string, state?: string, timeout?: number }}
 * request
 *   in: look inside the last webview rather than in the workbench
 */
export function look(page, request) {
  const operation = operations[request.op];
  if (!operation) { throw new Error(`no such operation: ${request.op}`); }
  return operation(page, request);
}

function locate(page, { selector, text, in: place }) {
  const all = (place === 'webview' ? webviewOf(page) : page).locator(selector);
  return text === undefined ? all : all.filter({ hasText: text });
}

/** A key whose effect may be cancelled by the workbench: pressed again until the thing is seen. */
async function pressUntil(page, { key, timeout = WAIT_MS, ...of }) {
  for (const end = Date.now() + timeout; ;) {
    await page.keyboard.press(key);
    try {
      await locate(page, of).first().waitFor({ timeout: RETRY_MS });
      return true;
    } catch (error) { if (Date.now() > end) { throw error; } }
    await page.keyboard.press('Escape');
  }
}

/** A webview's content sits two frames deep. */
function webviewOf(page) {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
}

async function webviewText(page, { timeout = WAIT_MS, ...of }) {
  const found = locate(page, { ...of, in: 'webview' }).first();
  await found.waitFor({ timeout });
  return found.innerText();
}

/** The value of an expression, worked out in the page that holds the first such element. Outside the page's own policy. */
async function evaluate(page, { text, timeout = WAIT_MS, ...of }) {
  const holder = locate(page, { selector: 'body', ...of }).first();
  await holder.waitFor({ state: 'attached', timeout });
  return holder.evaluate((_, expression) => (0, eval)(expression), text);
}

/** Of the whole window, or of the first element of a selector. */
async function screenshot(page, { name, ...of }) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = path.join(SCREENSHOTS, `${String(name).replace(/[^\w.-]/g, '_')}.png`);
  await (of.selector ? locate(page, of).first() : page).screenshot({ path: file, timeout: WAIT_MS });
  return file;
}
