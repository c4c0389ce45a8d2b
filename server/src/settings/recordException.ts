/**
 * Writes an exception into the text of a settings file. Invariant: nothing else in the file changes, comments included; what is
 * written is read back as that very exception, or nothing is written at all.
 */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type YAMLMap } from 'yaml';
import type { TextEdit } from '../model/repair';
import { lineEndOf, lineStartAt } from '../text/lines';
import { readSettingsFile, type FileException, type KnownRules } from './settingsFile';

const KEYS = ['file', 'rule', 'place', 'figures', 'reason'] as const;
/** By these it is the same exception, whatever it covers now. */
const IDENTITY = ['file', 'rule', 'place'] as const;

/** @param text '' for a file that is yet to be made @returns null where the file cannot be added to */
export function recordException(text: string, exception: FileException, rules: KnownRules): TextEdit | null {
  const edit = editOf(text, exception);
  if (edit === null) { return null; }
  const after = readSettingsFile(`${text.slice(0, edit.start)}${edit.newText}${text.slice(edit.end)}`, rules);
  const isWritten = after.exceptions.some((one) => KEYS.every((key) => one[key] === exception[key]));
  return isWritten && after.mistakes.length <= readSettingsFile(text, rules).mistakes.length ? edit : null;
}

function editOf(text: string, exception: FileException): TextEdit | null {
  const { contents, errors } = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const lineEnd = lineEndOf(text);
  if (errors.length > 0) { return null; }
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return atEnd(text, `exceptions:${lineEnd}${itemOf(exception, '  ', lineEnd)}`, lineEnd);
  }
  if (!isMap(contents) || contents.flow) { return null; }
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'exceptions');
  if (pair === undefined) { return atEnd(text, `exceptions:${lineEnd}${itemOf(exception, '  ', lineEnd)}`, lineEnd); }
  const value = pair.value as Node | null;
  const [keyStart, keyEnd] = (pair.key as Node).range!;
  const indent = `${indentAt(text, keyStart)}  `;
  if (isSeq(value) && value.items.length > 0) {
    return value.flow ? null : intoList(text, value.items as Node[], value.range![0], exception, lineEnd);
  }
  if (isSeq(value)) {
    return { start: value.range![0], end: value.range![1], newText: `${lineEnd}${itemOf(exception, indent, lineEnd).trimEnd()}` };
  }
  return value === null || (isScalar(value) && value.value === null)
    ? afterLine(text, keyEnd, itemOf(exception, indent, lineEnd), lineEnd)
    : null;
}

/** In the place of the exception that it takes over from, else after the last one. */
function intoList(text: string, items: readonly Node[], listStart: number, exception: FileException, lineEnd: string): TextEdit {
  const indent = indentAt(text, listStart);
  const earlier = items.find((item): item is YAMLMap => isMap(item)
    && IDENTITY.every((key) => String(item.get(key) ?? '') === exception[key]));
  if (earlier !== undefined && !earlier.flow) {
    const [start, end] = earlier.range!;
    const written = text.slice(start, end);
    const tail = written.slice(written.trimEnd().length);
    return { start, end, newText: itemOf(exception, indent, lineEnd).slice(indent.length + 2).trimEnd() + tail };
  }
  const [, end] = items[items.length - 1].range!;
  return afterLine(text, text.slice(0, end).trimEnd().length, itemOf(exception, indent, lineEnd), lineEnd);
}

function itemOf(exception: FileException, indent: string, lineEnd: string): string {
  const lines = KEYS.filter((key) => exception[key] !== '').map((key) => stringify({ [key]: exception[key] }, { lineWidth: 0 }).trimEnd());
  return `${indent}- ${lines.join(`${lineEnd}${indent}  `)}${lineEnd}`;
}

function indentAt(text: string, offset: number): string {
  return text.slice(lineStartAt(text, offset), offset).replace(/\S/g, ' ');
}

function afterLine(text: string, offset: number, newText: string, lineEnd: string): TextEdit {
  const lf = text.indexOf('\n', offset);
  return lf < 0 ? atEnd(text, newText, lineEnd) : { start: lf + 1, end: lf + 1, newText };
}

function atEnd(text: string, newText: string, lineEnd: string): TextEdit {
  const isOpen = text !== '' && !text.endsWith('\n');
  return { start: text.length, end: text.length, newText: `${isOpen ? lineEnd : ''}${newText}` };
}
