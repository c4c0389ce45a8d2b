/** Section two, three or four holds its table, but no layout could read it: its figures are not checked, and that is said. */
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { documentRule } from './rule';
import { sectionOfTable, spanOf } from './shared/reportTables';
import { sectionsDue, WITH_TABLE } from './shared/sections';
import { holdsUnread } from './shared/tablesElsewhere';

export const unreadTable = documentRule<{ readonly section: Section }>({
  id: 'unread-table',
  level: 'information',
  *find(context) {
    const { text, tables } = context;
    for (const section of sectionsDue(context)) {
      const { official, body } = section;
      const isRead = tables.some((table) => {
        const { start } = spanOf(table);
        return sectionOfTable(table.context.form) === official || (start >= body.start && start < body.end);
      });
      if (!WITH_TABLE.has(official) || isRead || !holdsUnread(text.slice(body.start, body.end))) { continue; }
      yield { rule: 'unread-table', span: section.titleSpan, facts: { section } };
    }
  },
  explain: ({ facts: { section } }) => message('unread-table', { title: section.title }),
});
