/**
 * What authors say of a table in comments right above it: `<!-- gouji: total row "合计" = "甲" + "乙" -->`, `<!-- gouji: off -->`.
 * Invariant: a comment speaks of the next table if only white space and other comments to Gouji stand between them; one that
 * cannot be followed is a finding at the place that is wrong.
 */
import { readDeclaration, type Declaration, type Mistake } from '../equations/infer/declared';
import type { Block } from '../layouts/layout';
import { message, type MessageKey } from '../messages';
import type { Level } from '../model/finding';
import { directivesOf, type Directive } from '../text/directives';
import { firstThat } from '../text/ordered';
import type { Span } from '../text/span';
import type { AnalysedFinding } from './analysis';
import type { BlockAnalysis } from './blocks';
import { withPagesAround } from './pagesAround';
import { NOTHING_SAID, type Said } from './said';
import type { Settings } from './settings';

export const DECLARATION = 'declaration';
export const DECLARATION_RULE = { id: DECLARATION, level: 'warning', scope: 'totals' } as const;

const VERBS: ReadonlySet<string> = new Set(['total', 'off', '合计', '关闭']);

export function isDeclaration({ verb }: Directive): boolean {
  return VERBS.has(verb.toLowerCase());
}

/** For each block, in order. */
export function saidAbove(text: string, blocks: readonly Block[]): readonly Said[] {
  const directives = directivesOf(text);
  const own = directives.filter(isDeclaration);
  const said = own.length === 0 ? blocks.map(() => NOTHING_SAID) : blocks.map((block) => saidOf(text, directives, block));
  return withPagesAround(text, blocks, said);
}

function saidOf(text: string, directives: readonly Directive[], block: Block): Said {
  const own = directivesAbout(text, directives, block).filter(isDeclaration);
  if (own.length === 0) { return NOTHING_SAID; }
  const declarations: Declaration[] = [];
  const starts: number[] = [];
  const mistakes: Mistake[] = [];
  let isOff = false;
  for (const { verb, body, start, end, isClosed } of own) {
    if (!isClosed) { mistakes.push({ kind: 'syntax', name: '', start, end }); continue; }
    if (verb.toLowerCase() === 'off' || verb === '关闭') {
      if (body.start < body.end) { mistakes.push({ kind: 'syntax', name: '', start: body.start, end: body.end }); } else { isOff = true; }
      continue;
    }
    const read = readDeclaration(text.slice(body.start, body.end));
    if ('kind' in read) { mistakes.push(moved(read, body.start, { start, end })); continue; }
    declarations.push(read);
    starts.push(body.start);
  }
  const comments = own.map(({ start, end }) => text.slice(start, end)).join('\n');
  return { ...NOTHING_SAID, comments, isOff, declarations, starts, mistakes };
}

/** The comments to Gouji right above a block, and those that it begins with, in document order. */
function directivesAbout(text: string, directives: readonly Directive[], block: Block): Directive[] {
  const near: Directive[] = [];
  let top = block.start;
  for (let i = firstThat(directives.length, (at) => directives[at].start >= block.end) - 1; i >= 0; i--) {
    const one = directives[i];
    if (one.start >= block.start && one.start < block.end && text.slice(block.start, one.start).trim() === '') {
      near.unshift(one);
      top = Math.min(top, one.start);
      continue;
    }
    if (one.end > top) { continue; }
    if (text.slice(one.end, top).trim() !== '') { break; }
    near.unshift(one);
    top = one.start;
  }
  return near;
}

function moved(mistake: Mistake, by: number, whole: Span): Mistake {
  return mistake.start < mistake.end
    ? { ...mistake, start: mistake.start + by, end: mistake.end + by }
    : { ...mistake, start: whole.start, end: whole.end };
}

const WORDING: Readonly<Record<Mistake['kind'], MessageKey>> = {
  syntax: 'declaration.syntax', unknown: 'declaration.unknown', ambiguous: 'declaration.ambiguous', 'no-figures': 'declaration.no-figures',
};

export function declarationFindings(
  text: string, said: readonly Said[], analysed: readonly BlockAnalysis[], settings: Settings,
): AnalysedFinding[] {
  const level: Level = settings.rules[DECLARATION] ?? DECLARATION_RULE.level;
  if (level === 'off') { return []; }
  return said.flatMap(({ mistakes, starts }, i) => [
    ...mistakes,
    ...analysed[i].mistakes.flatMap((mistake, number) => (mistake === null
      ? []
      : [moved(mistake, starts[number], { start: 0, end: text.length })])),
  ]).map(({ kind, name, start, end }) => ({
    id: `${DECLARATION}@${start}-${end}`, rule: DECLARATION, level, span: { start, end }, message: message(WORDING[kind], { name }),
    related: [], exception: null, repairs: () => [],
  }));
}
