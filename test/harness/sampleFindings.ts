/** What a careful reviewer finds in the five real reports: line, level and rule, and nothing more. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'ningbo-2021.txt': [
    '4 information section-list-mismatch',
    '27 hint row-label-wording', '61 warning section-misnumbered', '88 warning row-label-wording', '340 warning row-label-wording',
    '351 warning section-misnumbered', '351 information unknown-section', '352 hint extraction-artefact',
    '363 warning distinct-count-range', '389 warning item-misnumbered',
    '475 hint extraction-artefact', '478 information fee-statement', '480 hint stray-page-number',
  ],
  'lucheng-2021.txt': [
    '6 hint doubled-punctuation', '85 warning unit-in-cell', '440 hint numbering-style-mixed', '490 error outcome-sum',
    '502 error outcome-sum',
    '616 warning signature-date',
  ],
  'baoji-2020.txt': [
    '50 information value-without-header', '60 warning blank-cell', '62 warning blank-cell', '64 warning blank-block',
    '67 information row-label-split', '67 information row-shifted', '74 hint mixed-brackets', '83 warning blank-cell',
    '91 warning row-cell-count',
  ],
  'zhengzhou-2021.md': [
    '15 warning prose-parts-sum', '49 hint mixed-brackets', '57 information row-shifted', '93 information fee-statement',
  ],
  'baoshan-2023.txt': ['59 hint extraction-artefact', '59 warning unit-in-cell', '413 information fee-statement'],
};
