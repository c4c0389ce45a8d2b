/**
 * Faults in the text around the tables, planted by replacing a stretch of it. Invariant: what stands in a table is left
 * alone unless the whole table is meant; headings are found by their words, as a reader does.
 */
import type { Random } from '../../harness/random';
import { TABLE_END, TABLE_START, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

/** Replace `text.slice(start, end)`. */
export interface Edit { readonly start: number; readonly end: number; readonly text: string }

export interface Subject { readonly text: string; readonly draft: Draft; readonly random: Random; readonly year: number }

/** The text as it is now, tables marked. */
export function current(draft: Draft): string {
  return draft.steps.reduce((text, step) => step(text), draft.marked());
}

export function textFault(
  rule: string, name: string, plant: (subject: Subject) => readonly Edit[] | null,
  more: Partial<Fault> & { prepare?: (subject: Subject) => readonly Edit[] | null } = {},
): Fault {
  const { prepare, ...rest } = more;
  return {
    rule, name, ...rest,
    stage(draft, random) {
      const subject = (): Subject => ({ text: current(draft), draft, random, year: yearOf(draft) });
      const ready = prepare?.(subject());
      if (ready === null) { return null; }
      if (ready) { draft.steps.push((text) => edited(text, ready)); }
      const edits = plant(subject());
      return edits && (() => { draft.steps.push((text) => edited(text, edits)); });
    },
  };
}

export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce(
    (out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text,
  );
}

export function yearOf({ sample }: Draft): number { return Number(/\d{4}/.exec(sample)![0]); }

export interface Heading {
  readonly start: number;
  /** Of the line. */
  readonly end: number;
  readonly numeral: string;
  readonly numeralStart: number;
  readonly title: string;
  /** Start of the next heading, or the end of the text. */
  readonly bodyEnd: number;
  /** 1 … 6, 0 for one that the forms do not have. */
  readonly official: number;
}

const HEADING = /^[ \t]*([一二三四五六七]|[1-7])、[ \u3000]*([^\n，。]{4,30}?)[ \t]*$/gm;
const TITLES = [/总体情况$/, /^主动公开政府信息情况/, /^收到和处理/, /行政诉讼情况$/, /问题及改进情况$/, /^其他需要/, /^公开平台建设和/];

export function headingsOf(text: string): Heading[] {
  const masked = text.replace(/\uE010[^\uE011]*\uE011/g, (table) => ' '.repeat(table.length));
  const found = [...masked.matchAll(HEADING)].filter((match) => TITLES.some((title) => title.test(match[2])));
  return found.map((match, i) => ({
    start: match.index, end: match.index + match[0].length, numeral: match[1], numeralStart: match.index + match[0].indexOf(match[1]),
    title: match[2], bodyEnd: found[i + 1]?.index ?? text.length, official: (TITLES.findIndex((title) => title.test(match[2])) + 1) % 7,
  }));
}

/** Offsets of the stretches outside of tables where the pattern holds. */
export function inProseAt(text: string, pattern: RegExp): RegExpExecArray[] {
  const masked = text.replace(/\uE010[^\uE011]*\uE011/g, (table) => '\n'.repeat(table.length));
  return [...masked.matchAll(pattern)];
}

export interface Region { readonly start: number; readonly end: number; readonly table: TableDraft }

/** The tables, marks included. */
export function regionsOf({ text, draft }: Subject): Region[] {
  const found: Region[] = [];
  let at = 0;
  for (const table of draft.tables) {
    const start = text.indexOf(TABLE_START, at);
    at = text.indexOf(TABLE_END, start) + 1;
    found.push({ start, end: at, table });
  }
  return found;
}

/** A line of its own before the third part of section one, which is about requests until there. */
export function atRequests({ text }: Subject, sentence: string): Edit {
  const at = inProseAt(text, /\n[ \t]*[（(]三[）)]/g)[0].index;
  return { start: at, end: at, text: `\n${sentence}\n` };
}

