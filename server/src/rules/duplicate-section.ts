/** The same official section twice. */
import { SECTION_TITLES } from '../prose/sectionTitles';
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { documentRule } from './rule';
import { sectionsDue } from './shared/sections';

export const duplicateSection = documentRule<{ readonly official: number }>({
  id: 'duplicate-section',
  level: 'warning',
  *find(context) {
    const first = new Map<number, Section>();
    for (const section of sectionsDue(context)) {
      const before = first.get(section.official);
      if (section.official === 0) { continue; }
      if (before === undefined) { first.set(section.official, section); continue; }
      yield {
        rule: 'duplicate-section', span: section, facts: { official: section.official },
        related: [{ span: before, message: message('section.here', { title: before.title }) }],
      };
    }
  },
  explain: ({ facts }) => message('duplicate-section', { title: SECTION_TITLES[facts.official - 1] }),
});
