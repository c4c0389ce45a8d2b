/**
 * One Analysis for each open document, worked out in slices. Invariant: whoever asks about the same version under the same
 * settings and beside the same other reports gets the same Analysis; a run for an older version is given up; nothing is kept of a closed
 * document.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analysisSteps, languageOfFile } from '../analysis/analyze';
import type { Analysis } from '../analysis/analysis';
import type { OtherReport } from '../model/otherReport';
import type { Settings } from '../analysis/settings';
import { Cancelled } from './cancelled';
import type { Runtime } from './runtime';

/** How long a run may keep the event loop, in milliseconds. */
const SLICE_MS = 10;

/** An Analysis and what it is of. */
export interface Checked {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
  /** Unique among all that was ever checked by this server. */
  readonly serial: number;
}

interface Run {
  readonly version: number;
  readonly settings: Settings;
  readonly others: readonly OtherReport[];
  readonly result: Promise<Checked>;
  isGivenUp: boolean;
}

export class Analyses {
  private readonly runs = new Map<string, Run>();
  private readonly latest = new Map<string, Checked>();
  private count = 0;

  /** @param onChecked is told of each finished run, once */
  constructor(
    private readonly runtime: Runtime,
    private readonly documentOf: (uri: string) => TextDocument | undefined,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly othersOf: (document: TextDocument) => Promise<readonly OtherReport[]>,
    private readonly onChecked: (checked: Checked) => void,
  ) {}

  /** The Analysis of the document as it is now. @throws Cancelled if it changes or closes meanwhile */
  async of(uri: string): Promise<Checked> {
    const settings = await this.settingsOf(uri);
    for (;;) {
      const document = this.documentOf(uri);
      if (document === undefined) { throw new Cancelled('closed'); }
      const { version } = document;
      const others = await this.othersOf(document);
      if (this.documentOf(uri)?.version !== version) { continue; }
      const known = this.runs.get(uri);
      if (known?.version === version && known.settings === settings && known.others === others) { return known.result; }
      return this.start(document, settings, others).result;
    }
  }

  /** The document has changed: a run for what it was is of no use. What was found there serves the next run. */
  giveUp(uri: string): void {
    const run = this.runs.get(uri);
    if (run !== undefined) { run.isGivenUp = true; }
    this.runs.delete(uri);
  }

  forget(uri: string): void {
    this.giveUp(uri);
    this.latest.delete(uri);
  }

  private start(document: TextDocument, settings: Settings, others: readonly OtherReport[]): Run {
    this.giveUp(document.uri);
    const { uri, version } = document;
    const run: Run = {
      version, settings, others, isGivenUp: false,
      result: Promise.resolve().then(() => this.check(uri, document.getText(), run, languageOf(document))),
    };
    this.runs.set(uri, run);
    return run;
  }

  private async check(uri: string, text: string, run: Run, language: string): Promise<Checked> {
    const { version, settings, others } = run;
    const steps = analysisSteps(text, { settings, earlier: this.latest.get(uri)?.analysis, language, others });
    let sliceEnd = this.runtime.now() + SLICE_MS;
    for (;;) {
      if (run.isGivenUp) { throw new Cancelled('outdated'); }
      const step = steps.next();
      if (step.done) {
        const checked: Checked = { uri, version, analysis: step.value, serial: ++this.count };
        this.latest.set(uri, checked);
        this.onChecked(checked);
        return checked;
      }
      if (this.runtime.now() >= sliceEnd) {
        await this.runtime.pause();
        sliceEnd = this.runtime.now() + SLICE_MS;
      }
    }
  }
}

function languageOf({ languageId, uri }: TextDocument): string {
  return languageId === 'csv' ? 'csv' : languageOfFile(uri);
}
