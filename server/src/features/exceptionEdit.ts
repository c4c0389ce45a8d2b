/**
 * Records that a finding is correct as it stands: in a comment above its table or paragraph where the document has comments, else
 * in the settings file. Invariant: one edit; no figure of the report changes; an exception that is stale is taken over, not doubled.
 */
import type { AnalysedFinding, Analysis } from '../analysis/analysis';
import { figuresOf, placeOf } from '../analysis/covered';
import { blocksOf } from '../analysis/exceptions';
import { KNOWN_RULES } from '../analysis/ruleList';
import type { Language } from '../messages';
import type { Exception } from '../model/exception';
import type { TextEdit } from '../model/repair';
import { comparable, exceptionComment } from '../settings/exceptionText';
import { recordException } from '../settings/recordException';
import type { FileException } from '../settings/settingsFile';
import { skipBlank } from '../text/blank';
import { lineEndOf, lineStartAt } from '../text/lines';

const WITH_COMMENTS: ReadonlySet<string> = new Set(['markdown', 'html']);

export function hasComments(languageId: string): boolean {
  return WITH_COMMENTS.has(languageId);
}

export function mayExcept({ rule, exception }: AnalysedFinding): boolean {
  return exception === null && KNOWN_RULES.mayBeExcepted(rule);
}

function exceptionFor(analysis: Analysis, finding: AnalysedFinding, reason: string): Exception {
  return {
    rule: finding.rule, place: placeOf(finding), figures: figuresOf(finding, analysis.text), reason: reason.replace(/\s+/g, ' ').trim(),
  };
}

export function commentEdit(
  analysis: Analysis, finding: AnalysedFinding, reason: string, languageId: string, language: Language,
): TextEdit {
  const { text } = analysis;
  const exception = exceptionFor(analysis, finding, reason);
  const comment = exceptionComment(exception, language);
  const stale = analysis.exceptions.find(({ rule, place, state, span }) =>
    state === 'stale' && span !== null && rule === exception.rule && comparable(place) === comparable(exception.place));
  if (stale?.span) { return { ...stale.span, newText: comment }; }
  const at = placeAbove(analysis, finding, languageId);
  const indent = text.slice(at, skipBlank(text, at, text.length)).match(/^[ \t]*/)![0];
  return { start: at, end: at, newText: `${indent}${comment}${lineEndOf(text)}` };
}

/** @param settings text of the settings file, '' where it is yet to be made @param name how that file calls the document */
export function settingsEdit(
  analysis: Analysis, finding: AnalysedFinding, reason: string, settings: string, name: string,
): TextEdit | null {
  const exception: FileException = { file: name, ...exceptionFor(analysis, finding, reason) };
  return recordException(settings, exception, KNOWN_RULES);
}

/** Start of its table; outside of tables, of its paragraph in Markdown and of its line in HTML. */
function placeAbove({ text, tables }: Analysis, { span: { start } }: AnalysedFinding, languageId: string): number {
  const block = blocksOf(tables).find((one) => one.start <= start && start <= one.end);
  if (block) { return afterMark(text, block.start); }
  let at = lineStartAt(text, start);
  while (languageId === 'markdown' && at > 0 && isParagraph(text, lineStartAt(text, at - 1), at)) { at = lineStartAt(text, at - 1); }
  return afterMark(text, at);
}

/** A line that the next one continues: not blank, no heading, no comment. */
function isParagraph(text: string, start: number, end: number): boolean {
  const first = skipBlank(text, start, end);
  return first < end && text[first] !== '#' && text[first] !== '|' && !text.startsWith('<', first);
}

function afterMark(text: string, at: number): number {
  return at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : at;
}
