// A form that Gouji does not know needs one YAML file and no code: read, matched, checked, repaired like the others.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { Catalogue } from '../../server/src/forms/catalogue';
import { compileForm } from '../../server/src/forms/compile';
import { TABLE_RULES } from '../../server/src/rules';
import { applyEdits } from '../harness/invariants';

const LETTERS = `
id: letters-2030
title: { zh: 信访事项统计表, en: Table of petitions }
source: 某办发〔2030〕1号
years: { from: 2030 }
tables:
  - id: letters
    title: 信访事项统计表
    blocks:
      - id: letters
        corner: [信访渠道]
        columns:
          - { id: received, label: 收到件数, unit: 件 }
          - { id: closed, label: 办结件数, unit: 件 }
          - { id: open, label: 在办件数, unit: 件 }
        rows:
          - { id: mail, label: 1.群众来信 }
          - { id: visit, label: 2.群众来访 }
          - { id: hotline, label: 3.热线转办 }
          - { id: web, label: 4.网上信访 }
          - { id: total, label: 5.各渠道总数 }
    equations:
      - { rule: row-sum, over: rows, holds: received = closed + open, status: printed }
      - { rule: form-c-sum, over: columns, holds: total = mail + visit + hotline + web, status: printed }
`;
const forms = [...builtInForms(), compileForm('letters-2030', LETTERS)];
const catalogue = new Catalogue(forms);
const RIGHT = [
  '| 信访渠道 | 收到件数 | 办结件数 | 在办件数 |', '|---|---|---|---|', '| 1.群众来信 | 12 | 10 | 2 |', '| 2.群众来访 | 7 | 7 | 0 |',
  '| 3.热线转办 | 40 | 35 | 5 |', '| 4.网上信访 | 21 | 20 | 1 |', '| 5.各渠道总数 | 80 | 72 | 8 |', '',
].join('\n');
const check = (text: string) => analyze(text, { catalogue });

describe('a fourth form', () => {
  it('is recognised and holds', () => {
    const analysis = check(RIGHT);
    expect(analysis.tables.map((t) => t.table.form?.key)).toEqual(['letters-2030/letters']);
    expect(analysis.ledger).toEqual({ declared: 8, held: 8, broken: 0, notEvaluated: 0 });
    expect(analysis.findings).toEqual([]);
  });
  it('has its wrong cell named and put right', () => {
    const [finding, ...others] = check(RIGHT.replace('| 35 |', '| 53 |')).findings;
    expect(others).toEqual([]);
    expect(finding.rule).toBe('row-sum');
    expect(applyEdits(RIGHT.replace('| 35 |', '| 53 |'), finding.repairs()[0].edits)).toBe(RIGHT);
  });
  it('has its missing row named and put back', () => {
    const cut = RIGHT.replace('| 2.群众来访 | 7 | 7 | 0 |\n', '');
    const [finding] = check(cut).findings;
    expect(finding.rule).toBe('missing-row');
    expect(applyEdits(cut, finding.repairs()[0].edits)).toBe(RIGHT);
  });
});

describe('every form', () => {
  it('names only rules that exist', () => {
    const known = TABLE_RULES.map((rule) => rule.id);
    for (const equation of forms.flatMap((form) => form.tables).flatMap((table) => table.equations)) {
      expect(known).toContain(equation.rule);
    }
  });
});
