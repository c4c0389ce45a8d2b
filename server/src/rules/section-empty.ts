/** A heading with nothing under it; a table counts as something. */
import type { Section } from '../prose/outline';
import { lineEndOf } from '../text/lines';
import { message } from '../messages';
import { documentRule, type DocumentContext } from './rule';
import { sectionsDue } from './shared/sections';
import { FEES_FROM } from './shared/fees';

/** The sections that consist of text: 总体情况, 存在的主要问题及改进情况, 其他需要报告的事项. */
const OF_TEXT = new Set([1, 5, 6]);
const OTHER_MATTERS = 6;
const NONE_ONLY = /^(?:无|暂无|没有|无。|暂无。|没有。)$/;

interface Facts {
  readonly section: Section;
  /** The only word under it, '' where there is none. */
  readonly only: string;
}

export const sectionEmpty = documentRule<Facts>({
  id: 'section-empty',
  level: 'information',
  *find(context) {
    for (const section of sectionsDue(context)) {
      if (!OF_TEXT.has(section.official) || section.runIn) { continue; }
      const only = onlyLine(context, section);
      if (only !== null) { yield { rule: 'section-empty', span: section.titleSpan, facts: { section, only } }; }
    }
  },
  explain: ({ facts: { section, only } }) => (only === ''
    ? message('section-empty', { title: section.title })
    : message('section-empty.none', { title: section.title, only })),
  *repairs({ facts: { section } }, { text: own, report }) {
    if (section.official !== OTHER_MATTERS) { return; }
    const text = report.year !== null && report.year >= FEES_FROM ? '本年度未收取信息处理费，无其他需要报告的事项。' : '本年度无其他需要报告的事项。';
    yield {
      title: message('section-empty.repair', { text }), kind: 'review', preferred: false,
      changes: [{ kind: 'replaceText', span: { start: section.end, end: section.end }, text: lineEndOf(own) + text }],
    };
  },
});

/** '' for an empty section, its word where that says only that there is nothing (section five), null where it has content. */
function onlyLine({ report, tables }: DocumentContext, section: Section): string | null {
  const { body } = section;
  let only = '';
  for (const { start, line } of report.lines) {
    if (start < body.start || start >= body.end) { continue; }
    if (only !== '' || section.official !== 5 || !NONE_ONLY.test(line.text)) { return null; }
    only = line.text;
  }
  return tables.some((table) => table.start + table.context.table.span.start >= body.start
    && table.start + table.context.table.span.start < body.end) ? null : only;
}
