/** Section two, three or four holds its table, but no layout could read it: its figures are not checked, and that is said. */
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { documentRule } from './rule';
import { hasTableOf, spanOf } from './shared/reportTables';
import { sectionsDue, WITH_TABLE } from './shared/sections';
import { holdsUnread } from './shared/tablesElsewhere';

export const unreadTable = documentRule<{ readonly section: Section }>({
  id: 'unread-table',
  level: 'information',
  *find(context) {
    const { text, tables } = context;
    for (const section of sectionsDue(context)) {
      const { official, body } = section;
      const starts = tables.map((table) => spanOf(table).start);
      const holdsTable = starts.some((start) => start >= body.start && start < body.end);
      if (!WITH_TABLE.has(official) || holdsTable || hasTableOf(context, official)) { continue; }
      if (!holdsUnread(text.slice(body.start, body.end))) { continue; }
      yield { rule: 'unread-table', span: section.titleSpan, facts: { section } };
    }
  },
  explain: ({ facts: { section } }) => message('unread-table', { title: section.title }),
});
