// The report that the tests of features look at, and its places.
import * as vscode from 'vscode';
import { dom, goujiDiagnostics, openSample, sampleUri, waitFor } from './workbench';

export const REPORT = 'lucheng-2021.txt';
/** Lines, from 0: （七）总计 of 自然人 and of 总计, both 0 and both wrong. */
export const NATURAL = 489;
export const ALL = 501;
/** Line of 一、本年新收: seven figures below it, 3 of 自然人 and 3 in all. */
export const NEW = 109;
export const inChinese = vscode.env.language.startsWith('zh');
export const shot = (name: string): Promise<unknown> => dom({ op: 'screenshot', name: `${name}-${vscode.env.language}` });
export const at = (line: number, character = 0): vscode.Position => new vscode.Position(line, character);

/** In an editor, with its findings. */
export async function openReport(name = REPORT): Promise<vscode.TextEditor> {
  await openSample(name);
  await waitFor('the findings', () => goujiDiagnostics(sampleUri(name)).length > 0);
  return vscode.window.activeTextEditor!;
}
