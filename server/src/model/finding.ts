/**
 * A finding: what a rule saw, where, and what it rests on. Invariant: no wording and no LSP type; spans are offsets into
 * the text the rule was given (a block for table rules, the document for document rules).
 */
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import type { Message } from './message';

export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';

export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The other document that it stands in; absent where it is this one. */
  readonly elsewhere?: Elsewhere;
}

/** Another document: its URI, or its path as shown, and its lines. */
export interface Elsewhere { readonly source: string; readonly lines: Lines }

/** A finding of another rule, by where it stands. */
export interface FindingPlace { readonly rule: string; readonly span: Span }

export interface Finding<Facts = unknown> {
  readonly rule: string;
  readonly span: Span;
  readonly facts: Facts;
  /** Where this finding weighs more or less than its rule's default. 'off': shown only when the user switches the rule on. */
  readonly level?: Level;
  readonly related?: readonly Related[];
  /**
   * Cells that findings of arithmetic may already be about. Where this is set, the finding is never shown on its own: it is
   * said as related information of the findings at one of these places. In offsets of the document.
   */
  readonly joins?: readonly Span[];
  /** Findings of tables that have the same cause and are said here, as related information. In offsets of the document. */
  readonly takesIn?: readonly FindingPlace[];
}
