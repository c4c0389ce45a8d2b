/**
 * Compares what a document gives with what its case expects. Invariant: missing and extra findings both fail, at the marked place.
 */
import { expect } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import { readOtherReport } from '../../server/src/analysis/otherReport';
import { findBlocks, layoutOf } from '../../server/src/layouts';
import { say } from '../../server/src/messages';
import type { OtherReport } from '../../server/src/model/otherReport';
import type { Reading } from '../../server/src/model/reading';
import { applyEdits, checkInvariants } from './invariants';
import { readMarks } from './marks';
import type { Case } from './suite';

const LEVELS = ['error', 'warning', 'information', 'hint'];

export function checkCase(one: Case): void {
  const { text, spans } = readMarks(one.report);
  const settings: Settings = one.settings === null ? DEFAULT_SETTINGS : { rules: JSON.parse(one.settings) };
  if (one.grid !== null) { expect(gridOf(text)).toBe(readMarks(one.grid).text.trimEnd()); }
  const others = one.others.flatMap((other, i) => readOtherReport(other, `other-${i + 1}.md`) ?? []);
  if (one.findings !== null) { checkFindings(text, spans, one.findings, settings, others); }
  if (one.fixed !== null) { checkFixed(text, spans, readMarks(one.fixed).text, settings, others); }
  checkInvariants(text, settings, others);
}

function checkFindings(
  text: string, spans: readonly { start: number; end: number }[], expected: readonly string[], settings: Settings,
  others: readonly OtherReport[],
): void {
  const analysis = analyze(text, { settings, others });
  const seen = analysis.findings.map((f) => (
    `${f.rule} ${f.level} ⟦${text.slice(f.span.start, f.span.end)}⟧@${f.span.start} ${say(f.message, 'zh')}`
  ));
  expect(spans.length, `a mark for each line of ~~~findings; seen:\n${seen.join('\n')}`).toBe(expected.length);
  const actual = analysis.findings.map((f) => ({ rule: f.rule, start: f.span.start, end: f.span.end }));
  const wanted = expected.map((line, i) => ({ rule: line.trim().split(/\s+/)[0], start: spans[i].start, end: spans[i].end }));
  const order = (a: { rule: string; start: number; end: number }, b: typeof a): number => a.start - b.start
    || a.end - b.end || a.rule.localeCompare(b.rule);
  expect([...actual].sort(order), `seen:\n${seen.join('\n')}`).toEqual([...wanted].sort(order));
  expected.forEach((line, i) => {
    const finding = analysis.findings.find((f) => f.rule === wanted[i].rule && f.span.start === spans[i].start
      && f.span.end === spans[i].end)!;
    const rest = line.trim().slice(wanted[i].rule.length).trim();
    const level = LEVELS.find((l) => rest === l || rest.startsWith(`${l} `));
    if (level) { expect(finding.level, line).toBe(level); }
    checkMessage(say(finding.message, 'zh'), level ? rest.slice(level.length).trim() : rest);
  });
}

/** `…` stands for any text, at either end or between parts; without one at an end, the message begins or ends so. */
function checkMessage(message: string, pattern: string): void {
  if (pattern === '') { return; }
  const parts = pattern.split('…');
  expect(message.startsWith(parts[0]), `“${message}” begins with “${parts[0]}”`).toBe(true);
  expect(message.endsWith(parts.at(-1)!), `“${message}” ends with “${parts.at(-1)}”`).toBe(true);
  let at = 0;
  for (const part of parts) {
    const found = message.indexOf(part, at);
    expect(found, `“${message}” has “${part}”`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
}

function checkFixed(
  text: string, spans: readonly { start: number; end: number }[], fixed: string, settings: Settings, others: readonly OtherReport[],
): void {
  const first = analyze(text, { settings, others }).findings.find((f) => f.span.start === spans[0].start && f.span.end === spans[0].end)!;
  const [repair] = first.repairs();
  expect(repair, `a repair of ${first.rule}`).toBeDefined();
  expect(applyEdits(text, repair.edits)).toBe(fixed);
}

/** The readings of a text, a line a row, cells parted by ` | `; readings are parted by an empty line. */
function gridOf(text: string): string {
  return findBlocks(text).flatMap((block) => {
    const reading = layoutOf(block.layout).read(text.slice(block.start, block.end));
    return reading ? [`${reading.layout}\n${rowsOf(reading)}`] : [];
  }).join('\n\n');
}

function rowsOf(reading: Reading): string {
  const rows: string[][] = [];
  reading.cells.forEach((cell, i) => {
    if (i === 0 || cell.row < 0 || cell.row !== reading.cells[i - 1].row) { rows.push([]); }
    rows.at(-1)!.push(cell.content.text === '' ? '·' : cell.content.text);
  });
  return rows.map((row) => row.join(' | ')).join('\n');
}
