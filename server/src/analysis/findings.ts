/**
 * Findings of rules made findings of the document: levels settled, offsets shifted, repairs written when asked for.
 * Invariant: a finding's id is unique in its Analysis and the same for the same text and settings.
 */
import type { Block } from '../layouts/layout';
import type { Finding, Level } from '../model/finding';
import type { Repair } from '../model/repair';
import { message } from '../messages';
import { DOCUMENT_RULES } from '../rules';
import type { DocumentContext, Rule } from '../rules/rule';
import { shifted } from '../text/span';
import type { AnalysedFinding, AnalysedRepair } from './analysis';
import type { BlockAnalysis } from './blocks';
import { guarded, INTERNAL_ERROR, type Failure } from './guarded';
import { editsOf } from './mend';
import type { Settings } from './settings';

export function tableFindings(blocks: readonly Block[], analysed: readonly BlockAnalysis[], settings: Settings): AnalysedFinding[] {
  const found: AnalysedFinding[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { text, reading, tables } = analysed[i];
    for (const { context, findings } of tables) {
      for (const { rule, finding } of findings) {
        const repairs = (): AnalysedRepair[] => written(
          rule.repairs && finding.rule === rule.id ? rule.repairs(finding, context!) : [],
          (repair) => editsOf(repair, text, reading!)?.map((edit) => ({ ...edit, ...shifted(edit, blocks[i].start) })) ?? null,
        );
        add(found, rule, finding, blocks[i].start, settings, repairs);
      }
    }
  }
  return found;
}

export function documentFindings(context: DocumentContext, settings: Settings): AnalysedFinding[] {
  const found: AnalysedFinding[] = [];
  for (const rule of DOCUMENT_RULES) {
    if (settings.rules[rule.id] === 'off') { continue; }
    for (const finding of guarded(rule, context, { start: 0, end: 0 })) {
      const repairs = (): AnalysedRepair[] => written(
        rule.repairs && finding.rule === rule.id ? rule.repairs(finding, context) : [],
        (repair) => repair.changes.map((change) => (change.kind === 'replaceText' ? { ...change.span, newText: change.text } : null)),
      );
      add(found, rule, finding, 0, settings, repairs);
    }
  }
  return found;
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
    related: (finding.related ?? []).map((related) => ({ span: shifted(related.span, start), message: related.message })),
    repairs,
  });
}

function failureMessage(failure: Failure) {
  return message('internal-error', { rule: failure.rule, reason: failure.reason.split('\n', 1)[0] });
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
