/**
 * npm run bench -- slips: plants one slip at a time in every cell of the request table and counts how often the equations
 * find it, name the right cell and value as the only suspect, or at least among the suspects. Prints a Markdown table.
 */
import { evaluate } from '../../server/src/equations/evaluate';
import { localise } from '../../server/src/equations/localise';
import { builtInForms } from '../../server/src/forms/index';
import type { Diagnosis } from '../../server/src/model/equation';
import type { FormTable } from '../../server/src/model/form';
import { consistentFigures, problemWith, withText } from '../harness/randomReport';
import { seeded } from '../harness/random';
import { slipsOf } from '../harness/slips';

const TABLES = 20;
const FIRST_SEED = 2021;

interface Tally { planted: number; found: number; sure: number; named: number; otherBlamed: number }

function requestTable(): FormTable {
  return builtInForms().find((form) => form.id === 'report-2021')!.tables.find((table) => table.id === 'requests')!;
}

function blames(diagnoses: readonly Diagnosis[], place: number, right: number): { sure: boolean; named: boolean; otherBlamed: boolean } {
  const isIt = (set: Diagnosis['suspects'][number]): boolean => set.length === 1 && set[0].place === place && set[0].value.eq(right);
  const sure = diagnoses.length === 1 && diagnoses[0].sure !== null && isIt(diagnoses[0].sure);
  return {
    sure, named: sure || diagnoses.some((diagnosis) => diagnosis.suspects.some(isIt)),
    otherBlamed: diagnoses.some((diagnosis) => diagnosis.sure !== null && !isIt(diagnosis.sure)),
  };
}

function plantEverywhere(table: FormTable, seed: number, tallies: Map<string, Tally>): void {
  const random = seeded(seed);
  const figures = consistentFigures(table, random);
  const clean = problemWith(table, figures.map(String));
  figures.forEach((right, place) => {
    for (const { kind, value } of slipsOf(right, random)) {
      const problem = withText(clean, place, String(value));
      const verdicts = evaluate(problem);
      const blamed = blames(localise(problem, verdicts), place, right);
      const tally = tallies.get(kind) ?? { planted: 0, found: 0, sure: 0, named: 0, otherBlamed: 0 };
      tally.planted++;
      if (verdicts.some((verdict) => verdict.state === 'broken')) { tally.found++; }
      if (blamed.sure) { tally.sure++; }
      if (blamed.named) { tally.named++; }
      if (blamed.otherBlamed) { tally.otherBlamed++; }
      tallies.set(kind, tally);
    }
  });
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;
}

function main(): void {
  const table = requestTable();
  const tallies = new Map<string, Tally>();
  for (let i = 0; i < TABLES; i++) { plantEverywhere(table, FIRST_SEED + i, tallies); }
  const all: Tally = { planted: 0, found: 0, sure: 0, named: 0, otherBlamed: 0 };
  for (const tally of tallies.values()) {
    for (const key of ['planted', 'found', 'sure', 'named', 'otherBlamed'] as const) { all[key] += tally[key]; }
  }
  console.log(`## One slip in one cell: ${table.places} cells × ${TABLES} random consistent tables × the slips possible there\n`);
  console.log('| slip | found | the only suspect, with its value | named | another cell blamed |\n|---|---|---|---|---|');
  for (const [kind, tally] of [...tallies, ['**all**', all] as const]) {
    console.log(
      `| ${kind} | ${share(tally.found, tally.planted)} | ${share(tally.sure, tally.planted)} | ${share(tally.named, tally.planted)} | ${tally.otherBlamed} |`,
    );
  }
}

main();
