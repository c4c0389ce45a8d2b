/**
 * Answers where and how an exception is recorded. Invariant: the edit is of the version that was asked about, or it is refused with
 * the reason; a settings file is made beside the report only where none is in force.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis';
import { commentEdit, hasComments, settingsEdit } from '../features/exceptionEdit';
import { positionsOf } from '../features/position';
import { message, say } from '../messages';
import type { Message } from '../model/message';
import type { TextEdit } from '../model/repair';
import { EXCEPTION_REQUEST, type ExceptionAnswer, type ExceptionEdit, type ExceptionParams } from '../protocol/exceptions';
import { SETTINGS_FILE, settingsFilesOf } from '../settings/lookup';
import { Lines } from '../text/lines';
import { answerSafely } from './cancelled';
import { nameOf } from './documentSettings';
import type { Host } from './host';
import type { SettingsFiles } from './settingsFiles';

export interface ExceptionHost extends Host {
  readonly files: SettingsFiles;
  documentOf(uri: string): TextDocument | undefined;
}

export function answerExceptions({ connection, analyses, files, documentOf, language, report }: ExceptionHost): void {
  connection.onRequest(EXCEPTION_REQUEST, (params: ExceptionParams, token: CancellationToken) => answerSafely<ExceptionAnswer | null>(
    token, () => answer(params), () => null, report,
  ));

  async function answer({ uri, version, finding: id, reason }: ExceptionParams): Promise<ExceptionAnswer> {
    const { version: current, analysis } = await analyses.of(uri);
    const finding = analysis.findings.find((one) => one.id === id);
    const document = documentOf(uri);
    if (current !== version || finding === undefined || document === undefined) { return refused(message('edit.outdated')); }
    if (hasComments(document.languageId)) {
      return editOf(uri, version, false, analysis, commentEdit(analysis, finding, reason, document.languageId, language()));
    }
    const file = await files.of(uri);
    const [beside] = uri.startsWith('untitled:') ? [] : settingsFilesOf(uri, null);
    const target = file?.uri ?? beside;
    if (target === undefined) { return refused(message('except.nowhere')); }
    const text = file?.analysis.text ?? '';
    const edit = settingsEdit(analysis, finding, reason, text, nameOf(target, uri));
    return edit === null
      ? refused(message('except.broken', { file: SETTINGS_FILE }))
      : editOf(target, file?.version ?? null, file === null, file?.analysis ?? { lines: Lines.of('') }, edit);
  }

  function editOf(uri: string, version: number | null, isNew: boolean, of: Pick<Analysis, 'lines'>, edit: TextEdit): ExceptionEdit {
    return { uri, version, isNew, edits: [{ range: positionsOf(of).range(edit), newText: edit.newText }] };
  }

  function refused(reason: Message): ExceptionAnswer {
    return { refused: say(reason, language()) };
  }
}
