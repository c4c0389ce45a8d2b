/**
 * The manners in which PDF viewers give a table away as text: what stands in one line, where long labels break, where the figures stand
 * then. Invariant: every word and figure of the grid is written once, in an order that a reader of the page may meet it in; blanks are not.
 */
import type { Grid, GridCell } from './grid';

export interface Manner {
  /** Characters of a line of a label; Infinity for labels in one piece. */
  readonly width: number;
  /** The line of the label that its figures stand behind, or a line of their own below the label or within it. */
  readonly figures: 'last' | 'first' | 'middle' | 'below' | 'within';
  /** Group labels alone on lines, before the label they stand left of, without a blank between, or in parts before several rows. */
  readonly groups: 'alone' | 'glued' | 'tight' | 'parted';
  /** Headers a line each row, each broken into short lines, or broken lines side by side. */
  readonly headers: 'rows' | 'scraps' | 'woven';
  /** A blank within group labels and labels. */
  readonly blanks: boolean;
  /** Rows on a page, behind which its number stands; Infinity for one page. */
  readonly page: number;
  /** What stands between pages. */
  readonly pageBreak: (page: number) => readonly string[];
}

const PLAIN: Manner = {
  width: Infinity, figures: 'last', groups: 'glued', headers: 'rows', blanks: false, page: Infinity, pageBreak: (page) => [`- ${page} -`],
};

/** Every combination of these. */
export function mannersOf(choices: { readonly [Key in keyof Manner]?: readonly Manner[Key][] }): Manner[] {
  let manners: Manner[] = [PLAIN];
  for (const [key, values] of Object.entries(choices)) {
    manners = manners.flatMap((manner) => values.map((value) => ({ ...manner, [key]: value }) as Manner));
  }
  return manners;
}

export function inManner(grid: Grid, manner: Manner): string {
  const first = grid.findIndex((row) => row.some(({ isFigure }) => isFigure));
  const lines: string[] = [];
  let rows = 0;
  const parts = new GroupParts(grid, manner);
  grid.forEach((row, at) => {
    if (!row.some(({ isFigure }) => isFigure)) {
      const isHead = first > 1 && at < first;
      if (!isHead) { lines.push(textsOf(row).join(' ')); } else if (at === 0) { lines.push(...headerLines(grid.slice(0, first), manner)); }
      return;
    }
    if (rows > 0 && rows % manner.page === 0) { lines.push(...manner.pageBreak(rows / manner.page)); }
    rows++;
    lines.push(...rowLines(row, at, parts, manner));
  });
  return lines.join('\n');
}

function textsOf(row: readonly GridCell[]): string[] { return row.map(({ text }) => text).filter((text) => text !== ''); }

/** A label in lines of so many characters; a digit does not begin a line, nor does a bracket that closes. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + width);
    while (to < text.length && to > from + 1 && /[）)”、，。]/.test(text[to])) { to--; }
    lines.push(text.slice(from, to));
    from = to;
  }
  return lines;
}

function headerLines(rows: Grid, { headers }: Manner): string[] {
  if (headers === 'rows') { return rows.map((row) => textsOf(row).join(' ')); }
  if (headers === 'scraps') {
    return rows.flatMap((row) => textsOf(row).flatMap((text) => broken(text, text.length > 20 ? 14 : text.length > 5 ? 3 : 2)));
  }
  return rows.flatMap((row) => woven(textsOf(row)));
}

/** Column by column: the second half of each below the first. */
function woven(texts: readonly string[]): string[] {
  const halves = texts.map((text) => (text.length > 3 && text.length < 8 ? broken(text, Math.ceil(text.length / 2)) : [text]));
  return [0, 1].map((line) => halves.flatMap((half) => half[line] ?? []).join(' ')).filter((line) => line !== '');
}

/** Group labels that are broken over the rows they stand beside. */
class GroupParts {
  private readonly before = new Map<number, string[]>();

  constructor(grid: Grid, { groups }: Manner) {
    if (groups !== 'parted') { return; }
    grid.forEach((row, at) => {
      for (const { text, rows, isFigure } of row) {
        if (rows < 2 || isFigure || !row.some((one) => one.isFigure)) { continue; }
        const pieces = broken(text, Math.max(3, Math.ceil(text.length / Math.min(rows, 3))));
        const top = at + Math.floor((rows - pieces.length) / 2);
        pieces.forEach((piece, i) => { this.before.set(top + i, [...(this.before.get(top + i) ?? []), piece]); });
      }
    });
  }

  at(row: number): readonly string[] { return this.before.get(row) ?? []; }
}

function rowLines(row: readonly GridCell[], at: number, parts: GroupParts, manner: Manner): string[] {
  const words = row.filter(({ isFigure, text }) => !isFigure && text !== '');
  const figures = row.filter(({ isFigure, text }) => isFigure && text !== '').map(({ text }) => text).join(' ');
  const groups = words.slice(0, -1).map(({ text }) => text);
  const label = words.at(-1)?.text ?? '';
  const spaced = (text: string): string => (manner.blanks && text.length > 4 ? `${text.slice(0, -2)} ${text.slice(-2)}` : text);
  const own = labelled(label === '' ? [] : broken(spaced(label), manner.width).map((line) => line.trim()), figures, manner);
  switch (manner.groups) {
    case 'alone': return [...groups.flatMap((group) => broken(spaced(group), Math.min(manner.width, 40))), ...own];
    case 'parted': return [[...parts.at(at), own[0]].join(' '), ...own.slice(1)];
    case 'tight': return [groups.join('') + own[0], ...own.slice(1)];
    case 'glued': {
      const lines = groups.map(spaced).join(' ');
      const above = broken(lines, manner.width);
      return [...above.slice(0, -1), [...above.slice(-1), own[0]].filter((text) => text !== '').join(' ').trim(), ...own.slice(1)];
    }
  }
}

function labelled(lines: readonly string[], figures: string, { figures: where }: Manner): string[] {
  if (lines.length === 0) { return [figures]; }
  const last = lines.length - 1;
  const at = where === 'last' ? last : where === 'first' ? 0 : last >> 1;
  if (where === 'below' && last > 0) { return [...lines, figures]; }
  if (where === 'within' && last > 0) { return [...lines.slice(0, at + 1), figures, ...lines.slice(at + 1)]; }
  return lines.map((line, i) => (i === at || (last === 0) ? `${line} ${figures}`.trim() : line));
}
