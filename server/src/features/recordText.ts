/**
 * A review record as Markdown and as a web page. Invariant: both say the same, and text of the document never becomes markup.
 */
import type { Language } from '../messages';
import { unseenNamed } from '../protocol/unseen';
import type { RecordSection, ReviewRecord } from './record';

export function recordMarkdown({ title, facts, sections }: ReviewRecord): string {
  const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    [markdownRow(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(markdownRow)];
  const parts = [`# ${markdownText(title)}`, '', ...facts.map(([label, value]) => `- ${markdownText(label)}: ${markdownText(value)}`)];
  for (const section of sections) {
    parts.push('', `## ${markdownText(section.title)}`, '');
    parts.push(...(section.rows.length === 0 ? [markdownText(section.nothing)] : table(section.columns, section.rows)));
  }
  return `${parts.join('\n')}\n`;
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

/** Text of the document may hold anything: what Markdown would take for markup is escaped. */
function markdownText(text: string): string {
  return unseenNamed(text).replace(/[\\`*_[\]<>|#~&!]/g, '\\$&');
}

export function recordHtml({ title, facts, sections }: ReviewRecord, language: Language): string {
  const rows = (tag: 'td' | 'th', cells: readonly string[]): string => (
    `<tr>${cells.map((cell) => `<${tag}>${htmlText(cell)}</${tag}>`).join('')}</tr>`
  );
  const section = (one: RecordSection): string => `<h2>${htmlText(one.title)}</h2>\n${one.rows.length === 0 ? `<p>${htmlText(one.nothing)}</p>`
    : `<table>\n<thead>${rows('th', one.columns)}</thead>\n<tbody>\n${one.rows.map((row) => rows('td', row)).join('\n')}\n</tbody>\n</table>`}`;
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>${htmlText(title)}</title>
<style>
body { font: 14px/1.6 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #888; padding: .3em .6em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
dt { font-weight: bold; } dd { margin: 0 0 .4em; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
<dl>
${facts.map(([label, value]) => `<dt>${htmlText(label)}</dt><dd>${htmlText(value)}</dd>`).join('\n')}
</dl>
${sections.map(section).join('\n')}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function htmlText(text: string): string {
  return unseenNamed(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
