/** Section six of a report about 2021 or later says nothing about 信息处理费. */
import type { ProseLine } from '../prose/passage';
import type { PlacedLine } from '../prose/report';
import { message } from '../messages';
import { FEES_FROM } from './shared/fees';
import { documentRule } from './rule';
import { sectionAt, sectionsDue } from './shared/sections';

const OTHER_MATTERS = 6;
const FEE = /处理费|處理費/;
/** Not 收费项目, 收费标准, 收费公示. */
const NO_LIST = '(?![目项項清标標信政依公])';
/** In other words: 未收取任何费用, 依申请公开未收费, 没有发生政府信息公开收费情况. */
const CHARGED = new RegExp([
  `(?:收取|减免|減免)[^。；;]{0,20}[费費]${NO_LIST}`,
  `(?:信息公[开開]|[依向][^。；;，,]{0,4}申[请請])[^。；;，,]{0,16}(?:收[费費]${NO_LIST}|[费費]用)`,
].join('|'));
const STATEMENT = '本年度未收取信息处理费。';

export const feeStatement = documentRule<{ readonly line: PlacedLine | null }>({
  id: 'fee-statement',
  level: 'information',
  *find(context) {
    const { report } = context;
    const section = sectionAt(sectionsDue(context), OTHER_MATTERS);
    if (section === undefined || report.year === null || report.year < FEES_FROM) { return; }
    if (report.passages.some(({ passage }) => FEE.test(passage.plain) || passage.lines.some(saysWhatWasCharged))) { return; }
    if (section.runIn) { yield { rule: 'fee-statement', span: section.titleSpan, facts: { line: null } }; return; }
    const line = report.lines.find(({ start }) => start >= section.body.start && start < section.body.end);
    if (line) { yield { rule: 'fee-statement', span: line, facts: { line } }; }
  },
  explain: () => message('fee-statement'),
  *repairs({ facts: { line } }) {
    if (line === null) { return; }
    yield {
      title: message('fee-statement.repair', { text: STATEMENT }), kind: 'review', preferred: false,
      changes: [{ kind: 'replaceText', span: { start: line.start, end: line.start }, text: STATEMENT }],
    };
  },
});

function saysWhatWasCharged({ text, tabular }: ProseLine): boolean {
  return !tabular && (text.includes('费') || text.includes('費')) && CHARGED.test(text);
}
