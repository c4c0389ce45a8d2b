/**
 * The settings of each document of a run: from the nearest `.gouji.yaml` in its folder or above, up to the current folder or
 * the folder that was named. Invariant: each settings file is read once, and each that is in force is reported once.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_SETTINGS, settingsFor, type Settings } from '../analysis/settings';
import type { AnalysedFinding, Analysis } from '../analysis/analysis';
import { analyzeSettings, exceptionFindings, type SettingsAnalysis } from '../analysis/settingsAnalysis';
import { message } from '../messages';
import { nameIn, settingsFilesBelow } from '../settings/lookup';
import { isAbsent, reasonOf, Trouble } from './documents';
import { decode } from './readText';

export interface SettingsDocument {
  /** From the current folder where it is below it. */
  readonly path: string;
  readonly analysis: SettingsAnalysis;
}

export class RunSettings {
  /** The folders that were named, and the current one. */
  private readonly roots: readonly string[];
  private readonly files = new Map<string, Promise<SettingsDocument | null>>();
  private readonly used = new Set<SettingsDocument>();
  private readonly exceptionFindings = new Map<SettingsDocument, AnalysedFinding[]>();

  /** @param paths as named on the command line */
  constructor(paths: readonly string[], private readonly cwd: string) {
    this.roots = [cwd, ...paths.map((given) => path.resolve(cwd, given))].map(slashed);
  }

  /** @throws Trouble where a settings file cannot be read */
  async of(absolute: string): Promise<Settings> {
    const document = slashed(absolute);
    const found = await this.fileFor(document);
    if (found === null) { return DEFAULT_SETTINGS; }
    this.used.add(found.settings);
    return settingsFor(DEFAULT_SETTINGS, found.settings.analysis.file, nameIn(found.file, document));
  }

  /** Takes note of what a document, checked under these settings, says of the exceptions made for it. */
  async judged(absolute: string, { exceptions }: Analysis): Promise<void> {
    const document = slashed(absolute);
    const found = exceptions.some(({ span }) => span === null) ? await this.fileFor(document) : null;
    if (found === null) { return; }
    const { file, settings } = found;
    this.exceptionFindings.set(
      settings,
      [...this.exceptionFindings.get(settings) ?? [], ...exceptionFindings(settings.analysis.file, nameIn(file, document), exceptions)],
    );
  }

  /**
   * Settings files that were in force for some document, in the order in which they came up, and what documents say of their exceptions.
   */
  inForce(): SettingsDocument[] {
    return [...this.used].map((one) => {
      const findings = [...one.analysis.findings, ...this.exceptionFindings.get(one) ?? []].sort((a, b) => a.span.start - b.span.start);
      return { path: one.path, analysis: { ...one.analysis, findings } };
    });
  }

  private async fileFor(document: string): Promise<{ readonly file: string; readonly settings: SettingsDocument } | null> {
    for (const file of settingsFilesBelow(this.roots, document)) {
      const settings = await this.read(file);
      if (settings !== null) { return { file, settings }; }
    }
    return null;
  }

  private read(file: string): Promise<SettingsDocument | null> {
    let found = this.files.get(file);
    if (found === undefined) {
      found = this.open(file);
      this.files.set(file, found);
    }
    return found;
  }

  private async open(file: string): Promise<SettingsDocument | null> {
    const shown = path.relative(this.cwd, file) || file;
    let bytes: Uint8Array;
    try {
      bytes = await readFile(file);
    } catch (error) {
      if (isAbsent(error)) { return null; }
      throw new Trouble(shown, message('cli.unreadable', { path: shown, reason: reasonOf(error) }));
    }
    const decoded = decode(bytes);
    if (typeof decoded === 'string') { throw new Trouble(shown, message(`cli.${decoded}`, { path: shown })); }
    return { path: shown, analysis: analyzeSettings(decoded.text) };
  }
}

function slashed(absolute: string): string {
  return (path.sep === '/' ? absolute : absolute.replaceAll(path.sep, '/')).replace(/\/$/, '');
}
