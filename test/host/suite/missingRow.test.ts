// A row that was deleted is put back by its quick fix, in every layout, byte for byte.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { analyze } from '../../../server/src/analysis/analyze';
import { editsOf } from '../../../server/src/analysis/mend';
import { builtInForms } from '../../../server/src/forms';
import { LAYOUTS, type RenderedLayout } from '../../harness/grid';
import { renderReport } from '../../harness/renderReport';
import { closeAllEditors, codeActions, goujiDiagnostics, waitFor } from './workbench';

const form = builtInForms().find(({ id }) => id === 'report-2021')!;
const LABEL = '3.要求提供公开出版物';

function blankReport(layout: RenderedLayout): string {
  return renderReport(form.tables, new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill('0')])), 2021, layout);
}

/** The report without the row of that label. */
function withoutRow(text: string): string {
  const table = analyze(text).tables.find(({ table: { form: of } }) => of?.id === 'requests')!;
  const row = table.table.rows.find(({ label }) => label[0]?.content.text === LABEL)!;
  const own = text.slice(table.start, table.start + table.table.reading.span.end);
  return editsOf({ changes: [{ kind: 'deleteRow', cells: row.cells }] }, own, table.table.reading)!
    .reduceRight((out, edit) => out.slice(0, table.start + edit.start) + edit.newText + out.slice(table.start + edit.end), text);
}

describe('a missing row', () => {
  afterEach(closeAllEditors);
  for (const layout of LAYOUTS) {
    it(`is put back by its quick fix: ${layout}`, async () => {
      const whole = blankReport(layout);
      const cut = withoutRow(whole);
      assert.ok(cut.length < whole.length && !cut.includes(LABEL), 'the row is gone');
      const document = await vscode.workspace.openTextDocument({ language: layout === 'html' ? 'html' : 'plaintext', content: cut });
      await vscode.window.showTextDocument(document);
      const finding = await waitFor('the missing row', () => goujiDiagnostics(document.uri)
        .find(({ code }) => (typeof code === 'object' ? code.value : code) === 'missing-row'));
      assert.ok(finding.message.includes('要求提供公开出版物'), finding.message);
      const fix = await waitFor(
        'its repair', async () => (await codeActions(document.uri, finding.range)).find(({ edit, isPreferred }) => edit && isPreferred),
      );
      await vscode.workspace.applyEdit(fix.edit!);
      assert.strictEqual(document.getText(), whole);
      await waitFor('the finding to go', () => goujiDiagnostics(document.uri).length === 0);
    });
  }
});
