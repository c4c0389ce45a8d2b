/**
 * Writes a value into an HTML cell. Invariant: tags around the content stay, tags inside it that were opened or closed
 * elsewhere stay too, and the value reads back as plain text.
 */
import type { Cell } from '../../model/cell';
import type { TextEdit } from '../../model/repair';
import { isBlankCode } from '../../text/blank';
import type { Span } from '../../text/span';
import { replaceContent } from '../lineRows';
import { encoded } from './entities';
import { Tag, Tags } from './tags';

export function setCell(text: string, cell: Cell, value: string): TextEdit {
  if (cell.start < cell.end) {
    return replaceContent(text, cell, value, encoded(value) + unpairedTags(text.slice(cell.start, cell.end)));
  }
  if (value === '') { return { start: cell.start, end: cell.start, newText: '' }; }
  const { start, end } = emptyPlace(text.slice(cell.slot.start, cell.slot.end));
  return { start: cell.slot.start + start, end: cell.slot.start + end, newText: encoded(value) };
}

/** The tags of the content that have their partner outside of it: they must stay for the rest to remain balanced. */
function unpairedTags(html: string): string {
  if (!html.includes('<')) { return ''; }
  const kept: { name: string; written: string; opens: boolean }[] = [];
  for (const tags = new Tags(html); tags.next();) {
    const written = html.slice(tags.start, tags.end);
    if (holdsNothing(tags) || written.endsWith('/>')) { continue; }
    const name = tags.name();
    const last = kept[kept.length - 1];
    if (tags.closes && last?.opens && last.name === name) { kept.pop(); } else { kept.push({ name, written, opens: !tags.closes }); }
  }
  return kept.map((tag) => tag.written).join('');
}

/** Where the text of an empty cell goes: in place of its NBSP, else into the innermost of the elements it begins with. */
function emptyPlace(inner: string): Span {
  const tags = new Tags(inner);
  let innermost = -1;
  let from = 0;
  for (let more = true; more; from = tags.end) {
    more = tags.next();
    const run = withoutAsciiBlanks(inner, from, tags.start);
    if (run.start < run.end && !inner.startsWith('[bookmark:', run.start)) { return run; }
    if (innermost < 0 && (!more || tags.closes || holdsNothing(tags))) { innermost = from; }
  }
  return { start: innermost, end: innermost };
}

function holdsNothing(tags: Tags): boolean {
  if (tags.kind === Tag.Void || tags.kind === Tag.Ignored) { return true; }
  if (tags.kind !== Tag.Break) { return false; }
  const name = tags.name();
  return name === 'br' || name === 'hr';
}

function withoutAsciiBlanks(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isAsciiBlank(text.charCodeAt(from))) { from++; }
  while (to > from && isAsciiBlank(text.charCodeAt(to - 1))) { to--; }
  return { start: from, end: to };
}

function isAsciiBlank(code: number): boolean {
  return code < 0x80 && isBlankCode(code);
}
