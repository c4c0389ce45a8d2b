/**
 * What was judged of tables and of the report made findings of the document: offsets shifted, repairs written when asked for,
 * findings of one cause brought together. Invariant: a finding's id is unique in its Analysis and the same for the same text and settings.
 */
import type { Block } from '../layouts/layout';
import type { FindingPlace, Level } from '../model/finding';
import type { Repair, TextEdit } from '../model/repair';
import { DOCUMENT_RULES } from '../rules';
import type { DocumentContext } from '../rules/rule';
import { shifted } from '../text/span';
import type { AnalysedFinding, AnalysedRepair } from './analysis';
import type { BlockAnalysis } from './blocks';
import { judge, type JudgedFinding } from './judged';
import { editsOf } from './mend';
import { documentEdits } from './mendDocument';
import type { Settings } from './settings';

export function tableFindings(blocks: readonly Block[], analysed: readonly BlockAnalysis[]): AnalysedFinding[] {
  const found: AnalysedFinding[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { text, reading, tables } = analysed[i];
    const { start } = blocks[i];
    for (const { findings } of tables) {
      for (const judged of findings) {
        found.push(placed(judged, start, found.length, () => written(
          judged.repairs(),
          (repair) => editsOf(repair, text, reading!)?.map((edit) => ({ ...edit, ...shifted(edit, start) })) ?? null,
        )));
      }
    }
  }
  return found;
}

/** A finding, by its id, and those that have the same cause and are said with it. */
export interface Taker { readonly id: string; readonly takesIn: readonly FindingPlace[] }

/** @param found what the tables gave; findings about the same cells are said there. @returns those that `takeIn` is to bring together */
export function addDocumentFindings(found: AnalysedFinding[], context: DocumentContext, settings: Settings): Taker[] {
  const ofTables = found.length;
  const takers: Taker[] = [];
  for (const judged of judge(DOCUMENT_RULES, context, { start: 0, end: 0 }, settings)) {
    if (judged.joins) { join(found, ofTables, judged); continue; }
    const own = placed(judged, 0, found.length, () => written(judged.repairs(), (repair) => documentEdits(repair, context)));
    found.push(own);
    if (judged.takesIn) { takers.push({ id: own.id, takesIn: judged.takesIn }); }
  }
  return takers;
}

const GRAVITY: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

export function isTakenIn({ takesIn }: Taker, { rule, span }: AnalysedFinding): boolean {
  return takesIn.some((place) => place.rule === rule && place.span.start === span.start && place.span.end === span.end);
}

/**
 * Says findings of the same cause as related information of another, which then weighs as much as the gravest of them. What is stated
 * to be correct as it stands is no cause of anything and has no other: a finding that is excepted neither takes in nor is taken in.
 */
export function takeIn(found: AnalysedFinding[], taker: Taker): void {
  for (;;) {
    const own = found.findIndex(({ id, exception }) => id === taker.id && exception === null);
    const at = own < 0 ? -1 : found.findIndex((one) => one.exception === null && isTakenIn(taker, one));
    if (at < 0) { return; }
    const { span, message: said, related, level } = found[at];
    const host = found[own];
    found[own] = {
      ...host, related: [...host.related, { span, message: said }, ...related],
      level: GRAVITY.indexOf(level) > GRAVITY.indexOf(host.level) ? level : host.level,
    };
    found.splice(at, 1);
  }
}

/** Says a finding as related information of those among the first `count` that stand at one of the places it joins. */
function join(found: AnalysedFinding[], count: number, judged: JudgedFinding): void {
  const said = { span: judged.span, message: judged.message };
  const besides = judged.related.filter(({ elsewhere }) => elsewhere !== undefined);
  for (let i = 0; i < count; i++) {
    const { span, related } = found[i];
    if (judged.joins!.some((place) => place.start === span.start && place.end === span.end)) {
      found[i] = { ...found[i], related: [...related, said, ...besides] };
    }
  }
}

function placed(
  { rule, level, span, message, related }: JudgedFinding, start: number, number: number, repairs: () => AnalysedRepair[],
): AnalysedFinding {
  return {
    id: `${rule}@${start + span.start}-${start + span.end}#${number}`, rule, level, message, repairs, exception: null,
    span: shifted(span, start),
    related: start === 0 || related.length === 0
      ? related
      : related.map((one) => ({ span: shifted(one.span, start), message: one.message })),
  };
}

/** Repairs that could be written, and change anything. */
function written(repairs: Iterable<Repair>, edits: (repair: Repair) => readonly TextEdit[] | null): AnalysedRepair[] {
  const offered: AnalysedRepair[] = [];
  for (const repair of repairs) {
    const own = edits(repair);
    if (own === null || own.length === 0) { continue; }
    offered.push({ title: repair.title, kind: repair.kind, preferred: repair.preferred, edits: own });
  }
  return offered;
}
