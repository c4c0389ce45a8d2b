/**
 * Reads a `.gouji.yaml`: levels by rule, and exceptions for documents that have no comments. Invariant: total on any text;
 * whatever is not understood is a mistake at the very key or value and has no effect, and what stands beside it has; of a key
 * that comes twice the first counts.
 */
import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { message, type MessageKey } from '../messages';
import type { Exception } from '../model/exception';
import type { Level } from '../model/finding';
import type { Fact, Message } from '../model/message';
import type { Span } from '../text/span';
import { isLevel, LEVELS } from './levels';
import { nearest } from './nearest';

/** An exception for one document, named by its path from the settings file's folder, with forward slashes. */
export interface FileException extends Exception {
  readonly file: string;
}

export interface Mistake {
  readonly span: Span;
  readonly message: Message;
  /** What was probably meant instead of the marked text. */
  readonly meant: string | null;
}

export interface SettingsFile {
  readonly levels: Readonly<Record<string, Level>>;
  readonly exceptions: readonly FileException[];
  /** Where each of the exceptions stands. */
  readonly exceptionSpans: readonly Span[];
  readonly mistakes: readonly Mistake[];
}

const KEYS = ['rules', 'exceptions'] as const;
const EXCEPTION_KEYS = ['file', 'rule', 'place', 'figures', 'reason'] as const;
const NEEDED = ['file', 'rule', 'reason'] as const;

/** The rules there are. */
export interface KnownRules {
  /** Ids of those that have a level. */
  readonly ids: readonly string[];
  mayBeExcepted(rule: string): boolean;
}

export function readSettingsFile(text: string, rules: KnownRules): SettingsFile {
  return new Reader(text, rules).read();
}

class Reader {
  private readonly levels: Record<string, Level> = {};
  private readonly exceptions: FileException[] = [];
  private readonly exceptionSpans: Span[] = [];
  private readonly mistakes: Mistake[] = [];

  constructor(private readonly text: string, private readonly rules: KnownRules) {}

  read(): SettingsFile {
    const document = parsed(this.text);
    if (document === null) {
      this.refuse({ start: 0, end: this.text.length }, 'settings.yaml');
    } else {
      for (const { code, pos: [start, end] } of document.errors) {
        this.refuse(this.within(start, Math.max(end, start + 1)), code === 'TAB_AS_INDENT' ? 'settings.yaml.tab' : 'settings.yaml');
      }
      this.readTop(document.contents);
    }
    this.mistakes.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { levels: this.levels, exceptions: this.exceptions, exceptionSpans: this.exceptionSpans, mistakes: this.mistakes };
  }

  private readTop(contents: Node | null): void {
    if (contents === null || isNothing(contents)) { return; }
    if (!isMap(contents)) { this.refuse(this.spanOf(contents), 'settings.shape', { keys: KEYS.join('/') }); return; }
    for (const { key, name, value } of this.entries(contents)) {
      if (name === 'rules') { this.readRules(value); } else if (name === 'exceptions') { this.readExceptions(value); } else {
        this.refuseName(key, 'settings.key', name, KEYS);
      }
    }
  }

  private readRules(value: Node | null): void {
    if (value === null || isNothing(value)) { return; }
    if (!isMap(value)) { this.refuse(this.spanOf(value), 'settings.rules'); return; }
    for (const { key, name, value: level } of this.entries(value)) {
      const written = this.writtenOf(level);
      if (!this.rules.ids.includes(name)) {
        this.refuseName(key, 'settings.rule', name, this.rules.ids);
      } else if (isLevel(written)) {
        this.levels[name] = written;
      } else if (written === null) {
        this.refuse(level === null || isNothing(level) ? key : this.spanOf(level), 'settings.level.none', { allowed: LEVELS.join('/') });
      } else {
        this.refuseName(this.spanOf(level!), 'settings.level', written, LEVELS);
      }
    }
  }

