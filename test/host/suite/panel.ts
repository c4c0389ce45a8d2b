// What the tests of the summary panel share. Invariant: everything is looked up by role or state, as assistive technology does it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { dom, waitFor } from './workbench';

export const inPanel = { in: 'webview' } as const;
const AXE = path.resolve(__dirname, '../../../node_modules/axe-core/axe.min.js');

export async function focusPanel(): Promise<void> {
  await vscode.commands.executeCommand('gouji.summary.focus');
  await dom({ op: 'waitFor', ...inPanel, selector: 'main#panel', state: 'attached' });
}

export async function waitForPanel(selector: string, text?: string): Promise<void> {
  await dom({ op: 'waitFor', ...inPanel, selector, text });
}

export async function panelTexts(selector: string): Promise<string[]> {
  const texts = await dom<string[]>({ op: 'texts', ...inPanel, selector });
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

export interface CellPlace { readonly line: number; readonly column: number }

/** The cell of the grid that has the focus, or would get it. */
export async function activeCell(): Promise<CellPlace> {
  return waitFor('a marked cell', () => dom<CellPlace | null>({
    op: 'evaluate', ...inPanel,
    text: `(() => { const cell = document.querySelector('gouji-grid [tabindex="0"]'); return cell && { line: Number(cell.dataset.line), column: Number(cell.dataset.column) }; })()`,
  }));
}

/** Everything axe-core finds wrong in the panel's page, its best practices included. */
export async function axeViolations(): Promise<string[]> {
  await dom({ op: 'evaluate', ...inPanel, text: `${readFileSync(AXE, 'utf8')};0` });
  return dom<string[]>({
    op: 'evaluate', ...inPanel,
    text: 'axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any.map((a) => a.message).join()}`)))',
  });
}
