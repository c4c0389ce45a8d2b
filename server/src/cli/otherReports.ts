/**
 * Reports of the year before, for the documents of a run: among all documents of the run, and among the files in a document's
 * own folder. Invariant: a file is looked at once; one that cannot be read is no report here, since checking it says why; a
 * document that does not say whose report it is costs nothing.
 */
import path from 'node:path';
import { languageOfFile } from '../analysis/analyze';
import { identityOf, readOtherReport } from '../analysis/otherReport';
import type { OtherReport } from '../model/otherReport';
import { documentsIn, textBeside } from './beside';
import { findInputs, Trouble, type Document } from './documents';
import type { Io } from './io';

interface Place { readonly path: string; readonly absolute: string }

const NONE: readonly OtherReport[] = [];
const MOST_KEPT = 200;

export class OtherReports {
  /** Where the reports of a body about a year are. */
  private readonly places = new Map<string, Place[]>();
  private readonly looked = new Set<string>();
  private readonly folders = new Set<string>();
  private readonly kept = new Map<string, OtherReport | null>();
  private run: Promise<void> | undefined;

  /** @param paths as named on the command line; null where the document comes from standard input */
  constructor(private readonly paths: readonly string[] | null, private readonly io: Io) {}

  async of({ absolute, text }: Pick<Document, 'absolute' | 'text'>): Promise<readonly OtherReport[]> {
    const own = identityOf(text);
    if (own === null) { return NONE; }
    await (this.run ??= this.lookAtRun());
    await this.lookBeside(path.dirname(absolute));
    const found: OtherReport[] = [];
    for (const place of this.places.get(keyOf(own.body, own.year - 1)) ?? []) {
      const report = await this.read(place);
      if (report !== null) { found.push(report); }
    }
    return found;
  }

  private async lookAtRun(): Promise<void> {
    if (this.paths === null) { return; }
    for (const input of await findInputs(this.paths, this.io)) {
      if (!(input instanceof Trouble)) { await this.look(input); }
    }
  }

  private async lookBeside(folder: string): Promise<void> {
    if (this.folders.has(folder)) { return; }
    this.folders.add(folder);
    for (const absolute of await documentsIn(folder)) { await this.look({ absolute, path: path.relative(this.io.cwd, absolute) }); }
  }

  private async look(place: Place): Promise<void> {
    if (this.looked.has(place.absolute)) { return; }
    this.looked.add(place.absolute);
    const text = await textBeside(place.absolute);
    const identity = text === null ? null : identityOf(text);
    if (identity === null) { return; }
    const key = keyOf(identity.body, identity.year);
    const known = this.places.get(key);
    if (known) { known.push(place); } else { this.places.set(key, [place]); }
  }

  private async read(place: Place): Promise<OtherReport | null> {
    let report = this.kept.get(place.absolute);
    if (report === undefined) {
      const text = await textBeside(place.absolute);
      report = text === null ? null : readOtherReport(text, place.path, languageOfFile(place.path));
      if (this.kept.size >= MOST_KEPT) { this.kept.clear(); }
      this.kept.set(place.absolute, report);
    }
    return report;
  }
}

function keyOf(body: string, year: number): string { return `${year} ${body}`; }
