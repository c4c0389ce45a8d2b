/** A heading at the level of sections that the form does not have: a section kept from an earlier form, or a home-made one. */
import { message } from '../messages';
import { documentRule } from './rule';
import { sectionsDue } from './shared/sections';

export const unknownSection = documentRule<{ readonly title: string }>({
  id: 'unknown-section',
  level: 'information',
  *find(context) {
    for (const section of sectionsDue(context)) {
      if (section.official > 0) { continue; }
      yield { rule: 'unknown-section', span: section.titleSpan, facts: { title: section.title } };
    }
  },
  explain: ({ facts }) => message('unknown-section', { title: facts.title }),
});
