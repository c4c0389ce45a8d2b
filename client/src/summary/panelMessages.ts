/**
 * What the panel and its host say to each other. Invariant: a message from the panel is checked part by part before anything is
 * done with it; what is not exactly one of these shapes is dropped.
 */
import type { Position, Range } from '../../../server/src/protocol/report';
import type { PreviewAnswer, Summary } from '../../../server/src/protocol/summary';
import type { Strings } from './strings';

export type ToPanel =
  | { readonly type: 'strings'; readonly strings: Strings }
  | { readonly type: 'summary'; readonly summary: Summary }
  /** Nothing to show, and the sentence that says why. */
  | { readonly type: 'nothing'; readonly reason: string }
  /** isMove: the user moved it, rather than that the panel came to see it. */
  | { readonly type: 'cursor'; readonly uri: string; readonly position: Position; readonly isMove: boolean }
  | { readonly type: 'previews'; readonly answer: PreviewAnswer }
  /** Something was done, or refused; `summary` follows where the text changed. */
  | { readonly type: 'notice'; readonly text: string };

/** How a review record leaves: to the clipboard, or to a file. */
export type RecordForm = 'copy' | 'markdown' | 'html';

interface OfVersion {
  readonly uri: string;
  readonly version: number;
}

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'showTable'; readonly uri: string; readonly table: number }
  | OfVersion & { readonly type: 'reveal'; readonly range: Range }
  | OfVersion & { readonly type: 'edit'; readonly table: number; readonly cell: number; readonly text: string }
  | OfVersion & { readonly type: 'repair'; readonly finding: string; readonly repair: number }
  | OfVersion & { readonly type: 'preview'; readonly findings: readonly string[] }
  | { readonly type: 'record'; readonly form: RecordForm };

const LONGEST_TEXT = 1 << 20;
const MOST_FINDINGS = 100;

/** The message, or null if it is none. */
export function readFromPanel(value: unknown): FromPanel | null {
  if (!isObject(value)) { return null; }
  switch (value.type) {
    case 'ready': return { type: 'ready' };
    case 'showTable': return isText(value.uri) && isCount(value.table) ? { type: 'showTable', uri: value.uri, table: value.table } : null;
    case 'record': return isRecordForm(value.form) ? { type: 'record', form: value.form } : null;
    default: return isText(value.uri) && isCount(value.version) ? readOfVersion(value, { uri: value.uri, version: value.version }) : null;
  }
}

function readOfVersion(value: Record<string, unknown>, of: OfVersion): FromPanel | null {
  const { type, table, cell, text, finding, repair, findings } = value;
  if (type === 'reveal') { return isRange(value.range) ? { ...of, type, range: value.range } : null; }
  if (type === 'edit') { return isCount(table) && isCount(cell) && isText(text) ? { ...of, type, table, cell, text } : null; }
  if (type === 'repair') { return isText(finding) && isCount(repair) ? { ...of, type, finding, repair } : null; }
  if (type === 'preview') { return isTexts(findings) ? { ...of, type, findings } : null; }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_FINDINGS && value.every(isText);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecordForm(value: unknown): value is RecordForm {
  return value === 'copy' || value === 'markdown' || value === 'html';
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && isCount(value.line) && isCount(value.character);
}
