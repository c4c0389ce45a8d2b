/**
 * Diagnoses of tables that are wrong on purpose, and what every diagnosis owes. Invariant: figures that are not given are 0.
 */
import { expect } from 'vitest';
import { evaluate } from '../../server/src/equations/evaluate';
import { localise } from '../../server/src/equations/localise';
import type { Problem } from '../../server/src/equations/problem';
import { builtInForms } from '../../server/src/forms/index';
import type { Diagnosis, Proposal } from '../../server/src/model/equation';
import type { FormTable } from '../../server/src/model/form';
import { at, problemWith, withText } from '../harness/randomReport';

/** The tables of all official forms. */
export const tables = builtInForms().flatMap((form) => form.tables);
export const requests = tables.find((table) => table.key === 'report-2021/requests')!;

export function diagnose(problem: Problem, steps?: number): Diagnosis[] {
  return localise(problem, evaluate(problem), steps);
}

/** The rules and subjects of equations, to read in an expectation: `row-sum new`, `outcome-sum natural`. */
export function named(table: FormTable, numbers: readonly number[]): string[] {
  return numbers.map((number) => {
    const { rule, subject } = table.equations[number];
    return `${rule} ${(subject.row ?? subject.column)!.id}`;
  });
}

export function shown(table: FormTable, proposals: readonly Proposal[]): string[] {
  return proposals.map(({ place, value }) => `${table.rowAt[place].id} ${table.columnAt[place].id} = ${value.toFixed()}`);
}

/** The request table with the given figures, `row column` → text, and 0 everywhere else. */
export function requestsWith(figures: Record<string, string>): Problem {
  const texts = Array.from({ length: requests.places }, () => '0');
  for (const [name, text] of Object.entries(figures)) {
    const [row, column] = name.split(' ');
    texts[at(requests, row, column)] = text;
  }
  return problemWith(requests, texts);
}

/** Every set a diagnosis offers repairs its equations, and no equation that held is broken by it. */
export function expectToRepair(problem: Problem, diagnoses: readonly Diagnosis[]): void {
  const before = evaluate(problem);
  for (const { broken, sure, suspects } of diagnoses) {
    for (const set of sure ? [sure] : suspects) {
      let mended = problem;
      for (const { place, value } of set) { mended = withText(mended, place, value.toFixed()); }
      const after = evaluate(mended);
      expect(broken.filter((number) => after[number].state === 'broken')).toEqual([]);
      const spoilt = after.flatMap(({ state, spec }, number) => (
        spec.relation === '=' && state === 'broken' && before[number].state !== 'broken' ? [number] : []
      ));
      expect(spoilt).toEqual([]);
    }
  }
}

export function expectEachBrokenOnce(problem: Problem, diagnoses: readonly Diagnosis[]): void {
  const broken = evaluate(problem).flatMap(({ state, spec }, number) => (state === 'broken' && spec.relation === '=' ? [number] : []));
  expect(diagnoses.flatMap((diagnosis) => [...diagnosis.broken]).sort((a, b) => a - b)).toEqual(broken);
}
