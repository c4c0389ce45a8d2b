/**
 * A settings file in the shape of every checked document, so that its mistakes take the same ways as findings in a report.
 * Invariant: pure and total; a settings file has no tables.
 */
import { message } from '../messages';
import { EMPTY_LEDGER } from '../model/equation';
import { Lines } from '../text/lines';
import { readSettingsFile, type Mistake, type SettingsFile } from '../settings/settingsFile';
import type { AnalysedFinding, Analysis } from './analysis';
import { UNUSED } from './exceptionRules';
import { KNOWN_RULES } from './ruleList';
import { DEFAULT_SETTINGS } from './settings';

export const SETTINGS_RULE = 'settings-file';

export interface SettingsAnalysis extends Analysis {
  readonly file: SettingsFile;
}

export function analyzeSettings(text: string): SettingsAnalysis {
  const file = readSettingsFile(text, KNOWN_RULES);
  return {
    text, lines: Lines.of(text), notes: [], language: '', settings: DEFAULT_SETTINGS, others: [], lastYear: null, form: null, tables: [],
    ledger: EMPTY_LEDGER, blocks: [], prose: null, reports: [], exceptions: [], file, findings: file.mistakes.map(findingOf),
  };
}

/**
 * What is reported of the exceptions that the file has for a document, at their lines in the file.
 * @param name how the file calls the document @param judged of the document, under the settings of this file
 */
export function exceptionFindings(
  { exceptions, exceptionSpans }: SettingsFile, name: string, judged: Analysis['exceptions'],
): AnalysedFinding[] {
  const numbers = exceptions.flatMap(({ file }, number) => (file === name ? [number] : []));
  const own = judged.filter(({ span }) => span === null);
  return numbers.flatMap((number, i): AnalysedFinding[] => {
    const { finding, rule, place, figures } = own[i] ?? { finding: null };
    if (!finding) { return []; }
    const span = exceptionSpans[number];
    const covers = [rule, place, figures].filter((part) => part !== '').join(' ');
    return [{
      ...finding, id: `${finding.rule}@${span.start}-${span.end}`, span, related: [], repairs: () => [],
      message: finding.rule === UNUSED ? message('exception-unused.line', { file: name, covers }) : finding.message,
    }];
  });
}

function findingOf({ span, message: said, meant }: Mistake, number: number): AnalysedFinding {
  return {
    id: `${SETTINGS_RULE}@${span.start}-${span.end}#${number}`, rule: SETTINGS_RULE, level: 'error', span, message: said, related: [],
    exception: null,
    repairs: () => (meant === null ? [] : [
      { title: message('settings.repair', { meant }), kind: 'review', preferred: true, edits: [{ ...span, newText: meant }] },
    ]),
  };
}
