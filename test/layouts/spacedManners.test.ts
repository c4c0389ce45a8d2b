// Whatever a PDF viewer made of them, the tables of a report are read with every figure in its place, and nothing is found in them but what
// is wrong.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { builtInForms } from '../../server/src/forms';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { gridOf, renderReport } from '../harness/renderReport';
import { told } from '../harness/invariants';
import { inManner, mannersOf, type Manner } from '../harness/spacedRows';

const forms = builtInForms().filter(({ id }) => id.startsWith('report-'));
const HEAD = '某某市某某局2022年政府信息公开工作年度报告';
const MANNERS = mannersOf({
  width: [Infinity, 16, 9],
  figures: ['last', 'first', 'middle', 'below', 'within'],
  groups: ['alone', 'glued', 'tight', 'parted'],
  headers: ['rows', 'scraps', 'woven'],
  blanks: [false, true],
  page: [Infinity, 7],
});

function reportIn(manner: Manner, form: (typeof forms)[number], seed: number): { text: string; figures: ReadonlyMap<string, readonly string[]> } {
  const random = seeded(seed);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
  let text = renderReport(form.tables, figures, form.firstYear, 'html');
  for (const table of form.tables) { text = text.replace(/<table>[\s\S]*?<\/table>/, () => inManner(gridOf(table, figures.get(table.id)!), manner)); }
  return { text, figures };
}

function placesOf({ tables }: Analysis): Record<string, string> {
  return Object.fromEntries(tables.map(({ table }) => [table.form!.id, table.places.map((cell) => cell?.content.text ?? '?').join(' ')]));
}

describe('probe', () => {
  it.each(forms.map((form) => [form.id, form] as const))('%s', (_, form) => {
    const tally = new Map<string, string[]>();
    MANNERS.forEach((manner, i) => {
      const { text, figures } = reportIn(manner, form, i);
      const analysis = analyze(text);
      const places = placesOf(analysis);
      const bad: string[] = [];
      for (const table of form.tables) {
        const want = figures.get(table.id)!.join(' ');
        if (places[table.id] === undefined) { bad.push(`${table.id} unread`); } else if (places[table.id] !== want) { bad.push(`${table.id} ${places[table.id].split(' ').filter((x, k) => x !== want.split(' ')[k]).length} places`); if (places[table.id].split(' ').some((x, k) => x !== '?' && x !== want.split(' ')[k])) { bad.push('WRONG'); } }
      }
      for (const f of analysis.findings) { if (f.rule !== 'stray-page-number') { bad.push(told(f, text)); } }
      if (bad.length) { const key = bad.join(' | ').slice(0, 600); (tally.get(key) ?? tally.set(key, []).get(key)!).push(JSON.stringify(manner)); }
    });
    for (const [key, list] of [...tally].sort((a, b) => b[1].length - a[1].length).slice(0, 25)) { console.log(list.length, key, '\n   ', list[0], list[list.length-1]); }
    console.log('bad manners', [...tally.values()].flat().length, 'of', MANNERS.length);
    void HEAD; expect(1).toBe(1);
  });
});
