/** A section that stands before one which the form puts before it. */
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { documentRule } from './rule';
import { outOfOrder, sectionsDue } from './shared/sections';

export const sectionOutOfOrder = documentRule<{ readonly section: Section; readonly beside: Section; readonly isLate: boolean }>({
  id: 'section-out-of-order',
  level: 'warning',
  *find(context) {
    const sections = sectionsDue(context);
    for (const section of outOfOrder(sections)) {
      const wrong = (other: Section): boolean => other.official > 0
        && (other.start < section.start) !== (other.official < section.official) && other.official !== section.official;
      const beside = sections.find(wrong)!;
      yield {
        rule: 'section-out-of-order', span: section, facts: { section, beside, isLate: beside.start < section.start },
        related: [{ span: beside, message: message('section.here', { title: beside.title }) }],
      };
    }
  },
  explain: ({ facts: { section, beside, isLate } }) => message(
    'section-out-of-order', isLate ? { a: beside.title, b: section.title } : { a: section.title, b: beside.title },
  ),
});
