/** Faults in sections, their numbers and the list of them in the preamble; tables lost, twice or of another edition. */
import { pick } from '../../harness/random';
import { renderGrid } from '../../harness/grid';
import { gridOfSheet } from '../../harness/sheet';
import { planted, unmarked } from './draft';
import type { Fault } from './fault';
import { inOtherEdition } from './editions';
import { headingsOf, inProseAt, regionsOf, textFault, type Edit, type Heading, type Subject } from './text';

const NUMERALS = '一二三四五六七八九十';
const mark = ({ start, end }: {
  start: number;
  end: number;
}, text: string): Edit => ({ start, end, text: planted(text.slice(start, end)) });

/** The place a reader would look at for what is missing: the heading before, or the title. */
function markBefore({ text }: Subject, headings: readonly Heading[], at: number): Edit {
  const before = headings.slice(0, at).findLast(({ official }) => official > 0);
  if (before) { return mark(before, text); }
  const [title] = inProseAt(text, /信息公开工作/g);
  return mark({ start: title.index, end: title.index + title[0].length }, text);
}

/** Numbered as it should be, and no section of the author's own bears its number: that would be taken for it. */
function canBeMissed({ official, numeral }: Heading, headings: readonly Heading[]): boolean {
  return official > 0 && NUMERALS.includes(numeral)
    && !headings.some((other) => other.official === 0 && Number(other.numeral) === official);
}

function headingLeftOut(subject: Subject): Edit[] | null {
  const headings = headingsOf(subject.text);
  const at = headings.indexOf(pick(subject.random, headings.filter((heading) => canBeMissed(heading, headings))));
  return [markBefore(subject, headings, at), { start: headings[at].start, end: headings[at].end, text: '' }];
}

function sectionLeftOut(subject: Subject): Edit[] | null {
  const headings = headingsOf(subject.text);
  const at = headings.findIndex(({ official }) => official === 5);
  return [markBefore(subject, headings, at), { start: headings[at].start, end: headings[at].bodyEnd, text: '' }];
}

function renumbered(change: (heading: Heading) => string) {
  return ({ text, random }: Subject): Edit[] => {
    const heading = pick(random, headingsOf(text).filter((one, i, all) => (
      [all[i - 1], one].every((near) => near === undefined || NUMERALS.includes(near.numeral)) && change(one) !== one.numeral
    )));
    return [{ start: heading.numeralStart, end: heading.numeralStart + 1, text: planted(change(heading)) }];
  };
}

const shiftedBy = (by: number) => ({ numeral }: Heading): string => NUMERALS[NUMERALS.indexOf(numeral) + by] ?? numeral;

/** Two sections change places, each taking the number of its new place. */
function swapped({ text, random }: Subject): Edit[] | null {
  const headings = headingsOf(text);
  const at = pick(random, headings.map((_, i) => i)
    .filter((i) => i + 2 < headings.length && headings[i].official > 0 && headings[i + 1].official === headings[i].official + 1));
  const [a, b] = [headings[at], headings[at + 1]];
  const as = (content: Heading, number: Heading): string => (
    `${planted(`${number.numeral}、${content.title}`)}${text.slice(content.end, content.bodyEnd).trimEnd()}\n\n`
  );
  return [{ start: a.start, end: b.bodyEnd, text: as(b, a) + as(a, b) }];
}

const MORE = '补充说明：有关工作仍在按计划推进，将在今后的工作中继续完善。';

function repeated({ text, random }: Subject): Edit[] {
  const heading = pick(
    random, headingsOf(text).filter(({ official, numeral }) => official > 0 && official < 6 && NUMERALS.includes(numeral)),
  );
  return [
    { start: heading.bodyEnd, end: heading.bodyEnd, text: `${planted(text.slice(heading.start, heading.end).trim())}\n\n${MORE}\n\n` },
  ];
}

const OWN_SECTIONS = ['政务公开大事记', '政策解读和回应关切情况', '公众参与和满意度调查', '基层政务公开标准化规范化建设情况'];

/** A section of the author's own before the last, which is numbered on. */
function ownSection({ text, random }: Subject): Edit[] {
  const last = headingsOf(text).at(-1)!;
  return [
    {
      start: last.start, end: last.end,
      text: `${planted(`${last.numeral}、${pick(random, OWN_SECTIONS)}`)}\n\n${MORE}\n\n${shiftedBy(1)(last)}、${last.title}`,
    },
  ];
}

function emptied(official: number, rest: string) {
  return ({ text }: Subject): Edit[] | null => {
    const heading = headingsOf(text).find((one) => one.official === official)!;
    const body = text.slice(heading.end, heading.bodyEnd);
    if (official === 6 && body.trim().split('\n').length > 1) { return null; }
    return [mark(heading, text), { start: heading.end, end: heading.bodyEnd, text: `\n${rest}\n\n` }];
  };
}

const LIST = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。';

/** A sentence that lists the parts, where the report has none. */
function withList({ text }: Subject): Edit[] {
  if (/[六七]个?部分/.test(text.slice(0, headingsOf(text)[0].start))) { return []; }
  const { start } = headingsOf(text)[0];
  return [{ start, end: start, text: `${LIST}\n\n` }];
}

function otherCount({ text, random }: Subject): Edit[] {
  const at = text.search(/[六七]个?部分/);
  return [{ start: at, end: at + 1, text: planted(pick(random, [...'四五七八九'].filter((numeral) => numeral !== text[at]))) }];
}

