/**
 * What must hold for every document, whatever it says. Invariant: each check fails with the place and what was seen.
 */
import { expect } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedFinding, Analysis } from '../../server/src/analysis/analysis';
import type { Settings } from '../../server/src/analysis/settings';
import { layoutOf } from '../../server/src/layouts';
import { say } from '../../server/src/messages';
import type { OtherReport } from '../../server/src/model/otherReport';
import type { TextEdit } from '../../server/src/model/repair';

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    expect(edit.start, 'edits ascend and do not overlap').toBeGreaterThanOrEqual(at);
    out += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** What a finding says, without where: rule, level, message, and the text it marks (line ends folded). */
export function told(finding: AnalysedFinding, text: string): string {
  const marked = text.slice(finding.span.start, finding.span.end).replace(/\r\n/g, '\n');
  return `${finding.rule} ${finding.level} ${say(finding.message, 'zh')} ⟦${marked}⟧`;
}

function allTold(analysis: Analysis): string[] {
  return analysis.findings.map((finding) => told(finding, analysis.text));
}

export function checkInvariants(text: string, settings: Settings, others: readonly OtherReport[] = []): void {
  const checked = (of: string): Analysis => analyze(of, { settings, others });
  const analysis = checked(text);
  checkCells(analysis);
  checkLedger(analysis);
  const findings = allTold(analysis);
  expect(allTold(checked(text)), 'reading twice').toEqual(findings);
  if (!text.includes('\r')) { expect(allTold(checked(text.replace(/\n/g, '\r\n'))), 'with CRLF').toEqual(findings); }
  expect(allTold(checked(`\ufeff${text}`)), 'with a BOM').toEqual(findings);
  expect(allTold(analyze(text, { settings, earlier: analyze(`${text}\n`, { settings }), others })), 'from an earlier Analysis')
    .toEqual(findings);
  for (const finding of analysis.findings) { checkRepairs(analysis, finding, settings); }
}

/** Cells slice to their content, do not overlap, and take their own text without change. */
export function checkCells(analysis: Analysis): void {
  for (const { start, table, layout } of analysis.tables) {
    const own = analysis.text.slice(start, start + table.reading.span.end);
    let last = -1;
    for (const cell of table.reading.cells) {
      expect(cell.start, 'cells ascend').toBeGreaterThanOrEqual(last);
      last = cell.end;
      const sliced = own.slice(cell.start, cell.end);
      if (!/[\n<&\\*_`~[\]]/.test(sliced)) { expect(sliced).toBe(cell.content.text); }
      const edit = layoutOf(layout).setCell(own, cell, cell.content.text);
      expect(own.slice(edit.start, edit.end), `writing “${cell.content.text}” back`).toBe(edit.newText);
    }
  }
}

export function checkLedger({ tables, ledger }: Analysis): void {
  const sums = { declared: 0, held: 0, broken: 0, notEvaluated: 0 };
  for (const { ledger: own } of tables) {
    expect(own.held + own.broken + own.notEvaluated).toBe(own.declared);
    for (const key of ['declared', 'held', 'broken', 'notEvaluated'] as const) { sums[key] += own[key]; }
  }
  expect(ledger).toEqual(sums);
}

function countByRule(findings: readonly AnalysedFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) { counts.set(rule, (counts.get(rule) ?? 0) + 1); }
  return counts;
}

/** A blank table that a repair puts in is said to be blank until it is filled. */
const PUTS_IN_BLANKS: ReadonlySet<string> = new Set(['missing-table.repair', 'missing-section.repair.table']);

/** Rules that compare sentences with one another, and are silent while the equations leave open which figure of the table is wrong. */
const WAITING: ReadonlySet<string> = new Set(['prose-parts-sum', 'prose-percent']);

/**
 * What a repair of the table rightly brings up: a sentence that repeats the figure which it replaces; and where the equations left several
 * open (last year's report decides between them), a sentence that spoke, beside the finding, for another, and what waited for the outcome.
 */
function isBroughtUp(one: AnalysedFinding, after: string, edits: readonly string[], beside: readonly string[] | null): boolean {
  if (one.rule !== 'prose-table-mismatch') { return beside !== null && WAITING.has(one.rule); }
  return edits.includes(String(one.message.facts.value)) || beside?.includes(after.slice(one.span.start, one.span.end)) === true;
}

/** Every repair, applied: its finding is gone, none is new (but what it rightly brings up), and no more equations are broken. */
export function checkRepairs(analysis: Analysis, finding: AnalysedFinding, settings: Settings): void {
  const before = countByRule(analysis.findings);
  for (const repair of finding.repairs()) {
    const title = `${finding.rule}: ${say(repair.title, 'zh')}`;
    const repaired = applyEdits(analysis.text, repair.edits);
    const after = analyze(repaired, { settings, others: analysis.others });
    const finding0 = told(finding, analysis.text);
    expect(allTold(after).filter((t) => t === finding0).length, `${title}: the finding is gone`)
      .toBeLessThan(allTold(analysis).filter((t) => t === finding0).length);
    const replaced = repair.edits.map(({ start, end }) => analysis.text.slice(start, end).trim());
    const wasOpen = !repair.preferred || finding.rule === 'carry-over';
    const beside = wasOpen ? finding.related.map(({ span }) => analysis.text.slice(span.start, span.end)) : null;
    const others = after.findings.filter((one) => !isBroughtUp(one, repaired, replaced, beside));
    for (const [rule, count] of countByRule(others)) {
      if (PUTS_IN_BLANKS.has(repair.title.key) && rule === 'blank-block') { continue; }
      const most = (before.get(rule) ?? 0) - (rule === finding.rule ? 1 : 0);
      expect(count, `${title}: findings of ${rule} afterwards`).toBeLessThanOrEqual(Math.max(most, 0));
    }
    expect(after.ledger.broken, `${title}: broken equations afterwards`).toBeLessThanOrEqual(analysis.ledger.broken);
  }
}
