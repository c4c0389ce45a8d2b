/**
 * What the summary panel costs while someone types into 1 MB of reports: the server's time for a keystroke (the check of the changed
 * text) and for the snapshot that follows once typing pauses, in one process. Medians and 95th percentiles of warm runs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { summaryOf } from '../../server/src/features/summary';

const SAMPLES = 'samples';
const BYTES = 1e6;
const KEYSTROKES = 200;
const WARM = 40;

function percentile(times: readonly number[], share: number): string {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
}

/** One digit after another typed into the figures of a table in the middle, each taken back again. */
function typeInto(text: string): { checks: number[]; snapshots: number[]; bytes: number } {
  const times = { checks: [] as number[], snapshots: [] as number[], bytes: 0 };
  let earlier: Analysis = analyze(text);
  const table = earlier.tables[earlier.tables.length >> 1];
  const cell = table.table.places.find((one) => one !== null && one.content.amount.kind === 'number')!;
  const at = table.start + cell.end;
  for (let i = 0; i < KEYSTROKES + WARM; i++) {
    const typed = i % 2 === 0 ? `${text.slice(0, at)}${i % 10}${text.slice(at)}` : text;
    const start = performance.now();
    earlier = analyze(typed, DEFAULT_SETTINGS, earlier);
    const checked = performance.now();
    times.bytes = JSON.stringify(summaryOf('file:///report', i, earlier, earlier.tables.length >> 1, 'zh')).length;
    if (i >= WARM) {
      times.checks.push(checked - start);
      times.snapshots.push(performance.now() - checked);
    }
  }
  return times;
}

console.log('\n### Typing into 1 MB with the panel open, milliseconds of the server\n');
console.log('| report | check, median | p95 | snapshot, median | p95 | snapshot (KB) |');
console.log('|---|---|---|---|---|---|');
for (const name of readdirSync(SAMPLES)) {
  const text = readFileSync(`${SAMPLES}/${name}`, 'utf8');
  const { checks, snapshots, bytes } = typeInto(`${text}\n\n`.repeat(Math.round(BYTES / Buffer.byteLength(text))));
  console.log(`| ${name} | ${percentile(checks, 0.5)} | ${percentile(checks, 0.95)} | ${percentile(snapshots, 0.5)} | ${percentile(snapshots, 0.95)} | ${Math.round(bytes / 1024)} |`);
}
