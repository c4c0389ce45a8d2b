/**
 * What documents say of the exceptions a settings file has for them. Invariant: it is told at the lines the file has now; a document
 * that is closed says nothing any more.
 */
import type { AnalysedFinding, Analysis } from '../analysis/analysis';
import { exceptionFindings } from '../analysis/settingsAnalysis';
import { nameOf } from './documentSettings';
import type { SettingsFileInForce } from './settingsFiles';

type Judged = Analysis['exceptions'];

export class ExceptionLines {
  private readonly byDocument = new Map<string, { readonly settingsFile: string; readonly judged: Judged }>();

  has(uri: string): boolean { return this.byDocument.has(uri); }

  set(uri: string, settingsFile: string, judged: Judged): void { this.byDocument.set(uri, { settingsFile, judged }); }

  /** @returns the settings file that is to be told anew, '' where none is */
  forget(uri: string): string {
    const settingsFile = this.byDocument.get(uri)?.settingsFile ?? '';
    this.byDocument.delete(uri);
    return settingsFile;
  }

  /** Two that are equal are told alike. */
  stateOf(file: SettingsFileInForce): string { return JSON.stringify(this.findingsIn(file).map(({ id, message }) => [id, message])); }

  /** In the order of the file. */
  findingsIn({ uri: settingsFile, analysis: { file } }: SettingsFileInForce): AnalysedFinding[] {
    const findings: AnalysedFinding[] = [];
    for (const [uri, one] of this.byDocument) {
      if (one.settingsFile === settingsFile) { findings.push(...exceptionFindings(file, nameOf(settingsFile, uri), one.judged)); }
    }
    return findings.sort((a, b) => a.span.start - b.span.start);
  }
}
