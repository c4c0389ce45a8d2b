/** One report open in a test client, and its diagnostics by rule. Invariant: a report is opened as version 1, always under `URI`. */
import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { sample, TestClient } from './client';

export const URI = 'file:///report.txt';
/** Two totals of the outcomes are 0 where 3 is due. */
export const LUCHENG = sample('lucheng-2021.txt');
/** Clean but for a unit written into a cell, which is repaired safely. */
export const BAOSHAN = sample('baoshan-2023.txt');

export const ofRule = (diagnostics: Diagnostic[], rule: string): Diagnostic[] => diagnostics.filter(({ code }) => code === rule);
/** Counted from 1. */
export const lines = (diagnostics: Diagnostic[]): number[] => diagnostics.map(({ range }) => range.start.line + 1);
export const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export async function opened(text: string, client?: TestClient): Promise<TestClient> {
  const own = client ?? await TestClient.start();
  await own.open(URI, text);
  return own;
}
