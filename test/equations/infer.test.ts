/** Tables made up with true totals, written in many ways, give no finding; with one fault in a two-way table, the fault. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { hoverOf } from '../../server/src/features/hover';
import { DEFAULT_HINTS, inlayHintsOf } from '../../server/src/features/inlayHints';
import { uncheckedOf } from '../../server/src/features/summary';
import { say } from '../../server/src/messages';

interface Writing {
  readonly layout: 'pipes' | 'html' | 'tabs' | 'columns' | 'grid-lines' | 'csv';
  readonly decimal: '.' | ',';
  readonly group: '' | ',' | '.' | ' ';
  readonly unit: string;
  readonly decimals: 0 | 2;
}

const writings = fc.record({
  layout: fc.constantFrom<Writing['layout']>('pipes', 'html', 'tabs', 'columns', 'grid-lines', 'csv'),
  decimal: fc.constantFrom<Writing['decimal']>('.', ','), group: fc.constantFrom<Writing['group']>('', ',', '.', ' '),
  unit: fc.constantFrom('', ' €', ' h', '件'), decimals: fc.constantFrom<Writing['decimals']>(0, 2),
}).filter(({ decimal, group }) => decimal !== group)
  .map((writing): Writing => (writing.group === ' ' && writing.layout === 'columns' ? { ...writing, group: '' } : writing));

/** Amounts in hundredths: two-digit parts at least, so that a slip is plain to see. */
const bodies = fc.integer({ min: 3, max: 5 }).chain((count) => fc.array(
  fc.array(fc.integer({ min: 1000, max: 9_999_999 }), { minLength: count, maxLength: count }), { minLength: 3, maxLength: 7 },
));
const words = fc.constantFrom('合计', 'Total', 'Summe', 'Итого', '**Total**');

function figure(hundredths: number, { decimal, group, unit, decimals }: Writing): string {
  const whole = String(decimals === 0 ? hundredths : Math.floor(hundredths / 100)).replace(/\B(?=(?:\d{3})+$)/g, group);
  return (decimals === 0 ? whole : whole + decimal + String(hundredths % 100).padStart(2, '0')) + unit;
}

/** Chinese characters are two places wide. */
function width(text: string): number {
  return [...text].reduce((places, c) => places + (c >= '\u2e80' ? 2 : 1), 0);
}

