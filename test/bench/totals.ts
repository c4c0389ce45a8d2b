/**
 * npm run bench -- totals: what inference of totals costs. 1 MB of Markdown tables against lezer's bare parse of it, a table of
 * 1,000 × 50, and tables of growing length, which must not cost more a row. Prints a Markdown table; times are the least of several.
 */
import { GFM, parser } from '@lezer/markdown';
import { analyze } from '../../server/src/analysis/analyze';
import { below, seeded, type Random } from '../harness/random';

const RUNS = 30;
const LONG = 1_000_000;

function table(rows: number, columns: number, random: Random): string {
  const totals = new Array<number>(columns).fill(0);
  const lines = [`| name |${totals.map((_, c) => ` c${c} |`).join('')}`, `|---|${'---|'.repeat(columns)}`];
  for (let row = 0; row < rows; row++) {
    lines.push(`| item ${below(random, 1_000_000)} |${totals.map((_, c) => {
      const value = below(random, 100_000);
      totals[c] += value;
      return ` ${value} |`;
    }).join('')}`);
  }
  return `${lines.join('\n')}\n| Total |${totals.map((total) => ` ${total} |`).join('')}\n`;
}

/** Milliseconds of the fastest of several runs, each on a text that was never seen. */
function least(run: (suffix: string) => void, runs = RUNS): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run(' '.repeat(i));
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function main(): void {
  const random = seeded(4);
  let text = '';
  while (text.length < LONG) { text += `# head\n\n${table(20, 6, random)}\n`; }
  const markdown = parser.configure(GFM);
  let parse = Infinity;
  let check = Infinity;
  for (let i = 0; i < RUNS; i++) {
    const fresh = text + ' '.repeat(i);
    parse = Math.min(parse, least(() => { markdown.parse(fresh); }, 1));
    check = Math.min(check, least(() => { analyze(fresh); }, 1));
  }
  console.log('| what | ms |\n|---|---|');
  console.log(`| ${text.length} characters of tables, bare parse by lezer | ${parse.toFixed(0)} |`);
  console.log(`| the same, checked (at most twice as long) | ${check.toFixed(0)} (${(check / parse).toFixed(2)} times) |`);
  const large = table(1000, 50, random);
  console.log(`| 1,000 × 50 (at most 100) | ${least((suffix) => { analyze(large + suffix); }).toFixed(0)} |`);
  for (const rows of [1000, 2000, 4000, 8000]) {
    const long = table(rows, 8, random);
    const time = least((suffix) => { analyze(long + suffix); }, 8);
    console.log(`| ${rows} × 8, and for each 1,000 rows | ${time.toFixed(1)}, ${((time / rows) * 1000).toFixed(1)} |`);
  }
}

main();
