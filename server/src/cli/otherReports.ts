/**
 * Reports of the year before, for the documents of a run: among all documents of the run, and among the files in a document's
 * own folder. Invariant: a file is looked at once; one that cannot be read is no report here, since checking it says why; a
 * document that does not say whose report it is costs nothing.
 */
import path from 'node:path';
import { languageOfFile } from '../analysis/analyze';
import { identityOf, readOtherReport } from '../analysis/otherReport';
import type { OtherReport } from '../model/otherReport';
import { filesIn, textBeside } from './beside';
import { findInputs, Trouble, type Document } from './documents';
import type { Io } from './io';

interface Place { readonly path: string; readonly absolute: string; readonly isOfRun: boolean }

const NONE: readonly OtherReport[] = [];
const MOST_KEPT = 200;
/** Of more reports of one body about one year nobody knows which was published; comparing each with each would take for ever. */
const MOST_ALIKE = 40;
/** Files of the run that are read at a time. */
const AT_ONCE = 16;

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
    const folder = path.dirname(absolute);
    await this.lookBeside(folder);
    const places = this.places.get(keyOf(own.body, own.year - 1)) ?? [];
    if (places.length > MOST_ALIKE) { return NONE; }
    const found: OtherReport[] = [];
    for (const place of places) {
      const report = place.isOfRun || path.dirname(place.absolute) === folder ? await this.read(place) : null;
      if (report !== null) { found.push(report); }
    }
    return found;
  }

  private async lookAtRun(): Promise<void> {
    if (this.paths === null) { return; }
    const inputs = (await findInputs(this.paths, this.io)).flatMap((input) => (input instanceof Trouble
      ? []
      : [{ ...input, isOfRun: true }]));
    for (let from = 0; from < inputs.length; from += AT_ONCE) {
      const some = inputs.slice(from, from + AT_ONCE);
      const texts = await Promise.all(some.map(({ absolute }) => textBeside(absolute)));
      some.forEach((input, i) => { if (texts[i] !== null) { this.look(input, texts[i]); } });
    }
  }

  private async lookBeside(folder: string): Promise<void> {
    if (this.folders.has(folder)) { return; }
    this.folders.add(folder);
    for await (const { absolute, text } of filesIn(folder, (file) => this.looked.has(file))) {
      this.look({ absolute, path: path.relative(this.io.cwd, absolute), isOfRun: false }, text);
    }
  }

  private look(place: Place, text: string): void {
    this.looked.add(place.absolute);
    const identity = identityOf(text);
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
