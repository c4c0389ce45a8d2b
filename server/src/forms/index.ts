/**
 * The forms Gouji knows. To add one: its YAML file in data/, one line here. Invariant: forms are compiled once, and the
 * same label index serves every document.
 */
import type { Form } from '../model/form';
import { compileForm, readTerms } from './compile';
import { Catalogue } from './catalogue';
import report2021 from './data/report-2021.yaml';
import report2019 from './data/report-2019.yaml';
import statistics2014 from './data/statistics-2014.yaml';
import terms from './data/terms.yaml';

const FILES: readonly (readonly [string, string])[] = [
  ['report-2021', report2021],
  ['report-2019', report2019],
  ['statistics-2014', statistics2014],
];

export function builtInForms(): Form[] {
  const explained = readTerms('terms', terms);
  return FILES.map(([name, yaml]) => compileForm(name, yaml, explained));
}

let catalogue: Catalogue | undefined;

/** The built-in forms, compiled at first use. */
export function builtInCatalogue(): Catalogue {
  return catalogue ??= new Catalogue(builtInForms());
}
