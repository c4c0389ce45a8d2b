/**
 * The whole check beside the bare parse of two Markdown parsers, in one process, on the same text: medians of warm runs.
 * Every run starts from nothing (no Analysis of an earlier run is reused). Ratios are what to read: they hold on a slow machine.
 * Where cells stand one a line or behind tabs the parsers see code and prose; beside them the same figures stand in Markdown tables, which
 * they parse.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { GFM, parser } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { analyze } from '../../server/src/analysis/analyze';
import { renderGrid } from '../harness/grid';
import { rewritten } from '../harness/rewritten';

const SAMPLES = 'samples';
const lezer = parser.configure(GFM);
const markdownIt = new MarkdownIt();

/** Median milliseconds; the three are run in turn, so that a change of the machine's speed meets them alike. */
function medians(runs: number, warmUps: number, ...tasks: (() => unknown)[]): number[] {
  const times = tasks.map(() => [] as number[]);
  for (let run = -warmUps; run < runs; run++) {
    tasks.forEach((task, i) => {
      const start = performance.now();
      task();
      if (run >= 0) { times[i].push(performance.now() - start); }
    });
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

function repeated(text: string, bytes: number): string {
  return `${text}\n\n`.repeat(Math.max(1, Math.round(bytes / Buffer.byteLength(text))));
}

/** The same report with its official tables in Markdown. */
function inMarkdown(text: string): string {
  return rewritten(text, (grid) => renderGrid(grid, 'pipes'));
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((c) => (typeof c === 'number' ? c.toFixed(3) : c)).join(' | ')} |`;
}

function compare(title: string, runs: number, warmUps: number, textOf: (sample: string) => string): void {
  console.log(`\n### ${title}\n`);
  console.log(row(['report', 'Gouji, full check (ms)', 'markdown-it parse', 'lezer parse', '÷ markdown-it', '÷ lezer', 'equations']));
  console.log('|---|---|---|---|---|---|---|');
  for (const name of readdirSync(SAMPLES)) {
    const text = textOf(readFileSync(`${SAMPLES}/${name}`, 'utf8'));
    const [gouji, it, lz] = medians(runs, warmUps, () => analyze(text), () => markdownIt.parse(text, {}), () => lezer.parse(text));
    console.log(row([name, gouji, it, lz, (gouji / it).toFixed(2), (gouji / lz).toFixed(2), String(analyze(text).ledger.declared)]));
  }
}

function growth(): void {
  console.log('\n### Growth, 0.1 MB to 10 MB of reports\n');
  console.log(row(['report', '0.1 MB (ms)', '1 MB', '10 MB', 'exponent']));
  console.log('|---|---|---|---|---|');
  for (const name of readdirSync(SAMPLES)) {
    const text = readFileSync(`${SAMPLES}/${name}`, 'utf8');
    const times = [1e5, 1e6, 1e7].map((bytes, i) => {
      const large = repeated(text, bytes);
      return medians([15, 7, 3][i], [5, 3, 1][i], () => analyze(large))[0];
    });
    console.log(row([name, ...times, (Math.log10(times[2] / times[0]) / 2).toFixed(2)]));
  }
}

function keystroke(): void {
  console.log('\n### One keystroke in 1 MB, in the middle (unchanged blocks are taken over)\n');
  console.log(row(['report', 'median (ms)', '95th percentile']));
  console.log('|---|---|---|');
  for (const name of readdirSync(SAMPLES)) {
    let text = repeated(readFileSync(`${SAMPLES}/${name}`, 'utf8'), 1e6);
    let analysis = analyze(text);
    const times: number[] = [];
    for (let run = 0; run < 40; run++) {
      const at = (text.length >> 1) + run;
      text = `${text.slice(0, at)}${run % 10}${text.slice(at)}`;
      const start = performance.now();
      analysis = analyze(text, { earlier: analysis });
      if (run >= 10) { times.push(performance.now() - start); }
    }
    times.sort((a, b) => a - b);
    console.log(row([name, times[times.length >> 1], times[Math.floor(times.length * 0.95)]]));
  }
}

console.log('## Check, beside a bare parse of the same text');
compare('One report', 1000, 3000, (text) => text);
compare('One report, its tables in Markdown', 1000, 3000, inMarkdown);
compare('1 MB of the same report', 7, 3, (text) => repeated(text, 1e6));
growth();
keystroke();
