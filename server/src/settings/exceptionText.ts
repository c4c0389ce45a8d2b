/**
 * Exceptions as they are written: `<!-- gouji: allow row-sum “place” figures 理由：why -->`. Invariant: what `exceptionComment`
 * writes, `readException` reads as the same exception; whatever a reason holds, it can neither end its comment nor look like a
 * cell. Places and figures are compared without regard to blanks, quotation marks and width.
 */
import { message, type Language } from '../messages';
import type { Exception } from '../model/exception';
import type { Message } from '../model/message';
import { skipBlank, trimBlankEnd } from '../text/blank';
import type { Directive } from '../text/directives';
import { normalForm } from '../text/normal';
import type { Span } from '../text/span';
import { nearest } from './nearest';
import type { KnownRules } from './settingsFile';

/** What comments to Gouji may begin with. */
const ALL_VERBS = ['allow', 'total', 'off'] as const;
const VERBS: ReadonlySet<string> = new Set(['allow', '允许']);
const REASON = /(?:理由|原因|reason)\s*[:：]/i;
const RULE = /^[^\s“"「]*/;
const QUOTES = /[“”‟„「」『』〝〞＂"]/g;
const HYPHENS = /-{2,}/g;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '「': '」' };

export interface WrittenException {
  readonly exception: Exception;
  /** Where its figures stand, or should: an empty span. */
  readonly figures: Span;
}

export interface ExceptionMistake {
  readonly span: Span;
  readonly message: Message;
  readonly meant: string | null;
}

/** @param directive a comment to Gouji that is no declaration */
export function readException(text: string, directive: Directive, rules: KnownRules): WrittenException | ExceptionMistake {
  const { verb, verbSpan, body: { start, end } } = directive;
  const wrong = (span: Span, said: Message, meant: string | null = null): ExceptionMistake => ({ span, message: said, meant });
  if (!VERBS.has(verb.toLowerCase())) {
    const meant = nearest(verb, ALL_VERBS);
    return wrong(
      verb === '' ? directive : verbSpan,
      message(meant === null ? 'exception.verb' : 'exception.verb.meant', { found: verb, meant: meant ?? '' }), meant,
    );
  }
  if (!directive.isClosed) { return wrong(directive, message('exception.open')); }
  const rule = RULE.exec(text.slice(start, end))![0];
  const ruleSpan = rule === '' ? directive : { start, end: start + rule.length };
  if (rule === '' || REASON.test(rule)) { return wrong(directive, message('exception.no-rule')); }
  if (!rules.ids.includes(rule)) {
    const meant = nearest(rule, rules.ids);
    return wrong(ruleSpan, message(meant === null ? 'exception.rule' : 'exception.rule.meant', { found: rule, meant: meant ?? '' }), meant);
  }
  if (!rules.mayBeExcepted(rule)) { return wrong(ruleSpan, message('exception.refused', { rule })); }
  const placeStart = skipBlank(text, start + rule.length, end);
  const placeEnd = quotedEnd(text, placeStart, end);
  const stated = REASON.exec(text.slice(placeEnd, end));
  if (stated === null || skipBlank(text, placeEnd + stated.index + stated[0].length, end) === end) {
    return wrong(directive, message('exception.no-reason', { rule }));
  }
  const reasonAt = placeEnd + stated.index;
  const figuresStart = Math.min(skipBlank(text, placeEnd, end), reasonAt);
  const figures = { start: figuresStart, end: Math.max(figuresStart, trimBlankEnd(text, figuresStart, reasonAt)) };
  const reason = text.slice(skipBlank(text, reasonAt + stated[0].length, end), end);
  return {
    exception: {
      rule, place: text.slice(placeStart + 1, Math.max(placeStart + 1, placeEnd - 1)).trim(),
      figures: text.slice(figures.start, figures.end), reason,
    },
    figures,
  };
}

/** One past the quoted place that starts here, “…” within it included; `start` where there is none. */
function quotedEnd(text: string, start: number, end: number): number {
  const closing = start < end ? CLOSING[text[start]] : undefined;
  if (closing === undefined) { return start; }
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === text[start] && (at === start || closing !== text[start])) {
      depth++;
    } else if (text[at] === closing && --depth === 0) {
      return at + 1;
    }
  }
  return start;
}

export function exceptionComment({ rule, place, figures, reason }: Exception, language: Language): string {
  const quoted = place === '' ? '' : ` “${inComment(balanced(place))}”`;
  const recorded = figures === '' ? '' : ` ${inComment(figures)}`;
  return `<!-- gouji: allow ${rule}${quoted}${recorded} ${language === 'zh' ? '理由：' : 'reason: '}${inComment(reason)} -->`;
}

/** Two hyphens could end a comment, a bar or a tab could part cells: they are written otherwise. */
export function inComment(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/-{2,}/g, '—').replaceAll('|', '｜').trim();
}

function balanced(place: string): string {
  let depth = 0;
  for (const sign of place) {
    if (sign === '“') { depth++; } else if (sign === '”' && --depth < 0) { break; }
  }
  return depth === 0 ? place : place.replace(/[“”]/g, '');
}

/** Under which places, and figures, are compared. */
export function comparable(text: string): string {
  return normalForm(inComment(text.replace(QUOTES, ''))).replace(HYPHENS, '-');
}
