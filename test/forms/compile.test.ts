// Forms compile to what their files declare: places, equations, and clear refusals.
import { describe, expect, it } from 'vitest';
import { builtInForms } from '../../server/src/forms';
import { compileForm } from '../../server/src/forms/compile';

const forms = builtInForms();
const table = (key: string) => forms.flatMap((f) => f.tables).find((t) => t.key === key)!;
const count = (key: string, rule: string) => table(key).equations.filter((e) => e.rule === rule).length;

describe('the official forms', () => {
  it('declare the rows and places of the 2021 form', () => {
    expect(table('report-2021/requests').rows).toHaveLength(25);
    expect(table('report-2021/requests').places).toBe(175);
    expect(table('report-2021/disclosure').places).toBe(10);
    expect(table('report-2021/reviews').places).toBe(15);
  });
  it('declare 42 equations in tables 3 and 4 of the 2021 form', () => {
    expect(count('report-2021/requests', 'row-sum')).toBe(25);
    expect(count('report-2021/requests', 'outcome-sum')).toBe(7);
    expect(count('report-2021/requests', 'request-balance')).toBe(7);
    expect(count('report-2021/reviews', 'review-sum')).toBe(3);
  });
  it('have 23 rows of outcomes in the 2019 form, with one row for other handling', () => {
    expect(table('report-2019/requests').rows).toHaveLength(23);
    expect(table('report-2019/requests').rows.map((r) => r.label)).toContain('（六）其他处理');
  });
  it('sum all 21 outcomes of the 2021 form', () => {
    const first = table('report-2021/requests').equations.find((e) => e.rule === 'outcome-sum')!;
    expect(first.left).toHaveLength(1);
    expect(first.right).toHaveLength(21);
  });
});

describe('a form file that is wrong', () => {
  const good = 'id: f\ntitle: { zh: t, en: t }\nsource: s\nyears: { from: 2030 }\ntables:\n  - id: a\n    title: A\n    blocks:\n      - id: b\n        columns: [{ id: x, label: 甲 }, { id: y, label: 乙 }]\n        rows: [{ id: r, label: 行 }]\n';
  it('is refused at the key that is wrong', () => {
    expect(() => compileForm('f', good.replace('years: { from: 2030 }', 'years: { from: soon }'))).toThrow(/f: years\.from/);
    expect(() => compileForm('f', good.replace('label: 乙', 'lable: 乙'))).toThrow(/columns\.1/);
  });
  it('is refused when an equation names nothing', () => {
    const equation = '    equations: [{ rule: form-sum, over: rows, holds: x = z, status: implied }]\n';
    expect(() => compileForm('f', good + equation)).toThrow(/"x = z": nothing is named z/);
  });
  it('compiles once it is right', () => {
    expect(compileForm('f', good).tables[0].places).toBe(2);
  });
});
