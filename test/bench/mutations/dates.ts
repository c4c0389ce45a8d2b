/** Faults in years, dates, the period and the statement of fees. */
import { pick } from '../../harness/random';
import { planted } from './draft';
import type { Fault } from './fault';
import { headingsOf, inProseAt, textFault, type Edit, type Subject } from './text';

const PERIOD = /(20\d\d)年1月1日(?:起)?(至|到)(20\d\d年)?12月31日/;

/** A sentence that names the period, where the report has none. */
function withPeriod({ text, year }: Subject): Edit[] {
  if (PERIOD.test(text)) { return []; }
  const { start } = headingsOf(text)[0];
  return [{ start, end: start, text: `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。\n\n` }];
}

function otherPeriod(found: RegExp, other: readonly string[]) {
  return ({ text, random }: Subject): Edit[] => {
    const period = PERIOD.exec(text)!;
    const part = found.exec(period[0])!;
    const start = period.index + part.index;
    return [{ start, end: start + part[0].length, text: planted(pick(random, other)) }];
  };
}

/** The year of the first title. */
function otherTitleYear(by: number) {
  return ({ text, year }: Subject): Edit[] => {
    const at = text.indexOf(String(year));
    return [{ start: at, end: at + 4, text: planted(String(year + by)) }];
  };
}

/** The year of the sentence that reports the requests. */
function otherYearOfRequests(by: number) {
  return ({ text, year }: Subject): Edit[] | null => {
    const [found] = inProseAt(text, new RegExp(`${year}(?= ?年[^\\n。]{0,20}(?:受理|收到)[^\\n。]{0,6}依申请公开)`, 'g'));
    return found ? [{ start: found.index, end: found.index + 4, text: planted(String(year + by)) }] : null;
  };
}

const SIGNED = /(20\d\d)( ?年 ?)1( ?月 ?\d+ ?日)\s*$/m;

/** A date under the report, in January of the next year. */
function withSignature({ text, year }: Subject): Edit[] {
  const signed = SIGNED.exec(text);
  return signed ? [{ start: signed.index, end: signed.index + 4, text: String(year + 1) }]
    : [{ start: text.length, end: text.length, text: `\n${year + 1}年1月20日\n` }];
}

function otherSignature(change: (year: number, month: string) => string) {
  return ({ text, year }: Subject): Edit[] => {
    const [whole, , mark] = SIGNED.exec(text)!;
    const start = text.indexOf(whole);
    return [{ start, end: start + 4 + mark.length + 1, text: planted(change(year, mark)) }];
  };
}

const STATEMENT = '本年度未收取信息处理费。';

function withFee({ text, year }: Subject): Edit[] | null {
  if (year < 2021) { return null; }
  if (text.includes('处理费')) { return []; }
  const heading = headingsOf(text).at(-1)!;
  const body = /^\s*/.exec(text.slice(heading.end))![0].length;
  return [{ start: heading.end + body, end: heading.end + body, text: STATEMENT }];
}

function withoutFee({ text }: Subject): Edit[] {
  const [found] = inProseAt(text, /(?:本年度未收取信息处理费。|本年度本机关未收取信息公开处理费,)([^\n]*)/g);
  return [{ start: found.index, end: found.index + found[0].length, text: planted(found[1]) }];
}

export const DATE_FAULTS: readonly Fault[] = [
  textFault('period-incomplete', 'ends early', otherPeriod(/12月31日/, ['11月30日', '12月30日', '6月30日', '12月3日']), { prepare: withPeriod }),
  textFault('period-incomplete', 'begins late', otherPeriod(/1月1日/, ['2月1日', '1月10日', '4月1日']), { prepare: withPeriod }),
  textFault(
    'report-year-mismatch', 'last year’s year in the title', otherTitleYear(-1), { prepare: withPeriod, brings: ['fee-statement'] },
  ),
  textFault('report-year-mismatch', 'next year’s year in the title', otherTitleYear(1), { prepare: withPeriod, brings: ['fee-statement'] }),
  textFault('report-year-mismatch', 'another year in the sentence about requests', otherYearOfRequests(-1)),
  textFault(
    'signature-date', 'last year’s year under the report', otherSignature((year, mark) => `${year}${mark}1`), { prepare: withSignature },
  ),
  textFault(
    'signature-late', 'signed in summer', otherSignature((year, mark) => `${year + 1}${mark}6`),
    { prepare: withSignature, rules: { 'signature-late': 'information' } },
  ),
  textFault('fee-statement', 'nothing about fees', withoutFee, { prepare: withFee }),
];
