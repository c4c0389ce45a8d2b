/** One small report with a total that can be wrong, in three formats, and a client that may state reasons for what is found in it. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { PULLS, TestClient } from './client';

export const SETTINGS = 'file:///w/.gouji.yaml';
const rows = (total: string): string[][] => [
  ['项目', '一月', '二月', '三月'], ['办公', '3', '5', '7'], ['差旅', '4', '6', '9'], ['会议', '5', '8', '6'], ['合计', '12', total, '22'],
];
export const FORMATS: Readonly<Record<string, { readonly language: string; write(total: string): string }>> = {
  'a.md': { language: 'markdown', write: (total) => (
    `# 经费\n\n${rows(total).map((cells) => `| ${cells.join(' | ')} |`).join('\n').replace('\n', '\n|---|---|---|---|\n')}\n`
  ) },
  'a.html': { language: 'html', write: (total) => (
    `<h1>经费</h1>\n<table>\n${rows(total).map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>\n`
  ) },
  'a.txt': { language: 'plaintext', write: (total) => `经费\n\n${rows(total).map((cells) => cells.join('\t')).join('\n')}\n` },
};

export const WITH_REASONS = { canTurnOffRules: true, canStateReasons: true };
export const start = (): Promise<TestClient> => TestClient.start(PULLS, WITH_REASONS);
export const rules = (diagnostics: readonly Diagnostic[]): string[] => (
  diagnostics.map(({ code, severity }) => `${String(code)} ${severity}`)
);

/** The figure in the last row. */
export async function replace(client: TestClient, uri: string, from: string, to: string): Promise<void> {
  const lines = client.textOf(uri).split('\n');
  const line = lines.findIndex((one) => one.includes('合计') && !one.includes('gouji'));
  const character = lines[line].indexOf(from);
  await client.change(uri, { start: { line, character }, end: { line, character: character + from.length } }, to);
}
