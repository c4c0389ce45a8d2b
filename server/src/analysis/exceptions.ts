/**
 * Sets exceptions against findings. Invariant: a finding is excepted only while its figures are those recorded; no finding about
 * the report is ever dropped; an exception that covers nothing, or no longer covers what it did, is reported; where a finding is repaired,
 * the comment that covered it alone goes with it.
 */
import { message } from '../messages';
import type { Exception } from '../model/exception';
import type { Level } from '../model/finding';
import type { Message } from '../model/message';
import type { TextEdit } from '../model/repair';
import { comparable, inComment, readException } from '../settings/exceptionText';
import { skipBlank } from '../text/blank';
import { directivesOf, type Directive } from '../text/directives';
import { lineStartAt } from '../text/lines';
import type { Span } from '../text/span';
import type { AnalysedException, AnalysedFinding, AnalysedRepair, AnalysedTable } from './analysis';
import { figuresOf, placeOf } from './covered';
import { DECLARATION, isDeclaration } from './declarations';
import { isTakenIn, type Taker } from './findings';
import { STALE, SYNTAX, UNUSED } from './exceptionRules';
import { defaultLevel, KNOWN_RULES } from './ruleList';
import type { Settings } from './settings';

export interface Excepted {
  readonly findings: AnalysedFinding[];
  readonly exceptions: readonly AnalysedException[];
}

/** An exception and where it holds. */
interface Entry {
  readonly exception: Exception;
  readonly comment: Directive | null;
  readonly figures: Span | null;
  /** Findings that start here are covered. */
  readonly scope: Span;
}

export const NO_RULES: ReadonlySet<string> = new Set();

/** What other reports change of this one's findings. */
export interface BesideOthers {
  /** Rules that could not look, for want of another report: an exception from them is not unused. */
  readonly idle: ReadonlySet<string>;
  /** Findings that are yet to take in others: an exception covers what it names, whatever will tell of it. */
  readonly takers: readonly Taker[];
}

/** @param found in document order @param tables in document order */
export function withExceptions(
  text: string, found: AnalysedFinding[], tables: readonly AnalysedTable[], settings: Settings, others: BesideOthers,
): Excepted {
  const directives = directivesOf(text);
  if (directives.length === 0 && settings.exceptions === undefined) { return { findings: found, exceptions: [] }; }
  const ofReport = directives.length === 0 ? found : found.filter(({ rule, span }) => rule === DECLARATION || !isWithin(span, directives));
  return new Exceptions(text, ofReport, settings, others).judge(
    directives.filter((directive) => !isDeclaration(directive)), blocksOf(tables),
  );
}

/** What is said to Gouji is no part of the report. */
function isWithin({ start, end }: Span, directives: readonly Directive[]): boolean {
  return directives.some((directive) => directive.start <= start && end <= directive.end && start < directive.end);
}

/** The blocks that hold tables, each once. */
export function blocksOf(tables: readonly AnalysedTable[]): Span[] {
  const found: Span[] = [];
  for (const { start, table } of tables) {
    if (found.at(-1)?.start !== start) { found.push({ start, end: start + table.reading.span.end }); }
  }
  return found;
}

class Exceptions {
  private readonly byRule = new Map<string, number[]>();
  /** As they were found: an exception is told by what a finding says, not by what was said of it since. */
  private readonly original: readonly AnalysedFinding[];
  private readonly reported: AnalysedFinding[] = [];
  private readonly judged: AnalysedException[] = [];

  constructor(
    private readonly text: string, private readonly found: AnalysedFinding[], private readonly settings: Settings,
    private readonly others: BesideOthers,
  ) {
    this.original = [...found];
    found.forEach(({ rule }, number) => {
      const known = this.byRule.get(rule);
      if (known) { known.push(number); } else { this.byRule.set(rule, [number]); }
    });
  }

  judge(directives: readonly Directive[], blocks: readonly Span[]): Excepted {
    for (const directive of directives) {
      const read = readException(this.text, directive, KNOWN_RULES);
      if ('exception' in read) {
        this.judgeOne({ ...read, comment: directive, scope: this.scopeOf(directive, blocks) });
      } else {
        const { span, meant } = read;
        this.report(
          SYNTAX, span, read.message,
          () => (meant === null ? [] : [repair(message('settings.repair', { meant }), [{ ...span, newText: meant }])]),
        );
      }
    }
    for (const exception of this.settings.exceptions ?? []) {
      this.judgeOne({ exception, comment: null, figures: null, scope: { start: 0, end: this.text.length } });
    }
    const findings = this.reported.length === 0 ? this.found : [...this.found, ...this.reported]
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { findings, exceptions: this.judged };
  }

  /** To the end of the next table, or of the document; what stands at its very head holds from the beginning. */
  private scopeOf({ start, end }: Directive, blocks: readonly Span[]): Span {
    const isHead = skipBlank(this.text, 0, start) === start;
    const next = blocks.find((block) => block.end > end);
    return { start: isHead ? 0 : start, end: next ? next.end : this.text.length };
  }

