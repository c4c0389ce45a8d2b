/**
 * Answers what the summary panel asks. Invariant: an edit, a preview or a record is of the version that was asked about, or it is
 * refused; what fails is answered with null.
 */
import type { CancellationToken } from 'vscode-languageserver';
import { cellEdit, refusal, repairEdits, repairPreviews } from '../features/cellEdit';
import { reviewRecord } from '../features/record';
import { recordHtml, recordMarkdown } from '../features/recordText';
import { summaryOf } from '../features/summary';
import {
  CELL_EDIT_REQUEST, PREVIEW_REQUEST, RECORD_REQUEST, REPAIR_REQUEST, SUMMARY_REQUEST,
  type CellEditAnswer, type CellEditParams, type PreviewAnswer, type PreviewParams, type RecordAnswer, type RecordParams,
  type RepairAnswer, type RepairParams, type Summary, type SummaryParams,
} from '../protocol/summary';
import type { Checked } from './analyses';
import { answerSafely } from './cancelled';
import type { Host } from './host';

export interface PanelHost extends Host {
  /** Of this server. */
  readonly version: string;
}

export function answerPanel({ connection, analyses, version, language, report }: PanelHost): void {
  on<SummaryParams, Summary>(SUMMARY_REQUEST, ({ uri, version: current, analysis }, { table }) =>
    summaryOf(uri, current, analysis, table, language()));
  on<CellEditParams, CellEditAnswer>(CELL_EDIT_REQUEST, (checked, { version: asked, table, cell, text }) =>
    (checked.version === asked ? cellEdit(checked.analysis, table, cell, text, language()) : stale()));
  on<RepairParams, RepairAnswer>(REPAIR_REQUEST, (checked, { version: asked, ...repair }) =>
    (checked.version === asked ? repairEdits(checked.analysis, repair, language()) : stale()));
  on<PreviewParams, PreviewAnswer>(PREVIEW_REQUEST, (checked, { uri, version: asked, findings }) =>
    ({ uri, version: asked, previews: checked.version === asked ? repairPreviews(checked.analysis, findings) : [] }));
  on<RecordParams, RecordAnswer>(RECORD_REQUEST, (checked, { version: asked, ...file }) => {
    if (checked.version !== asked) { return stale(); }
    const record = reviewRecord(checked.analysis, { ...file, version }, language());
    return { markdown: recordMarkdown(record), html: recordHtml(record, language()) };
  });

  function on<Params extends { readonly uri: string }, Answer>(method: string, answer: (checked: Checked, params: Params) => Answer): void {
    connection.onRequest(method, (params: Params, token: CancellationToken) => answerSafely<Answer | null>(
      token, async () => answer(await analyses.of(params.uri), params), () => null, report,
    ));
  }

  function stale(): { readonly refused: string } {
    return refusal('edit.outdated', language());
  }
}
