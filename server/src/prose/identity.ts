/**
 * Whose report a text is, and about which year. Invariant: null where it is said in two ways, for part of a year, or not
 * plainly; only the head of a text is read, and its foot where the title names nobody, so that many texts can be asked.
 */
import type { ReportIdentity } from '../model/otherReport';
import { dateAlone } from './dates';
import { Passage, type ProseLine } from './passage';
import { ReportProse } from './report';

const HEAD_LENGTH = 4000;
const FOOT_LENGTH = 600;
const FOOT_LINES = 4;

export function identityOf(text: string): ReportIdentity | null {
  const head = text.slice(0, HEAD_LENGTH);
  if (!head.includes('信息公开')) { return null; }
  const report = new ReportProse(head, []);
  const year = yearOf(report);
  if (year === null) { return null; }
  const body = bodyInTitles(report) ?? bodyElsewhere(report, text);
  return body === null || body === '' ? null : { body, year };
}

function yearOf({ titles, titleYear, period, text }: ReportProse): number | null {
  if (titles.some((title) => (title.year ?? titleYear) !== titleYear || OF_PART.test(text.slice(title.start, title.end)))) { return null; }
  if (period === null) { return titleYear; }
  const { from, to } = period;
  const isWhole = from.year === to.year && from.month === 1 && to.month === 12;
  return titles.length > 0 && isWhole && (titleYear ?? from.year) === from.year ? from.year : null;
}

const OF_PART = /季度|[上下]半年|半年|月份/;

const DRAFT = /草稿|草案|初稿|未定稿|讨论稿|征求意见稿|送审稿|审议稿|修改稿|模板|样稿/;
const DRAFT_LINES = 12;
const LONGEST_TITLE = 80;

/** Whether the head says that this is not what was published in the end. */
export function isDraft(text: string): boolean {
  const { lines } = new ReportProse(text.slice(0, HEAD_LENGTH), []);
  return lines.slice(0, DRAFT_LINES).some(({ line }) => line.text.length <= LONGEST_TITLE && DRAFT.test(line.text));
}

/** The one name in all titles; null where they have none, '' where they have several. */
function bodyInTitles({ titles, text }: ReportProse): string | null {
  let found: string | null = null;
  for (const { start, end } of titles) {
    const body = bodyBeside(text.slice(start, end));
    if (body === null) { continue; }
    if (found !== null && found !== body) { return ''; }
    found = body;
  }
  return found;
}

/** The name of the body whose report this is; '' where that is said in two ways or not at all. */
export function ownNameOf(report: ReportProse): string {
  return bodyInTitles(report) ?? (report.titles.length === 0 ? null : bodyElsewhere(report, report.text)) ?? '';
}

/** Whether a body that a sentence names can be that one, written out or shortened (市卫健委); where none is known, any body of a place. */
export function mayBeOwn(name: string, own: string): boolean {
  if (own === '') { return PLACE_BEFORE.test(name); }
  let at = -1;
  for (const sign of name.replace(PLACE_BEFORE, '')) {
    at = own.indexOf(sign, at + 1);
    if (at < 0) { return false; }
  }
  return true;
}

const PLACE_BEFORE = /^[省市州县区旗]/;
const MARKS_BEFORE = /^(?:[#>*《“"\s]|\([^)]*\)|【[^】]*】|\[[^\]]*\]|关于)+/;
const YEAR = /(?:20\d\d|二[〇○零一二三四五六七八九]{3})年度?/;
const ABOUT = /(?:关于|的)$/;
const NAME = /^[\p{Script=Han}()、·]{4,40}$/u;
/** 本局, 市公安局: other places have one too. 市中区 and its like are names. */
const OF_ANY_PLACE = /^(?:[本我县区省旗]|市(?![中南北]区))/;

/** What is left of a title once the year and all from 政府信息公开 on are taken away. */
function bodyBeside(title: string): string | null {
  const plain = title.normalize('NFKC').replace(/\s+/g, '').replace(MARKS_BEFORE, '');
  const subject = /政?府?信息公开/.exec(plain);
  return subject === null ? null : asName(plain.slice(0, subject.index).replace(YEAR, '').replace(ABOUT, ''));
}

function asName(text: string): string | null {
  return NAME.test(text) && !OF_ANY_PLACE.test(text) ? text : null;
}

const WRITTEN_BY = /由([\p{Script=Han}()（）、·]{4,40}?)(?:负责|组织)?(?:编制|编写|编印)/u;

/**
 * Above the title, else at the foot. Above it the name of a site may stand too: nobody is named where the foot or the preamble names
 * another.
 */
function bodyElsewhere(report: ReportProse, text: string): string | null {
  const above = bodyAbove(report);
  const foot = bodyAtFoot(text.slice(-FOOT_LENGTH));
  const named = [
    above, foot, WRITTEN_BY.exec(report.text)?.[1].normalize('NFKC') ?? null,
  ].filter((name) => name !== null && !OF_ANY_PLACE.test(name));
  return named.every((name) => name === named[0]) ? above ?? foot : null;
}

/** A title that begins with the year has the body's name in the line above. */
function bodyAbove({ titles, lines }: ReportProse): string | null {
  const at = lines.findIndex(({ start }) => start >= titles[0].start);
  return at > 0 ? organIn(lines[at - 1].line) : null;
}

function bodyAtFoot(foot: string): string | null {
  const { lines } = new Passage(foot);
  for (let i = lines.length - 1; i > Math.max(0, lines.length - FOOT_LINES); i--) {
    if (dateAlone(lines[i].text) !== null) { return organIn(lines[i - 1]); }
  }
  return null;
}

const ORGAN = /(?:局|府|厅|委|会|院|办|处|部|队|所|室|心|道|镇|乡|站|社|校|学|馆|行|署|台)$/;

function organIn({ text }: ProseLine): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(MARKS_BEFORE, '');
  return ORGAN.test(plain) ? asName(plain) : null;
}
