/**
 * What a keystroke in 1 MB of reports costs the server with the panel open: the check of the changed text, the diagnostics made of it and
 * the panel's snapshot, in one process. Medians and 95th percentiles of warm runs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { summaryOf } from '../../server/src/features/summary';

const SAMPLES = 'samples';
const URI = 'file:///report';
const BYTES = 1e6;
const KEYSTROKES = 200;
const WARM = 40;

function percentile(times: readonly number[], share: number): string {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
}

interface Times { readonly checks: number[]; readonly diagnostics: number[]; readonly snapshots: number[]; readonly all: number[] }

/** One digit after another typed into the figures of a table in the middle, each taken back again. */
function typeInto(text: string): Times {
  const times: Times = { checks: [], diagnostics: [], snapshots: [], all: [] };
  let earlier: Analysis = analyze(text);
  const table = earlier.tables[earlier.tables.length >> 1];
  const cell = table.table.places.find((one) => one !== null && one.content.amount.kind === 'number')!;
  const at = table.start + cell.end;
  for (let i = 0; i < KEYSTROKES + WARM; i++) {
    const typed = i % 2 === 0 ? `${text.slice(0, at)}${i % 10}${text.slice(at)}` : text;
    const start = performance.now();
    earlier = analyze(typed, { earlier });
    const checked = performance.now();
    const shown = diagnosticsOf(URI, i, earlier, { language: 'zh', rulePages: URI });
    const told = performance.now();
    const { findings } = summaryOf(URI, i, earlier, earlier.tables.length >> 1, 'zh');
    const done = performance.now();
    if (findings.error + findings.warning + findings.information + findings.hint > shown.length) {
      throw new Error('a finding is not shown');
    }
    if (i < WARM) { continue; }
    times.checks.push(checked - start);
    times.diagnostics.push(told - checked);
    times.snapshots.push(done - told);
    times.all.push(done - start);
  }
  return times;
}

console.log('\n### Typing into 1 MB with the panel open, milliseconds of the server: median / 95th percentile\n');
console.log('| report | check | diagnostics | panel | all |');
console.log('|---|---|---|---|---|');
for (const name of readdirSync(SAMPLES)) {
  const text = readFileSync(`${SAMPLES}/${name}`, 'utf8');
  const { checks, diagnostics, snapshots, all } = typeInto(`${text}\n\n`.repeat(Math.round(BYTES / Buffer.byteLength(text))));
  console.log(
    `| ${[name, ...[checks, diagnostics, snapshots, all].map((one) => `${percentile(one, 0.5)} / ${percentile(one, 0.95)}`)].join(' | ')} |`,
  );
}
