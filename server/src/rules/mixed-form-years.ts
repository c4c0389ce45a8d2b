/** Tables of a form that is not for the report's year, or one table of another form than the rest. */
import type { Form } from '../model/form';
import { CLOSE_CALL } from '../model/table';
import { message } from '../messages';
import { standsApart } from './shared/charactersApart';
import { headOf, sectionOfTable, spanOf } from './shared/reportTables';
import { documentRule, type DocumentContext, type PlacedTable } from './rule';
import { sectionsDue } from './shared/sections';

interface Facts {
  readonly form: Form;
  /** The form of the others; null where the whole report is of the wrong one. */
  readonly other: Form | null;
  readonly year: number;
}

export const mixedFormYears = documentRule<Facts>({
  id: 'mixed-form-years',
  level: 'warning',
  *find(context) {
    const { form, tables, report } = context;
    if (form === null || tables.length === 0 || standsApart(report)) { return; }
    const { year } = report;
    if (year !== null && isOutside(form, year) && (report.period === null || isOutside(form, report.period.from.year))) {
      const first = tables.find((table) => table.context.form.form === form)!;
      yield { rule: 'mixed-form-years', span: headOf(first), facts: { form, other: null, year } };
    }
    for (const table of tables) {
      if (table.context.form.form === form || table.context.table.margin < CLOSE_CALL || isInUnknownSection(context, table)) { continue; }
      yield {
        rule: 'mixed-form-years', span: headOf(table), facts: { form: table.context.form.form, other: form, year: year ?? 0 },
        level: 'information',
      };
    }
  },
  explain: ({ facts: { form, other, year } }) => (other === null
    ? message(
      'mixed-form-years.year',
      { form: form.title, year, years: form.lastYear >= OPEN_END ? `${form.firstYear}–` : `${form.firstYear}–${form.lastYear}` },
    )
    : message('mixed-form-years.table', { form: form.title, other: other.title })),
});

/** Forms that are still in use have a last year far ahead. */
const OPEN_END = 9999;

function isOutside(form: Form, year: number): boolean {
  return year < form.firstYear || year > form.lastYear;
}

/** A section that the form does not have is reported as such; where no sections are known, a table that has none may stand in one. */
function isInUnknownSection(context: DocumentContext, table: PlacedTable): boolean {
  const { start } = spanOf(table);
  const sections = sectionsDue(context);
  if (sections.length === 0) { return sectionOfTable(table.context.form) === 0; }
  return sections.some(({ official, body }) => official === 0 && body.start <= start && start < body.end);
}
