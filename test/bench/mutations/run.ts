/**
 * npm run mutate: plants every kind of fault the rules know in the five reports, in every layout, and prints for each rule
 * what became of them. With --write the table goes to docs/measurements.md and, with its sum, to the README; with --misses each miss
 * is printed. Ends with 1 where fewer than 99 % of a rule's faults are found, or anything false is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DOCUMENT_RULES, TABLE_RULES } from '../../../server/src/rules';
import { findClean, type Clean } from './clean';
import { FAULTS } from './faults';
import { loadSamples } from './samples';
import { plantAll, type Miss, type Tally } from './tally';

const VARIANTS = 8;
const PAGE = 'docs/measurements.md';
const README = 'README.md';
/** The row of the README's table about this command: what it measures, its figure, its name. */
const FIGURE = /^(\|[^|\n]+\| )[^|\n]+( \| `npm run mutate` \|)$/m;
/** What stands between these in the README. */
const BY_RULE = /(<details>\n<summary>By rule[^\n]*\n)[\s\S]*?(\n<\/details>)/;
const LEAST_FOUND = 0.99;

function main(flags: readonly string[]): number {
  loadSamples('samples');
  const misses: Miss[] = [];
  const tallies = plantAll(FAULTS, Number(flags.find((flag) => /^\d+$/.test(flag)) ?? VARIANTS), (miss) => { misses.push(miss); });
  const clean = findClean();
  const table = tableOf(tallies, clean);
  console.log(table);
  if (flags.includes('--misses')) { for (const miss of misses) { console.log(describe(miss)); } }
  if (flags.includes('--write')) {
    writeFileSync(PAGE, pageOf(table));
    writeFileSync(README, readFileSync(README, 'utf8')
      .replace(FIGURE, (_, before: string, after: string) => before + inWords(sumOf(tallies), clean) + after)
      .replace(BY_RULE, (_, before: string, after: string) => `${before}\n${table}\n${after}`));
  }
  const isGood = [...tallies.values()].every(({ planted, found, falseFindings }) => found >= LEAST_FOUND * planted && falseFindings === 0);
  return isGood && [...clean.values()].every(({ unexpected }) => unexpected === 0) ? 0 : 1;
}

const HEADER = [
  '| Rule 规则 | Kinds of fault 错误种类 | Samples × layouts 样本×版式 | Planted 植入 | Found 发现 | At the right place 位置正确 | False 误报 | On the unchanged reports: expected 原文应报 | False 原文误报 |',
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
];

function tableOf(tallies: ReadonlyMap<string, Tally>, clean: ReadonlyMap<string, Clean>): string {
  const rows = [...TABLE_RULES, ...DOCUMENT_RULES].map(({ id }) => {
    const { expected, unexpected } = clean.get(id) ?? { expected: 0, unexpected: 0 };
    const tally = tallies.get(id);
    return tally !== undefined && tally.planted > 0
      ? rowOf(`\`${id}\``, tally, tally.kinds.size, expected, unexpected)
      : `| \`${id}\` | 0 | 0 | 0 | – | – | – | ${expected} | ${unexpected} |`;
  });
  const totals = [...clean.values()].reduce((sum, one) => ({
    expected: sum.expected + one.expected, unexpected: sum.unexpected + one.unexpected,
  }));
  const kinds = [...tallies.values()].reduce((sum, tally) => sum + tally.kinds.size, 0);
  return [...HEADER, ...rows, rowOf('**All 合计**', sumOf(tallies), kinds, totals.expected, totals.unexpected)].join('\n');
}

type Counts = Pick<Tally, 'planted' | 'found' | 'rightPlace' | 'falseFindings' | 'places'>;

function sumOf(tallies: ReadonlyMap<string, Tally>): Counts {
  const sums = { planted: 0, found: 0, rightPlace: 0, falseFindings: 0, places: new Set<string>() };
  for (const { planted, found, rightPlace, falseFindings, places } of tallies.values()) {
    sums.planted += planted;
    sums.found += found;
    sums.rightPlace += rightPlace;
    sums.falseFindings += falseFindings;
    for (const place of places) { sums.places.add(place); }
  }
  return sums;
}

function inWords({ planted, found, rightPlace, falseFindings, places }: Counts, clean: ReadonlyMap<string, Clean>): string {
  const shown = (count: number): string => count.toLocaleString('en');
  const unexpected = [...clean.values()].reduce((sum, one) => sum + one.unexpected, 0);
  return `found ${shown(found)} of ${shown(planted)}, ${rightPlace === found ? 'all' : shown(rightPlace)} at the right place; ${shown(falseFindings)} false findings; `
    + `${unexpected} on the ${places.size} unchanged reports. [What the columns mean](${PAGE})`;
}

function rowOf(
  name: string, { planted, found, rightPlace, falseFindings, places }: Counts, kinds: number, expected: number, unexpected: number,
): string {
  const share = (part: number): string => (
    `${part} (${part === planted ? '100' : (Math.floor((10_000 * part) / planted) / 100).toFixed(2)} %)`
  );
  return `| ${[name, kinds, places.size, planted, share(found), share(rightPlace), falseFindings, expected, unexpected].join(' | ')} |`;
}

function pageOf(table: string): string {
  return `# Measurements 测量

Written by \`npm run mutate -- --write\`; do not edit by hand. 本页由命令生成，请勿手改。

Faults are planted one at a time in the five reports of \`samples/\`, each as it was published and written again in the eight
layouts it was not published in, at random places (seeded, so the run can be repeated). 每次只植入一处错误；五份样本，各用九种版式。

- **Planted**: different documents made. A fault that a report or a layout cannot show is not planted (a figure in the wrong column where
  a layout has no columns; a blank, or a broken label, in spaced rows; a sum of the 2014 table whose rows no sample has: \`form-c-sum\`). 样本或版式无法表现的错误不计。
- **Found**: the rule says something it did not say of the same report without the fault. A wrong figure counts as found under the rule of
  whichever sum it breaks, since one cause is told once. 一个原因只报一次，错数由其所破坏的任一合计规则报告即算发现。
- **At the right place**: the finding covers what was planted; of a missing row, a neighbour; where the equations leave several suspects,
  the planted cell is among them; where a rule tells a document or table once, the place is among those it names. 位置正确。
- **False**: other new findings, save those that the change brings by its nature. 植入后多出的其他发现。
- **On the unchanged reports**: 40 documents; expected is what a careful reviewer of the published report finds. 未改动的四十份文档。
- Before a wrong figure is planted, three figures that are wrong as published are put right. Rules that are off by default are switched on
  for their faults. Figures are compared with last year's report where one is made for it out of the report itself (\`carry-over\`,
  \`stock-rollforward\`, and all of the unchanged reports). Totals of tables that follow no official form are measured elsewhere.

${table}
`;
}

function describe({ fault, sample, layout, outcome }: Miss): string {
  const [a, b] = [outcome.before.split('\n'), outcome.text.split('\n')];
  const at = b.findIndex((line, i) => line !== a[i]);
  const kind = !outcome.found ? 'missed' : !outcome.rightPlace ? 'elsewhere' : 'false';
  return `${kind}: ${fault.rule}, ${fault.name}, ${sample} as ${layout}, line ${at + 1}: ${b[at]?.slice(0, 120)} ${outcome.falseFindings.join('; ')}`;
}

process.exitCode = main(process.argv.slice(2));
