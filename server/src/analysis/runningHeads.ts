/**
 * Lines that pages of a document repeat at their head or foot. Invariant: such a line repeats the head of the document, names a report,
 * is the address of the page, or stands on a line of its own more than once nearby; a numbered heading never is one for being repeated.
 */
import { isBlankCode, wordsAlone } from '../text/blank';
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import { splitItem } from '../text/item';
import { namesReport } from '../text/reportTitle';
import { saysThatItGoesOn } from './pageBreak';

const HEAD_LENGTH = 400;
const HEAD_LINES = 6;
const SHORTEST = 4;
const LONGEST_HEAD = 80;
/** What a browser prints under each page. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+(?:\s+\d+\s*\/\s*\d+)?$/;
/** A page of a report is shorter, its table's tags included. */
const PAGE_LENGTH = 12_000;

export class RunningHeads {
  private atHead: readonly string[] | undefined;

  constructor(private readonly text: string) {}

  /** The title of the document or what stands beside that, whole or in part; and its address. */
  repeatsHead(line: string): boolean {
    this.atHead ??= linesAtHead(this.text);
    const own = wordsAlone(line);
    return ADDRESS.test(line) || (own.length >= SHORTEST && this.atHead.some((head) => head.includes(own)));
  }

  /** The title of a report, or a line that stands alone on more than one of the pages around an offset. */
  standsOnPages(line: string, around: number): boolean {
    return line.length >= SHORTEST && line.length <= LONGEST_HEAD && splitItem(line).item === null
      && (namesReport(line) || standsTwice(this.text, line, around));
  }
}

function linesAtHead(text: string): string[] {
  const lines = text.slice(0, HEAD_LENGTH).split('\n').map(wordsAlone);
  return lines.filter((line) => line !== '' && line.length <= LONGEST_HEAD && !line.includes('。')).slice(0, HEAD_LINES);
}

function standsTwice(text: string, line: string, around: number): boolean {
  const first = Math.max(0, around - PAGE_LENGTH);
  const near = text.slice(first, around + PAGE_LENGTH);
  let found = 0;
  for (let at = near.indexOf(line); at >= 0; at = near.indexOf(line, at + line.length)) {
    if (standsAlone(near, at, at + line.length) && ++found === 2) { return true; }
  }
  return false;
}

/** Only blanks, marks of emphasis and tags beside it on its line. */
function standsAlone(text: string, start: number, end: number): boolean {
  let from = start - 1;
  while (from >= 0 && text.charCodeAt(from) !== 10 && (isBlankCode(text.charCodeAt(from)) || text[from] === '*')) { from--; }
  let to = end;
  while (to < text.length && text.charCodeAt(to) !== 10 && (isBlankCode(text.charCodeAt(to)) || text[to] === '*')) { to++; }
  return (from < 0 || text[from] === '\n' || text[from] === '>') && (to === text.length || text[to] === '\n' || text[to] === '<');
}

/** Where nothing marks the cells of a row, what names a report between two of them would be read as one, and so would 续表. */
export function withoutRunningHeads(reading: Reading): Reading {
  if (reading.geometry === 'grid' || !reading.cells.some(isRunningHead)) { return reading; }
  return { ...reading, cells: reading.cells.filter((cell) => !isRunningHead(cell)) };
}

function isRunningHead({ content: { key, text } }: Cell): boolean {
  return key !== '' && (namesReport(text) || (text.includes('续') && saysThatItGoesOn(text)));
}