function written(rows: readonly (readonly string[])[], { layout }: Writing): string {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => width(row[c]) + 2)));
  const padded = rows.map((row) => row.map((cell, c) => {
    const padding = ' '.repeat(widths[c] - width(cell));
    return c === 0 ? cell + padding : padding + cell;
  }));
  const line = `+${widths.map((places) => '-'.repeat(places + 2)).join('+')}+`;
  switch (layout) {
    case 'pipes': return [rows[0], rows[0].map(() => '---'), ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n');
    case 'html': return `<table>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
    case 'tabs': return rows.map((row) => row.join('\t')).join('\n');
    case 'columns': return padded.map((row) => row.join('  ')).join('\n');
    case 'grid-lines': return [line, ...padded.flatMap((row) => [`| ${row.join(' | ')} |`, line])].join('\n');
    case 'csv': return rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  }
}

function sum(row: readonly number[]): number { return row.reduce((total, value) => total + value, 0); }

/** The body with a total column and a total row. */
function twoWay(body: readonly (readonly number[])[]): number[][] {
  const rows = body.map((row) => [...row, sum(row)]);
  return [...rows, rows[0].map((_, c) => sum(rows.map((row) => row[c])))];
}

function document(figures: readonly (readonly number[])[], word: string, writing: Writing): string {
  const plain = word.replaceAll('*', writing.layout === 'pipes' ? '*' : '');
  const head = ['item', ...figures[0].slice(1).map((_, c) => `part ${'ABCDE'[c]}`), plain.replaceAll('*', '')];
  const names = figures.map((_, r) => (r === figures.length - 1 ? plain : `line ${'abcdefg'[r]}`));
  return written([head, ...figures.map((row, r) => [names[r], ...row.map((value) => figure(value, writing))])], writing);
}

function findingsOf(text: string, { layout }: Writing): string[] {
  return analyze(text, { language: layout === 'csv' ? 'csv' : '' }).findings.map(({ rule, message }) => `${rule}: ${say(message, 'en')}`);
}

describe('tables made up with true totals', () => {
  it('give no finding, and their sums are seen', () => {
    fc.assert(fc.property(bodies, words, writings, (body, word, writing) => {
      const text = document(twoWay(body), word, writing);
      expect(findingsOf(text, writing), text).toEqual([]);
      const { ledger } = analyze(text, { language: writing.layout === 'csv' ? 'csv' : '' });
      expect(ledger.held, text).toBe(body.length + 1 + body[0].length + 1);
    }), { numRuns: 300 });
  });

  it('with one fault, give the fault and nothing else', () => {
    const cases = fc.tuple(bodies, words, writings, fc.nat(), fc.nat(), fc.integer({ min: 500, max: 900 }));
    fc.assert(fc.property(cases, ([body, word, writing, r, c, off]) => {
      const figures = twoWay(body);
      figures[r % figures.length][c % figures[0].length] += off;
      const text = document(figures, word, writing);
      const { findings } = analyze(text, { language: writing.layout === 'csv' ? 'csv' : '' });
      expect(findings.map(({ rule }) => rule), text).toEqual(['total-mismatch']);
      expect(text.slice(findings[0].span.start, findings[0].span.end)).toContain(
        figure(figures[r % figures.length][c % figures[0].length], writing).split(' ')[0],
      );
    }), { numRuns: 300 });
  });

  it('rounded to thousands, give no finding', () => {
    fc.assert(fc.property(bodies, words, (body, word) => {
      const figures = twoWay(body).map((row) => row.map((value) => (value / 10_000).toFixed(1)));
      const names = figures.map((_, r) => (r === figures.length - 1 ? word : `line ${r}`));
      const text = written(
        [['item', ...figures[0].map((_, c) => `part ${c}`)], ...figures.map((row, r) => [names[r], ...row])],
        { layout: 'pipes', decimal: '.', group: '', unit: '', decimals: 2 },
      );
      expect(analyze(text).findings.map(({ message }) => say(message, 'en')), text).toEqual([]);
    }), { numRuns: 200 });
  });

  it('rounded to whole thousands with a note that says so, give no finding', () => {
    const notes = fc.constantFrom(
      '注：由于四舍五入，分项之和与合计可能不等。', 'Figures may not add due to rounding.', 'Abweichungen in den Summen durch Runden der Zahlen.',
    );
    fc.assert(fc.property(bodies, words, notes, fc.boolean(), (body, word, note, isAbove) => {
      const figures = twoWay(body).map((row) => row.map((value) => Math.round(value / 1000)));
      const names = figures.map((_, r) => (r === figures.length - 1 ? word : `line ${r}`));
      const table = written([
        ['item', ...figures[0].map((_, c) => `part ${c}`)], ...figures.map((row, r) => [names[r], ...row.map(String)]),
      ],
        { layout: 'pipes', decimal: '.', group: '', unit: '', decimals: 0 });
      const text = isAbove ? `${note}\n\n${table}\n` : `${table}\n\n${note}\n`;
      expect(analyze(text).findings.map(({ message }) => say(message, 'en')), text).toEqual([]);
    }), { numRuns: 200 });
  });

  it('broken over two pages, are checked as one: no finding, and with one fault, the fault', () => {
    const breaks = fc.constantFrom('续表', '（续表）', '(continued)', '— 3 —\n\n续表2');
    const layouts = fc.constantFrom<Writing['layout']>('pipes', 'html', 'tabs', 'grid-lines');
    fc.assert(fc.property(bodies, breaks, layouts, fc.nat(), fc.nat(), fc.nat(), (body, pageBreak, layout, after, r, c) => {
      const writing: Writing = { layout, decimal: '.', group: ',', unit: '', decimals: 0 };
      const page = (figures: readonly (readonly number[])[]): string => {
        const head = ['项目', ...figures[0].slice(1).map((_, i) => `甲${i}`), '合计'];
        const rows = figures.map((row, i) => [
          i === figures.length - 1 ? '合计' : `行${'abcdefg'[i]}`, ...row.map((value) => figure(value, writing)),
        ]);
        const cut = 1 + (after % (rows.length - 1));
        return [written([head, ...rows.slice(0, cut)], writing), pageBreak, written([head, ...rows.slice(cut)], writing)].join('\n\n');
      };
      const figures = twoWay(body);
      const right = analyze(page(figures));
      expect(right.tables.length, right.text).toBe(1);
      expect(right.findings.map(({ message }) => say(message, 'en')), right.text).toEqual([]);
      expect(right.ledger.held, right.text).toBe(body.length + 1 + body[0].length + 1);
      figures[r % figures.length][c % figures[0].length] += 700;
      const wrong = analyze(page(figures));
      expect(wrong.findings.map(({ rule, span }) => [rule, wrong.text.slice(span.start, span.end)]), wrong.text)
        .toEqual([['total-mismatch', figure(figures[r % figures.length][c % figures[0].length], writing)]]);
    }), { numRuns: 200 });
  });

  it('with numbered subtotals in two header rows, give no finding', () => {
    fc.assert(fc.property(bodies, bodies, words, (one, two, word) => {
      const count = Math.min(one[0].length, two[0].length);
      const group = (title: string, body: readonly (readonly number[])[]): string[][] => {
        const rows = body.map((row) => row.slice(0, count));
        const total = rows[0].map((_, c) => sum(rows.map((row) => row[c])));
        return [[title, ...total.map(String)], ...rows.map((row, i) => [`${i + 1}. 明细`, ...row.map(String)])];
      };
      const a = group('一、甲类', one);
      const b = group('二、乙类', two);
      const grand = a[0].slice(1).map((value, c) => String(Number(value) + Number(b[0][c + 1])));
      const text = written([['项目', ...grand.map(() => '金额')], ['', ...grand.map((_, c) => `第${c + 1}季度`)], ...a, ...b, [word, ...grand]],
        { layout: 'tabs', decimal: '.', group: '', unit: '', decimals: 0 });
      const analysis = analyze(text);
      expect(analysis.findings.map(({ message }) => say(message, 'en')), text).toEqual([]);
      expect(analysis.ledger.held, text).toBeGreaterThanOrEqual(3 * count);
    }), { numRuns: 150 });
  });

  it('with a thousand subtotals are checked to the last', () => {
    const sections = (last: number): string => (
      Array.from({ length: 1000 }, (_, i) => `| 甲 | 1 | 3 | 7 |\n| 乙 | 2 | 5 | 9 |\n| 小计 | 3 | ${i === 999 ? last : 8} | 16 |\n`).join('')
    );
    const checked = (last: number): Analysis => analyze(`| 项目 | 数 | 额 | 量 |\n|---|---|---|---|\n${sections(last)}`);
    expect(checked(8).ledger).toEqual({ declared: 3000, held: 3000, broken: 0, notEvaluated: 0 });
    expect(checked(8).findings).toEqual([]);
    const wrong = checked(9);
    expect(wrong.findings.map(({ rule, span }) => [rule, wrong.text.slice(span.start, span.end)])).toEqual([['subtotal-mismatch', '9']]);
  });
});

/** 300 sections of ten rows and a total. @param addedTo what is added to a total's figure by mistake, by section and column */
function sections(columns: number, addedTo: (section: number, column: number) => number): string {
  const lines = [`| 项目 |${' 数 |'.repeat(columns)}`, `|---|${'---|'.repeat(columns)}`];
  for (let section = 0; section < 300; section++) {
    const totals = new Array<number>(columns).fill(0);
    for (let row = 0; row < 10; row++) {
      const figures = totals.map((_, c) => (section * 311 + row * 173 + c * 97 + row * row * 29) % 1000);
      figures.forEach((value, c) => { totals[c] += value; });
      lines.push(`| 单位${section}之${row} | ${figures.join(' | ')} |`);
    }
    lines.push(`| 合计 | ${totals.map((total, c) => total + addedTo(section, c)).join(' | ')} |`);
  }
  return lines.join('\n');
}

describe('tables of hundreds of totals, many of which do not add up anywhere', () => {
  const isWrong = (section: number): boolean => section % 3 === 1;

  it('have every right total checked, the wrong cell found, and each total that fits nothing counted and told', () => {
    const analysis = analyze(
      sections(4, (section, column) => (isWrong(section) ? 1000 + section : section === 297 && column === 2 ? 7 : 0)),
    );
    const { declared, held, broken, notEvaluated } = analysis.ledger;
    expect({ held, broken }).toEqual({ held: 200 * 4 - 1, broken: 1 });
    expect({ declared, notEvaluated }).toEqual({ declared: 300 * 4, notEvaluated: 100 * 4 });
    const verdicts = analysis.tables[0].context!.verdicts.filter(({ state }) => state === 'unevaluated');
    expect(verdicts.map(({ gap, spec }) => [gap, spec.right.length])).toEqual(verdicts.map(() => ['unreached', 0]));
    expect(verdicts.every(({ spec }) => isWrong(Math.floor(spec.left[0].place / 4 / 11)))).toBe(true);
    expect(analysis.findings.map(({ rule, level, span }) => [rule, level, analysis.lines.at(span.start)]))
      .toEqual([['total-mismatch', 'error', 2 + 297 * 11 + 10]]);
    expect(uncheckedOf(analysis, 'zh'))
      .toEqual([{ count: notEvaluated, reason: expect.stringMatching(`^${notEvaluated}个合计数未核：对不上的数太多`) as string }]);
    expect(uncheckedOf(analysis, 'en')[0].reason).toMatch(new RegExp(`^${notEvaluated} totals not evaluated: so much does not add up`));
  });

  it('accuse no total that is right, in one column either', () => {
    const analysis = analyze(sections(1, (section) => (isWrong(section) ? 1000 + section : 0)));
    expect(analysis.ledger.held).toBe(200);
    expect(analysis.ledger.broken).toBeGreaterThan(0);
    expect(analysis.ledger.notEvaluated).toBeGreaterThan(0);
    const sectionOf = (offset: number): number => Math.floor((analysis.lines.at(offset) - 2) / 11);
    expect(analysis.findings.filter(({ rule, span }) => rule !== 'total-mismatch' || !isWrong(sectionOf(span.start)))).toEqual([]);
  });

  it('say where one points that the parts of a total were not found', () => {
    const analysis = analyze(sections(4, (section) => (section === 0 ? 0 : 1000 + section)));
    expect(analysis.ledger).toEqual({ declared: 4 + 299 * 4, held: 4, broken: 0, notEvaluated: 299 * 4 });
    const at = analysis.text.lastIndexOf('|', analysis.text.length - 2) + 2;
    expect(JSON.stringify(hoverOf(analysis, at, { language: 'zh', markdown: false })?.contents)).toContain('≟ ? — 未核：对不上的数太多');
    const line = analysis.lines.count - 1;
    expect(inlayHintsOf(analysis, { start: analysis.lines.starts[line], end: analysis.text.length }, DEFAULT_HINTS, 'zh')
      .map(({ label }) => label)).toEqual(['≟ ?', '≟ ?', '≟ ?', '≟ ?']);
  });
});
