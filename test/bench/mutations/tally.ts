/** Plants every fault in every report and layout, and counts. Invariant: the same seed plants the same faults. */
import { LAYOUTS, type RenderedLayout } from '../../harness/grid';
import { seeded } from '../../harness/random';
import { tryFault, type Fault, type Outcome } from './fault';
import { heal, openDraft, SAMPLES, type Sample } from './samples';

export interface Tally {
  readonly rule: string;
  planted: number;
  found: number;
  rightPlace: number;
  falseFindings: number;
  /** Kinds of fault that could be planted, and in which sample and layout. */
  readonly kinds: Set<string>;
  readonly places: Set<string>;
}

export interface Miss { readonly fault: Fault; readonly sample: Sample; readonly layout: RenderedLayout; readonly outcome: Outcome }

/** What spaced rows do not show: a blank leaves no trace, and where labels and headers break is the conversion's doing. */
const UNSEEN_IN_SPACED_ROWS: ReadonlySet<string> = new Set([
  'blank-cell', 'blank-block', 'row-cell-count', 'row-label-split', 'missing-column', 'column-label-wording', 'column-out-of-order',
]);

/**
 * @param variants how often each fault is planted in each sample and layout, at random places
 * @param layoutsFor the layouts of a sample that the fault of this number is planted in
 */
export function plantAll(
  faults: readonly Fault[], variants: number, missed: (miss: Miss) => void,
  layoutsFor: (fault: number, sample: number) => readonly RenderedLayout[] = () => LAYOUTS,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  faults.forEach((fault, number) => {
    const tally = tallyOf(tallies, fault.rule);
    SAMPLES.forEach((sample, s) => layoutsFor(number, s).forEach((layout) => {
      if (layout === 'spaced-rows' && UNSEEN_IN_SPACED_ROWS.has(fault.rule)) { return; }
      const l = LAYOUTS.indexOf(layout);
      const seen = new Set<string>();
      for (let variant = 0; variant < variants; variant++) {
        const draft = openDraft(sample, layout);
        heal(draft);
        const outcome = tryFault(fault, draft, seeded(((number * 8 + s) * 8 + l) * 1000 + variant));
        if (outcome === null) { break; }
        if (seen.has(outcome.text)) { continue; }
        seen.add(outcome.text);
        count(tally, outcome);
        tally.kinds.add(fault.name);
        tally.places.add(`${sample} ${layout}`);
        if (!outcome.rightPlace || outcome.falseFindings.length > 0) { missed({ fault, sample, layout, outcome }); }
      }
    }));
  });
  return tallies;
}

function tallyOf(tallies: Map<string, Tally>, rule: string): Tally {
  const known = tallies.get(rule);
  if (known !== undefined) { return known; }
  const tally: Tally = { rule, planted: 0, found: 0, rightPlace: 0, falseFindings: 0, kinds: new Set(), places: new Set() };
  tallies.set(rule, tally);
  return tally;
}

function count(tally: Tally, outcome: Outcome): void {
  tally.planted++;
  if (outcome.found) { tally.found++; }
  if (outcome.rightPlace) { tally.rightPlace++; }
  tally.falseFindings += outcome.falseFindings.length;
}
