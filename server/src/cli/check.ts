/**
 * `gouji check`: findings, and what was and was not checked. Invariant: text and JSON say the same, from the same reports as the
 * editor's diagnostics.
 */
import { version } from '../../../package.json';
import { analyze, languageOfFile } from '../analysis/analyze';
import { SETTINGS_RULE } from '../analysis/settingsAnalysis';
import { failuresOf, reportDocument } from '../features/report';
import type { Language } from '../messages';
import { SEVERITIES, type DocumentReport, type FindingCounts } from '../protocol/report';
import { FailureLog } from '../runtime/failureLog';
import { eachDocument } from './eachDocument';
import { Exit, type Io } from './io';
import type { CheckOptions } from './options';
import { OtherReports } from './otherReports';
import { RunSettings } from './settings';
import { Tally } from './summary';
import { summaryText, textOf } from './textReport';

export async function check(options: CheckOptions, language: Language, io: Io): Promise<number> {
  const isText = options.format === 'text';
  const documents: DocumentReport[] = [];
  const tally = new Tally();
  const failures = new FailureLog({ error: (text) => io.complain(`${text}\n`) });
  const settings = new RunSettings(options.paths, io.cwd);
  const others = new OtherReports(options.stdinFilename === undefined ? options.paths : null, io);
  const unreadable = await eachDocument(options, language, io, async (document) => {
    const { path, absolute, text } = document;
    const analysis = analyze(
      text, { settings: await settings.of(absolute), language: languageOfFile(path), others: await others.of(document) },
    );
    await settings.judged(absolute, analysis);
    for (const failure of failuresOf(analysis)) { failures.report(failure); }
    const report = reportDocument(path, analysis, language);
    tally.add(report);
    if (!isText) { documents.push(report); }
    return isText ? textOf(report, language) : '';
  });
  const files = settings.inForce().map(({ path, analysis }) => reportDocument(path, analysis, language));
  // What is said of exceptions is counted where the document says it.
  for (const { findings } of files) { tally.count(findings.filter(({ rule }) => rule === SETTINGS_RULE)); }
  const summary = tally.summary(unreadable);
  if (isText) { for (const file of files) { io.print(textOf(file, language)); } }
  io.print(isText ? summaryText(summary, language) : `${JSON.stringify({ version, documents, settings: files, summary }, null, 2)}\n`);
  if (unreadable.length > 0) { return Exit.trouble; }
  return fails(summary.findings, options.failOn) ? Exit.findings : Exit.clean;
}

function fails(counts: FindingCounts, failOn: CheckOptions['failOn']): boolean {
  return failOn !== 'never' && SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => counts[severity] > 0);
}