const PAIRS = [['总体情况', '主动公开政府信息情况'], ['存在的主要问题及改进情况', '其他需要报告的事项'], ['存在的主要问题及改进情况', '其他需要报告事项']];

function swappedInList({ text, draft, random }: Subject): Edit[] | null {
  const preamble = text.slice(0, headingsOf(text)[0].start);
  const pairs = PAIRS.filter((pair, i) => pair.every((title) => preamble.includes(title))
    && (i === 0 || draft.sample !== 'ningbo-2021.txt'));
  const [a, b] = pick(random, pairs);
  const start = preamble.indexOf(a);
  const end = preamble.indexOf(b) + b.length;
  const between = preamble.slice(start + a.length, end - b.length);
  return start < 0 || end <= start ? null : [{ start, end, text: planted(b + between + a) }];
}

/** Every year in the text becomes one for which the tables are of the wrong edition. */
function otherYears(subject: Subject): Edit[] {
  const by = subject.year > 2020 ? -(subject.year - 2019) : 2;
  const edits = inProseAt(subject.text, /20[12]\d(?=\s*年)/g)
    .map(({ index, 0: year }) => ({ start: index, end: index + 4, text: String(Number(year) + by) }));
  return [...edits, mark(regionsOf(subject)[0], subject.text)];
}

/** The table of requests in the other edition, with the same figures. */
function otherEdition(subject: Subject): Edit[] | null {
  const region = regionsOf(subject).find(({ table }) => table.form.id === 'requests')!;
  const sheet = inOtherEdition(region.table);
  return sheet && [{ start: region.start + 1, end: region.end - 1, text: planted(renderGrid(gridOfSheet(sheet), subject.draft.layout)) }];
}

const OFFICIAL = ['disclosure', 'requests', 'reviews'];

function tableLeftOut(subject: Subject): Edit[] {
  const region = pick(subject.random, regionsOf(subject).filter(({ table }) => OFFICIAL.includes(table.form.id)));
  const heading = headingsOf(subject.text).findLast(({ start }) => start < region.start)!;
  return [mark(heading, subject.text), { start: region.start, end: region.end, text: '' }];
}

/**
 * As the text of a PDF may have it: all labels first, then the figures column by column. Not below a heading with digits: those among the
 * labels make list items of the headings that follow.
 */
function tableDownColumns(subject: Subject): Edit[] {
  const headingOf = (at: number): Heading => headingsOf(subject.text).findLast(({ start }) => start < at)!;
  const region = pick(subject.random, regionsOf(subject).filter(({ start, table }) => ['disclosure', 'requests'].includes(table.form.id)
    && NUMERALS.includes(headingOf(start).numeral)));
  const heading = headingOf(region.start);
  const { blocks, rows } = region.table.form;
  const labels = [...blocks.flatMap(({ columns }) => columns), ...rows].map(({ label }) => label);
  const figures = blocks.flatMap(({ columns }, block) => columns.flatMap(() => rows.filter((row) => row.block === block).map(() => '0')));
  return [mark(heading, subject.text), { start: region.start, end: region.end, text: [...labels, ...figures].join('\n') }];
}

function tableTwice(subject: Subject): Edit[] {
  const region = pick(subject.random, regionsOf(subject).filter(({ table }) => OFFICIAL.includes(table.form.id)));
  const copy = unmarked(subject.text.slice(region.start, region.end));
  return [{ start: region.end, end: region.end, text: `\n\n以上数据以表格形式再列如下。\n\n${planted(copy)}\n` }];
}

export const SECTION_FAULTS: readonly Fault[] = [
  textFault('missing-section', 'a heading left out', headingLeftOut),
  textFault('missing-section', 'a section left out', sectionLeftOut),
  textFault('section-misnumbered', 'the next number', renumbered(shiftedBy(1))),
  textFault('section-misnumbered', 'the number before', renumbered(shiftedBy(-1))),
  textFault('section-misnumbered', 'digits', renumbered(({ numeral }) => String(NUMERALS.indexOf(numeral) + 1))),
  textFault('section-out-of-order', 'two sections swapped', swapped),
  textFault('duplicate-section', 'a heading twice', repeated, { brings: ['section-count-mismatch'] }),
  textFault('unknown-section', 'a section of the author’s own', ownSection, { brings: ['section-count-mismatch'] }),
  textFault('section-empty', 'nothing under 一', emptied(1, '')),
  textFault('section-empty', 'nothing under 五', emptied(5, '')),
  textFault('section-empty', 'only 无 under 五', emptied(5, '无。')),
  textFault('section-empty', 'nothing under 六', emptied(6, '')),
  textFault('section-count-mismatch', 'another number of parts', otherCount, { prepare: withList }),
  textFault('section-list-mismatch', 'two titles of the list swapped', swappedInList, { prepare: withList }),
  textFault('mixed-form-years', 'tables of an edition that is not for the year', otherYears, { brings: ['fee-statement'] }),
  textFault('mixed-form-years', 'one table of another edition', otherEdition),
  textFault('missing-table', 'a table left out', tableLeftOut),
  textFault('unread-table', 'a table column by column', tableDownColumns),
  textFault('duplicate-table', 'a table twice', tableTwice, { repeats: true }),
];
