/**
 * A checked document as lines for people and for editors' problem matchers. Invariant: every finding is one line
 * `path:line:column severity rule message` (from 1, columns in UTF-16 units); levels are written as settings and options name them.
 */
import { inOneLine, message, say, type Language } from '../messages';
import type { DocumentReport, Range } from '../protocol/report';
import type { Summary } from './summary';

/** The findings of one document, set off by an empty line. @returns '' where there is nothing to say */
export function textOf({ path, findings }: DocumentReport, language: Language): string {
  const lines = findings.map(({ rule, severity, message: text, range, related }) => [
    `${path}:${placeOf(range)} ${severity} ${rule} ${inOneLine(text, language)}\n`,
    ...related.map((one) => (
      `    ${one.source === undefined ? '' : `${one.source}:`}${placeOf(one.range)} ${inOneLine(one.message, language)}\n`
    )),
  ].join(''));
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}

function placeOf({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

export function summaryText(summary: Summary, language: Language): string {
  const { documents, tables, equations, findings, excepted, safeRepairs, unreadable } = summary;
  const { error, warning, information, hint } = findings;
  const parts = [message('cli.summary', {
    documents, tables, ...equations, findings: error + warning + information + hint,
    errors: error, warnings: warning, informations: information, hints: hint,
  })];
  if (excepted > 0) { parts.push(message('cli.summary-excepted', { count: excepted })); }
  if (safeRepairs > 0) { parts.push(message('cli.summary-safe', { count: safeRepairs })); }
  if (unreadable.length > 0) { parts.push(message('cli.summary-unreadable', { count: unreadable.length })); }
  return `${parts.map((part) => say(part, language)).join(language === 'zh' ? '' : ' ')}\n`;
}