  private judgeOne(entry: Entry): void {
    const { exception, comment, scope } = entry;
    const place = comparable(exception.place);
    const figures = comparable(exception.figures);
    const near = (this.byRule.get(exception.rule) ?? []).filter((number) => {
      const finding = this.original[number];
      return finding.span.start >= scope.start && finding.span.start <= scope.end
        && (place === '' || comparable(placeOf(finding)) === place);
    });
    const isRecorded = exception.figures.trim() !== '';
    const covered = !isRecorded ? near : near.filter((number) => comparable(figuresOf(this.original[number], this.text)) === figures);
    const isOff = this.others.idle.has(exception.rule) || (this.settings.rules[exception.rule] ?? defaultLevel(exception.rule)) === 'off';
    const state = covered.length > 0 ? 'used' : near.length > 0 ? 'stale' : isOff ? 'off' : 'unused';
    for (const number of covered) { this.found[number] = this.excepted(this.found[number], entry, covered.length === 1); }
    if (comment !== null && near.length === 1) { this.alongWithTakers(near[0], comment); }
    if (state === 'used' && !isRecorded) { this.reportUnrecorded(entry, covered); }
    const finding = state === 'stale' ? this.reportStale(entry, near) : state === 'unused' ? this.reportUnused(entry) : null;
    this.judged.push({ ...exception, state, span: comment, finding });
  }

  private excepted(finding: AnalysedFinding, { exception, comment }: Entry, isOnly: boolean): AnalysedFinding {
    if (finding.exception !== null) { return finding; }
    return {
      ...finding, exception, level: finding.level === 'hint' ? 'hint' : 'information',
      message: message('excepted', { finding: finding.message, reason: exception.reason }),
      repairs: comment !== null && isOnly ? this.takingAlong(finding, comment) : finding.repairs,
    };
  }

  /** What would take a finding in repairs it too: the comment goes with either. */
  private alongWithTakers(number: number, comment: Directive): void {
    for (const taker of this.others.takers) {
      const own = isTakenIn(taker, this.original[number]) ? this.found.findIndex(({ id }) => id === taker.id) : -1;
      if (own >= 0) { this.found[own] = { ...this.found[own], repairs: this.takingAlong(this.found[own], comment) }; }
    }
  }

  /** The finding's repairs, each of which takes the comment out as well. */
  private takingAlong({ repairs }: AnalysedFinding, comment: Directive): AnalysedFinding['repairs'] {
    const removal = this.removalOf(comment);
    return () => repairs().map((one) => ({ ...one, edits: [...one.edits, removal].sort((a, b) => a.start - b.start) }));
  }

  private reportUnrecorded({ exception: { rule }, figures }: Entry, covered: readonly number[]): void {
    const finding = this.original[covered[0]];
    const now = inComment(figuresOf(finding, this.text));
    const said = message('exception.unrecorded', { rule });
    this.report(SYNTAX, figures ?? finding.span, said, () => (figures === null || covered.length > 1 ? [] : [
      repair(message('exception.record', { now }), [{ ...figures, newText: `${now} ` }]),
    ]), 'hint');
  }

  private reportStale(
    { exception: { rule, place, figures: recorded }, comment, figures }: Entry, near: readonly number[],
  ): AnalysedFinding | null {
    const finding = this.original[near[0]];
    const now = inComment(figuresOf(finding, this.text));
    if (comment !== null && near.length === 1) {
      const shown = this.found[near[0]];
      this.found[near[0]] = { ...shown, repairs: this.takingAlong(shown, comment) };
    }
    const said = message('exception-stale', { rule, place: place || placeOf(finding), recorded, now });
    return this.report(STALE, figures ?? finding.span, said, () => (
      figures === null || near.length > 1 ? [] : [repair(message('exception.update', { now }), [{ ...figures, newText: now }])]
    ), undefined, figures === null ? [] : [{ span: finding.span, message: finding.message }]);
  }

  private reportUnused({ exception: { rule, place, figures }, comment }: Entry): AnalysedFinding | null {
    const covers = [rule, place, figures].filter((part) => part !== '').join(' ');
    const said = message(comment === null ? 'exception-unused.file' : 'exception-unused', { covers });
    return this.report(
      UNUSED, comment ?? { start: 0, end: 0 }, said,
      () => (comment === null ? [] : [repair(message('exception.remove'), [this.removalOf(comment)])]),
    );
  }

  /** The comment, with its line where nothing else stands on it. */
  private removalOf({ start, end }: Directive): TextEdit {
    const lineStart = lineStartAt(this.text, start);
    const lineEnd = this.text.indexOf('\n', end);
    const stop = lineEnd < 0 ? this.text.length : lineEnd + 1;
    const isAlone = this.text.slice(lineStart, start).trim() === '' && this.text.slice(end, stop).trim() === ''
      && this.text.charCodeAt(lineStart) !== 0xfeff;
    return isAlone ? { start: lineStart, end: stop, newText: '' } : { start, end, newText: '' };
  }

  private report(
    rule: string, { start, end }: Span, said: Message, repairs: () => AnalysedRepair[], usual?: Level,
    related: AnalysedFinding['related'] = [],
  ): AnalysedFinding | null {
    const level = this.settings.rules[rule] ?? usual ?? defaultLevel(rule)!;
    if (level === 'off') { return null; }
    const finding: AnalysedFinding = {
      id: `${rule}@${start}-${end}#${this.reported.length}`, rule, level, span: { start, end }, message: said, related, exception: null,
      repairs,
    };
    this.reported.push(finding);
    return finding;
  }
}

function repair(title: Message, edits: readonly TextEdit[]): AnalysedRepair {
  return { title, kind: 'review', preferred: false, edits };
}
