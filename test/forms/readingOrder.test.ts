/** Tables whose cells run down their columns, as the text of a PDF may have them: read as no table, and said to be unread. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { knownReport } from '../harness/knownReport';

const { text } = knownReport('paragraph-cells');
const FIGURE = /^\d+$/;

/** The report with all figures of the requests from one row on behind the labels of these rows. */
function figuresBehindLabels(from: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf('四、政府信息公开行政复议');
  const paragraphs = text.slice(start, end).trim().split('\n\n');
  const moved = [...paragraphs.filter((one) => !FIGURE.test(one)), ...paragraphs.filter((one) => FIGURE.test(one))];
  return `${text.slice(0, start)}${moved.join('\n\n')}\n\n${text.slice(end)}`;
}

describe('figures on end', () => {
  it('are more than the rows of the form can hold: no table, which is said', () => {
    const { tables, findings } = analyze(figuresBehindLabels('（三）不予公开'));
    expect(tables.map(({ table }) => table.form?.id)).toEqual(['disclosure', 'reviews']);
    expect(findings.map(({ rule }) => rule)).toEqual(['unread-table']);
  });

  it('of two rows, between which a label was lost, are read', () => {
    const { tables } = analyze(figuresBehindLabels('（七）总计'));
    expect(tables.map(({ table }) => table.form?.id)).toEqual(['disclosure', 'requests', 'reviews']);
  });
});
