/** A section heading behind blanks where the others are not. */
import { message } from '../messages';
import { documentRule } from './rule';
import { sectionsDue } from './shared/sections';

export const indentedHeading = documentRule<{ readonly title: string }>({
  id: 'indented-heading',
  level: 'off',
  *find(context) {
    const sections = sectionsDue(context);
    const indented = sections.filter((section) => section.indented);
    if (indented.length * 2 > sections.length) { return; }
    for (const section of indented) {
      yield { rule: 'indented-heading', span: section, facts: { title: section.title }, level: 'hint' };
    }
  },
  explain: ({ facts: { title } }) => message('indented-heading', { title }),
  *repairs({ span }, { text }) {
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    if (text.slice(start, span.start).trim() !== '') { return; }
    yield {
      title: message('indented-heading.repair'), kind: 'safe', preferred: true,
      changes: [{ kind: 'replaceText', span: { start, end: span.start }, text: '' }],
    };
  },
});
