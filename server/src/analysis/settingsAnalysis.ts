/**
 * A settings file in the shape of every checked document, so that its mistakes take the same ways as findings in a report.
 * Invariant: pure and total; a settings file has no tables.
 */
import { message } from '../messages';
import { EMPTY_LEDGER } from '../model/equation';
import { readSettingsFile, type Mistake, type SettingsFile } from '../settings/settingsFile';
import type { AnalysedFinding, Analysis } from './analysis';
import { KNOWN_RULES } from './ruleList';
import { DEFAULT_SETTINGS } from './settings';

export const SETTINGS_RULE = 'settings-file';

export interface SettingsAnalysis extends Analysis {
  readonly file: SettingsFile;
}

export function analyzeSettings(text: string): SettingsAnalysis {
  const file = readSettingsFile(text, KNOWN_RULES);
  return {
    text, language: '', settings: DEFAULT_SETTINGS, others: [], lastYear: null, form: null, tables: [], ledger: EMPTY_LEDGER, blocks: [], prose: null, exceptions: [], file,
    findings: file.mistakes.map(findingOf),
  };
}

function findingOf({ span, message: said, meant }: Mistake, number: number): AnalysedFinding {
  return {
    id: `${SETTINGS_RULE}@${span.start}-${span.end}#${number}`, rule: SETTINGS_RULE, level: 'error', span, message: said, related: [], exception: null,
    repairs: () => (meant === null ? [] : [
      { title: message('settings.repair', { meant }), kind: 'review', preferred: true, edits: [{ ...span, newText: meant }] },
    ]),
  };
}
