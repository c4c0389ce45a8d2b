/**
 * Words that say where the tables of a text are, when they are not in it: in an annex, a picture, another file; or that belong to a
 * table which was not recognised. Invariant: the words of the tables that were read do not count.
 */
import type { DocumentContext } from '../rule';
import { spanOf } from './reportTables';

const POINTERS = '附件|附表|详见|见附|如图|[见如][上下左右]图|[图表]略|[\\[【（(](?:图片|图\\d*|image)[\\]】）)]|!\\[|<img';
const WORDS_OF_TABLES = '本年制发件数|本年新制作数量|本年处理决定数量|行政事业性收费|自然人|商业企业|结转下年度|尚未审结|结果纠正|未经复议直接起诉';
const POINTER = new RegExp(POINTERS);
/** Headers that stand in scraps, one below or beside the other. */
const WORDS_CUT = new RegExp(`${WORDS_OF_TABLES}|结果结果|维持纠正`);
/** Five figures on end, behind a label at most. */
const ROW_OF_FIGURES = /^[^。\n]{0,80}?(?<!\d)\d+(?:[\s|]+\d+){4}[\d\s|]{0,400}$/m;
const OTHER_FILES = '附后|后附|另附|随附|\\.xlsx?|<iframe|<object|<embed';
/** Sentences use the words of tables too: there they count only in a short line without a full stop. */
const inShortLine = (words: string): string => `(?:^|>)[^。<>\\n]{0,60}(${words})[^。<>\\n]{0,60}(?:$|<)`;
const ELSEWHERE_IN_REPORT = new RegExp(`${POINTERS}|${OTHER_FILES}|${inShortLine(WORDS_OF_TABLES)}`, 'm');
/** What is left of the labels of the requests where no applicant is named. */
const WORDS_IN_SHORT_LINES = new RegExp(inShortLine(`${WORDS_OF_TABLES}|上年结转政府信息公开申请数量`), 'gm');

/** What cuts words where the cells of a table are narrow. */
const CUTS = /[\s|+]+/g;

/** Whether the text of a section that has no table says where it is, or holds words or figures of one that was not recognised. */
export function saysWhere(text: string): boolean {
  return POINTER.test(text) || ROW_OF_FIGURES.test(text) || WORDS_CUT.test(text.replace(CUTS, ''));
}

/** Whether the text of a section holds a table that was not recognised, and does not say that it stands elsewhere. */
export function holdsUnread(text: string): boolean {
  if (POINTER.test(text)) { return false; }
  return ROW_OF_FIGURES.test(text) || new Set(Array.from(text.matchAll(WORDS_IN_SHORT_LINES), ([, word]) => word)).size > 1;
}

/** Whether a report, below its first heading, speaks of tables that stand elsewhere. */
export function pointsElsewhere({ text, report, tables }: DocumentContext): boolean {
  let from = report.sections[0].start;
  for (const table of tables) {
    const { start, end } = spanOf(table);
    if (ELSEWHERE_IN_REPORT.test(text.slice(from, start))) { return true; }
    from = Math.max(from, end);
  }
  return ELSEWHERE_IN_REPORT.test(text.slice(from, report.within.end));
}
