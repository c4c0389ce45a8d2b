/**
 * Findings of rules made findings of the document: levels settled, offsets shifted, repairs written when asked for.
 * Invariant: a finding's id is unique in its Analysis and the same for the same text and settings.
 */
import type { Block } from '../layouts/layout';
import type { Finding, FindingPlace, Level } from '../model/finding';
import type { Repair, TextEdit } from '../model/repair';
import { message } from '../messages';
import { DOCUMENT_RULES } from '../rules';
import type { DocumentContext, Rule } from '../rules/rule';
import { shifted, type Span } from '../text/span';
import type { AnalysedFinding, AnalysedRepair } from './analysis';
import type { BlockAnalysis } from './blocks';
import { guarded, INTERNAL_ERROR, type Failure } from './guarded';
import { editsOf } from './mend';
import type { Settings } from './settings';

export function tableFindings(blocks: readonly Block[], analysed: readonly BlockAnalysis[], settings: Settings): AnalysedFinding[] {
  const found: AnalysedFinding[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { text, reading, tables } = analysed[i];
    for (const { findings } of tables) {
      for (const { rule, finding, repairs: offered } of findings) {
        const repairs = (): AnalysedRepair[] => written(
          offered(),
          (repair) => editsOf(repair, text, reading!)?.map((edit) => ({ ...edit, ...shifted(edit, blocks[i].start) })) ?? null,
        );
        add(found, rule, finding, blocks[i].start, settings, repairs);
      }
    }
  }
  return found;
}

/** @param found what the tables gave; findings about the same cells are said there. */
export function addDocumentFindings(found: AnalysedFinding[], context: DocumentContext, settings: Settings): void {
  const ofTables = found.length;
  const takers: { readonly id: string; readonly takesIn: readonly FindingPlace[] }[] = [];
  for (const rule of DOCUMENT_RULES) {
    if ((settings.rules[rule.id] ?? rule.level) === 'off') { continue; }
    for (const finding of guarded(rule, context, { start: 0, end: 0 })) {
      if (finding.joins) { join(found, ofTables, finding, finding.joins, rule); continue; }
      const repairs = (): AnalysedRepair[] => written(
        rule.repairs && finding.rule === rule.id ? rule.repairs(finding, context) : [],
        (repair) => documentEdits(repair, context),
      );
      const place = found.length;
      add(found, rule, finding, 0, settings, repairs);
      if (finding.takesIn && place < found.length) { takers.push({ id: found[place].id, takesIn: finding.takesIn }); }
    }
  }
  for (const { id, takesIn } of takers) { takeIn(found, id, takesIn); }
}

/** Edits of a repair of the text, or of cells of one of the report's tables. */
function documentEdits(repair: Repair, { tables }: DocumentContext): TextEdit[] | null {
  const [first] = repair.changes;
  if (first.kind !== 'setCell') { return repair.changes.flatMap((change) => (change.kind === 'replaceText' ? [{ ...change.span, newText: change.text }] : [])); }
  const own = tables.find(({ context: { table } }) => table.reading.cells.includes(first.cell));
  if (own === undefined) { return null; }
  const edits = editsOf(repair, own.context.text, own.context.table.reading);
  return edits && edits.map((edit) => ({ ...edit, ...shifted(edit, own.start) }));
}

const GRAVITY: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Says findings of the same cause as related information of another, which then weighs as much as the gravest of them. */
function takeIn(found: AnalysedFinding[], id: string, places: readonly FindingPlace[]): void {
  for (const { rule, span: { start, end } } of places) {
    const at = found.findIndex((one) => one.rule === rule && one.span.start === start && one.span.end === end);
    if (at < 0) { continue; }
    const [{ span, message: said, related, level }] = found.splice(at, 1);
    const own = found.findIndex((one) => one.id === id);
    const taker = found[own];
    found[own] = {
      ...taker, related: [...taker.related, { span, message: said }, ...related],
      level: GRAVITY.indexOf(level) > GRAVITY.indexOf(taker.level) ? level : taker.level,
    };
  }
}

/** Says a finding as related information of those among the first `count` that stand at one of the places. */
function join(found: AnalysedFinding[], count: number, finding: Finding<unknown>, places: readonly Span[], rule: Rule): void {
  const said = { span: finding.span, message: rule.explain(finding) };
  const besides = (finding.related ?? []).filter(({ elsewhere }) => elsewhere !== undefined);
  for (let i = 0; i < count; i++) {
    const { span, related } = found[i];
    if (places.some((place) => place.start === span.start && place.end === span.end)) { found[i] = { ...found[i], related: [...related, said, ...besides] }; }
  }
}

function add(
  found: AnalysedFinding[], rule: Rule, finding: Finding<unknown>, start: number, settings: Settings, repairs: () => AnalysedRepair[],
): void {
  const level: Level = settings.rules[finding.rule] ?? finding.level ?? rule.level;
  if (level === 'off') { return; }
  found.push({
    id: `${finding.rule}@${start + finding.span.start}-${start + finding.span.end}#${found.length}`,
    rule: finding.rule,
    level,
    span: shifted(finding.span, start),
    message: finding.rule === INTERNAL_ERROR ? failureMessage(finding.facts as Failure) : rule.explain(finding),
    related: start === 0 ? finding.related ?? [] : (finding.related ?? []).map((related) => ({ span: shifted(related.span, start), message: related.message })),
    exception: null,
    repairs,
  });
}

function failureMessage(failure: Failure) {
  return message('internal-error', { rule: failure.rule, reason: failure.reason.split('\n', 1)[0], stack: failure.reason });
}

/** Repairs whose every change could be written. */
function written(repairs: Iterable<Repair>, edits: (repair: Repair) => readonly (AnalysedRepair['edits'][number] | null)[] | null): AnalysedRepair[] {
  const offered: AnalysedRepair[] = [];
  for (const repair of repairs) {
    const own = edits(repair);
    if (own === null || own.length === 0 || own.includes(null)) { continue; }
    offered.push({ title: repair.title, kind: repair.kind, preferred: repair.preferred, edits: own as AnalysedRepair['edits'] });
  }
  return offered;
}
