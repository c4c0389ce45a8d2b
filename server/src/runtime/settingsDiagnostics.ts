/**
 * What is wrong in settings files, told at their lines: their own mistakes, and exceptions that cover nothing in an open document.
 * Invariant: it is always sent, whether the client asks for diagnostics or not: a file that nobody has opened has mistakes too.
 */
import type { Analysis } from '../analysis/analysis';
import type { Diagnostics } from './diagnostics';
import { ExceptionLines } from './exceptionLines';
import type { SettingsFileInForce, SettingsFiles } from './settingsFiles';

export class SettingsDiagnostics {
  private readonly lines = new ExceptionLines();

  constructor(private readonly files: SettingsFiles, private readonly diagnostics: Diagnostics) {}

  tell(file: SettingsFileInForce): void {
    const { uri, version, analysis } = file;
    const findings = [...analysis.findings, ...this.lines.findingsIn(file)];
    this.diagnostics.send(uri, version, this.diagnostics.of({ uri, version, analysis: { ...analysis, findings } }));
  }

  /** The file itself is gone, or closed. */
  clear(uri: string): void {
    this.files.forget(uri);
    this.diagnostics.clear(uri);
  }

  /** A document was checked: exceptions that its settings file has for it may cover nothing in it. */
  async documentChecked(uri: string, exceptions: Analysis['exceptions']): Promise<void> {
    const isConcerned = exceptions.some(({ span }) => span === null);
    if (!isConcerned && !this.lines.has(uri)) { return; }
    const file = await this.files.of(uri);
    const before = file && this.lines.stateOf(file);
    this.lines.forget(uri);
    if (file === null) { return; }
    if (isConcerned) { this.lines.set(uri, file.uri, exceptions); }
    if (this.lines.stateOf(file) !== before) { this.tell(file); }
  }

  documentClosed(uri: string): void {
    const file = this.files.known(this.lines.forget(uri));
    if (file !== undefined) { this.tell(file); }
  }
}
