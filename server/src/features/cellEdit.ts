/**
 * What the panel's grid writes back: one cell, through the layout that read it. Invariant: edits are given only where reading
 * the changed text again shows that very cell changed and no other; else there are none.
 */
import type { AnalysedTable, Analysis } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { editsOf } from '../analysis/mend';
import { message, say, type Language, type MessageKey } from '../messages';
import { contentOf } from '../model/content';
import type { Change, TextEdit } from '../model/repair';
import type { CellEditAnswer, RepairPreview, RepairReference } from '../protocol/summary';
import { shifted } from '../text/span';
import { positionsOf } from './position';
import { applyEdits } from './safeRepairs';

/** @param cell its number among the cells read @param value plain text; line breaks become blanks */
export function cellEdit(analysis: Analysis, table: number, cell: number, value: string, language: Language): CellEditAnswer {
  const analysed = analysis.tables[table];
  const text = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const edits = analysed?.table.reading.cells[cell] && writtenInto(analysis, analysed, cell, text);
  if (!edits) { return refusal('panel.edit.unknown', language); }
  if (!changesOnly(analysis, table, cell, text, edits)) { return refusal('panel.edit.impossible', language); }
  return answerOf(analysis, edits);
}

/** The edits of an offered repair. */
export function repairEdits(analysis: Analysis, { finding, repair }: RepairReference, language: Language): CellEditAnswer {
  const edits = analysis.findings.find(({ id }) => id === finding)?.repairs()[repair]?.edits;
  return edits ? answerOf(analysis, edits) : refusal('panel.edit.unknown', language);
}

export function refusal(key: MessageKey, language: Language): { readonly refused: string } {
  return { refused: say(message(key), language) };
}

function answerOf(analysis: Analysis, edits: readonly TextEdit[]): CellEditAnswer {
  const positions = positionsOf(analysis);
  return { edits: edits.map((edit) => ({ range: positions.range(edit), newText: edit.newText })) };
}

function writtenInto(analysis: Analysis, { table: { reading }, start }: AnalysedTable, cell: number, text: string): TextEdit[] | null {
  const block = analysis.blocks.find((one) => one.reading === reading);
  if (block === undefined) { return null; }
  const changes: Change[] = [{ kind: 'setCell', cell: reading.cells[cell], text }];
  return editsOf({ changes }, block.text, reading)?.map((edit) => ({ ...edit, ...shifted(edit, start) })) ?? null;
}

function changesOnly(analysis: Analysis, table: number, cell: number, text: string, edits: readonly TextEdit[]): boolean {
  const before = analysis.tables[table].table.reading.cells;
  const after = analyze(applyEdits(analysis.text, edits), { earlier: analysis }).tables[table]?.table.reading.cells;
  return after?.length === before.length
    && after.every(({ content }, i) => content.text === (i === cell ? contentOf(text).text : before[i].content.text));
}

/** What each repair of a finding would do, found out by doing it and checking again. */
export function repairPreviews(analysis: Analysis, findings: readonly string[]): RepairPreview[] {
  const wanted = new Set(findings);
  return analysis.findings.filter(({ id }) => wanted.has(id)).flatMap((finding) => finding.repairs().map((repair, number) => {
    const after = analyze(applyEdits(analysis.text, repair.edits), { earlier: analysis });
    return { finding: finding.id, repair: number, ...changesOfState(analysis, after) };
  }));
}

/** Equations that newly hold and newly fail: one by one where both texts have the same tables, else by number. */
function changesOfState(before: Analysis, after: Analysis): { held: number; broken: number } {
  const states = statesOf(before);
  const later = statesOf(after);
  if (states.length !== later.length) {
    return { held: Math.max(0, after.ledger.held - before.ledger.held), broken: Math.max(0, after.ledger.broken - before.ledger.broken) };
  }
  const newly = (state: string): number => later.reduce((count, now, i) => count + (now === state && states[i] !== state ? 1 : 0), 0);
  return { held: newly('held'), broken: newly('broken') };
}

function statesOf({ tables }: Analysis): string[] {
  return tables.flatMap(({ context }) => context?.verdicts.map(({ state }) => state) ?? []);
}
