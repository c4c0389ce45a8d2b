/** The preamble says how many parts the report has (由…等七个部分组成), and the headings are not as many. */
import { preambleList, type PreambleList } from './shared/preambleList';
import { SECTION_TITLES } from '../prose/sectionTitles';
import { message } from '../messages';
import { writeChineseNumeral } from '../text/numerals';
import { documentRule } from './rule';
import { sectionAt, sectionsDue } from './shared/sections';

interface Facts {
  readonly list: PreambleList;
  readonly found: number;
}

export const sectionCountMismatch = documentRule<Facts>({
  id: 'section-count-mismatch',
  level: 'warning',
  *find(context) {
    const sections = sectionsDue(context);
    const list = sections.length === 0 ? null : preambleList(context.report);
    if (list === null || list.said < 1 || list.titles.length === 1) { return; }
    const missing = SECTION_TITLES.filter((_, i) => sectionAt(sections, i + 1) === undefined).length;
    if (list.said === sections.length || list.said === sections.length + missing) { return; }
    yield {
      rule: 'section-count-mismatch', span: list.numeral, facts: { list, found: sections.length },
      related: sections.map((section) => ({ span: section.titleSpan, message: message('section.here', { title: section.title }) })),
    };
  },
  explain: ({ facts: { list, found } }) => message(
    'section-count-mismatch', { said: list.said, found, difference: Math.abs(list.said - found) },
  ),
  *repairs({ facts: { list, found } }, { text }) {
    const { start, end } = list.numeral;
    const want = /^\d/.test(text.slice(start, end).normalize('NFKC')) ? String(found) : writeChineseNumeral(found);
    yield {
      title: message('section-count-mismatch.repair', { want }), kind: 'review', preferred: true,
      changes: [{ kind: 'replaceText', span: list.numeral, text: want }],
    };
  },
});
