/**
 * Text in, Analysis out. Invariant: total (any string gives an Analysis, nothing throws), pure, and the same whether it
 * is worked out afresh or from the Analysis of an earlier text: blocks that did not change are taken over as they are.
 */
import { builtInCatalogue } from '../forms';
import type { Catalogue } from '../forms/catalogue';
import { findBlocks } from '../layouts';
import type { OtherReport } from '../model/otherReport';
import { roundingNotesOf } from '../prose/roundingNotes';
import { KnownParts } from '../text/knownParts';
import { Lines } from '../text/lines';
import { agreedForm } from './agreedForm';
import type { Analysis } from './analysis';
import { assemble } from './assemble';
import { analyseBlock, preferenceOf, readBlock, type BlockAnalysis, type BlockReading } from './blocks';
import { joinContinued } from './continued';
import { saidAbove } from './declarations';
import { withRoundingNotes } from './notedTables';
import { isSaidAlike } from './said';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** How a text is to be analysed; whatever is left out is taken from `earlier`, or by default. */
export interface AnalysisOptions {
  readonly settings?: Settings;
  /** An Analysis whose unchanged blocks may be taken over, as long as its settings are the same. */
  readonly earlier?: Analysis;
  /** By default the forms that come with Gouji. */
  readonly catalogue?: Catalogue;
  /** 'csv' for comma-separated values; no other matters. */
  readonly language?: string;
  /** What is known of other reports, last year's perhaps among them. */
  readonly others?: readonly OtherReport[];
}

export function analyze(text: string, options: AnalysisOptions = {}): Analysis {
  const steps = analysisSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) { return step.value; }
  }
}

const NO_OTHERS: readonly OtherReport[] = [];

/** The same in steps, one a block, so that a caller may pause or give up in between. */
export function* analysisSteps(text: string, options: AnalysisOptions): Generator<void, Analysis> {
  const {
    earlier, settings = earlier?.settings ?? DEFAULT_SETTINGS, catalogue = builtInCatalogue(), language = earlier?.language ?? '',
    others = earlier?.others ?? NO_OTHERS,
  } = options;
  const usable = earlier?.settings === settings ? earlier : undefined;
  const known = new KnownParts(usable?.blocks ?? []);
  const lines = Lines.of(text, earlier?.lines);
  const blocks = joinContinued(text, findBlocks(text, language, lines), catalogue);
  const notes = roundingNotesOf(lines, earlier);
  const said = withRoundingNotes(text, blocks, saidAbove(text, blocks), notes);
  const before: (BlockAnalysis | undefined)[] = [];
  const read: BlockReading[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const own = text.slice(block.start, block.end);
    const unchanged = known.find(own, (one) => one.layout === block.layout && isSaidAlike(one.said, said[i]));
    before.push(unchanged);
    read.push(unchanged ?? readBlock(block, own, said[i], catalogue));
    yield;
  }
  const form = agreedForm(read.flatMap(({ matched }) => matched));
  const analysed: BlockAnalysis[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const preferred = preferenceOf(read[i], form);
    const unchanged = before[i];
    analysed.push(unchanged?.preferred === preferred ? unchanged : analyseBlock(read[i], preferred, catalogue, settings));
    yield;
  }
  return assemble({ text, lines, notes, language, settings, others }, { blocks, said, analysed }, form, catalogue.forms, usable);
}

/** The language that a file's name tells of, as `analyze` wants it. */
export function languageOfFile(name: string): string {
  return /\.csv$/i.test(name) ? 'csv' : '';
}
