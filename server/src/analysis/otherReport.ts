/**
 * Reads a report for the sake of next year's. Invariant: pure; null for a text that does not say whose report it is and about
 * which year, for a draft, and where the tables leave nothing to compare; a table that stands twice counts for nothing.
 */
import type { FormTable } from '../model/form';
import { figureKey, type OtherFigure, type OtherReport } from '../model/otherReport';
import { unescaped } from '../model/uri';
import { identityOf, isDraft } from '../prose/identity';
import { figureAt } from '../equations/problem';
import { COMPARED_NEXT_YEAR } from '../rules/shared/lastYear';
import { shifted } from '../text/span';
import { analyze } from './analyze';
import type { AnalysedTable } from './analysis';

export { identityOf };

/**
 * @param source where it stands: a URI, or a path as shown
 * @param language as for `analyze`
 */
export function readOtherReport(text: string, source: string, language = ''): OtherReport | null {
  const identity = identityOf(text);
  if (identity === null || isDraft(text)) { return null; }
  const figures = new Map<string, OtherFigure>();
  const { tables, lines } = analyze(text, { language });
  for (const table of tables) {
    const form = table.table.form;
    if (form !== null && tables.every((other) => other === table || other.table.form?.id !== form.id)) { addFigures(figures, table, form); }
  }
  return figures.size === 0 ? null : { ...identity, source, name: nameOf(source), lines, figures };
}

function addFigures(figures: Map<string, OtherFigure>, { start, table, context }: AnalysedTable, form: FormTable): void {
  if (context === null) { return; }
  for (let place = 0; place < form.places; place++) {
    const key = figureKey(form, form.rowAt[place], form.columnAt[place]);
    if (!COMPARED_NEXT_YEAR.test(key)) { continue; }
    const figure = figureAt(context.problem, place);
    const cell = table.places[place];
    if (figure === null || cell === null) { continue; }
    figures.set(key, {
      value: figure.value, written: cell.content.text, span: shifted(cell, start),
      isDoubtful: form.equationsAt[place].some((number) => context.verdicts[number].state === 'broken'),
    });
  }
}

function nameOf(source: string): string {
  const name = source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  return source.includes('://') ? unescaped(name) : name;
}
