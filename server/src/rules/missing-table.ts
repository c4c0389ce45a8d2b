/** Section two, three or four without its table. A table in an annex or a picture, or one that could not be read, is let be. */
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { hasTableOf } from './shared/reportTables';
import { documentRule, type DocumentContext } from './rule';
import { endOfLast } from './shared/placeBelow';
import { sectionsDue, tableDue, WITH_TABLE } from './shared/sections';
import { saysWhere } from './shared/tablesElsewhere';

export const missingTable = documentRule<{ readonly section: Section }>({
  id: 'missing-table',
  level: 'error',
  *find(context) {
    for (const section of sectionsDue(context)) {
      if (!WITH_TABLE.has(section.official) || hasTable(context, section)) { continue; }
      if (saysWhere(context.text.slice(section.body.start, section.body.end))) { continue; }
      yield { rule: 'missing-table', span: section.titleSpan, facts: { section } };
    }
  },
  explain: ({ facts: { section } }) => message('missing-table', { title: section.title }),
  *repairs({ facts: { section } }, context) {
    const table = tableDue(context, section.official);
    const at = endOfLast(context.text, { start: section.start, end: section.body.end });
    if (table === null || at === null) { return; }
    yield {
      title: message('missing-table.repair', { title: section.title }), kind: 'review', preferred: true,
      changes: [{ kind: 'insertTable', at, lead: '', table }],
    };
  },
});

/** Its own anywhere, or any table under it, be it one that was not recognised. */
function hasTable(context: DocumentContext, { official, body }: Section): boolean {
  const { passages } = context.report;
  return hasTableOf(context, official) || passages.some(({ start, passage }, i) => {
    const end = start + passage.text.length;
    return end >= body.start && end < body.end && i + 1 < passages.length;
  });
}