  private readExceptions(value: Node | null): void {
    if (value === null || isNothing(value)) { return; }
    if (!isSeq(value)) { this.refuse(this.spanOf(value), 'settings.exceptions'); return; }
    for (const item of value.items as (Node | null)[]) {
      if (isMap(item)) { this.readException(item); } else if (item !== null) { this.refuse(this.spanOf(item), 'settings.exceptions'); }
    }
  }

  private readException(item: YAMLMap): void {
    const before = this.mistakes.length;
    const found: Record<string, string> = {};
    let rule: Span | null = null;
    for (const { key, name, value } of this.entries(item)) {
      if (!(EXCEPTION_KEYS as readonly string[]).includes(name)) { this.refuseName(key, 'settings.key', name, EXCEPTION_KEYS); continue; }
      const written = this.writtenOf(value);
      if (written === null) {
        this.refuse(value === null || isNothing(value) ? key : this.spanOf(value), 'settings.text', { key: name });
        continue;
      }
      found[name] = written;
      if (name === 'rule') { rule = this.spanOf(value!); }
    }
    if (rule !== null && !this.rules.ids.includes(found.rule)) {
      this.refuseName(rule, 'settings.rule', found.rule, this.rules.ids);
    } else if (rule !== null && !this.rules.mayBeExcepted(found.rule)) {
      this.refuse(rule, 'exception.refused', { rule: found.rule });
    }
    for (const key of NEEDED) {
      if (!found[key] && this.mistakes.length === before) {
        this.refuse(this.firstLine(this.spanOf(item)), 'settings.needed', { key, keys: NEEDED.join('/') });
      }
    }
    if (this.mistakes.length > before) { return; }
    const { file, place = '', figures = '', reason } = found;
    this.exceptionSpans.push(this.firstLine(this.spanOf(item)));
    this.exceptions.push({ file: file.replace(/^\.\//, '').replaceAll('\\', '/'), rule: found.rule, place, figures, reason });
  }

  /** The pairs of a mapping whose keys are words and come for the first time. */
  private *entries(map: YAMLMap): Iterable<{ key: Span; name: string; value: Node | null }> {
    const seen = new Set<string>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const name = textOf(scalarOf(pair.key));
      const key = this.spanOf(pair.key);
      if (seen.has(name)) { this.refuse(key, 'settings.twice', { key: name }); continue; }
      seen.add(name);
      yield { key, name, value: pair.value };
    }
  }

  /** A scalar as it is written: `3-0` and `0.10` are figures here, not what YAML would make of them. */
  private writtenOf(value: Node | null): string | null {
    if (!isScalar(value) || value.value === null) { return null; }
    if (typeof value.value === 'string') { return value.value.trim(); }
    return this.text.slice(value.range![0], value.range![1]).trim();
  }

  private spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return this.within(start, end);
  }

  private firstLine({ start, end }: Span): Span {
    const lineEnd = this.text.indexOf('\n', start);
    return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
  }

  private within(start: number, end: number): Span {
    const from = Math.min(start, this.text.length);
    return { start: from, end: Math.max(from, Math.min(end, this.text.length)) };
  }

  /** A name that is not among those allowed. */
  private refuseName(span: Span, key: MessageKey, found: string, allowed: readonly string[]): void {
    const meant = nearest(found, allowed);
    const facts = { found, allowed: allowed.join('/'), meant: meant ?? '' };
    this.mistakes.push({ span, message: message(meant === null ? key : `${key}.meant` as MessageKey, facts), meant });
  }

  private refuse(span: Span, key: MessageKey, facts: Readonly<Record<string, Fact>> = {}): void {
    this.mistakes.push({ span, message: message(key, facts), meant: null });
  }
}

/** Null where the parser itself gives up, as on nesting without end. */
function parsed(text: string): Document.Parsed | null {
  try {
    return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' }) as Document.Parsed;
  } catch {
    return null;
  }
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function scalarOf(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
