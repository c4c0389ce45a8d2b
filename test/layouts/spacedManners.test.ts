// Whatever a PDF viewer made of them, the tables of a report are read with every figure in its place, and nothing is found in them but what
// is wrong: a blank, which leaves no trace, is never held against its row.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedFinding, Analysis } from '../../server/src/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { builtInForms } from '../../server/src/forms';
import type { Form, RowSpec } from '../../server/src/model/form';
import { checkInvariants, told } from '../harness/invariants';
import { below, pick, seeded, type Random } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { renderReport } from '../harness/renderReport';
import { EXPECTED } from '../harness/sampleFindings';
import { gridOf, gridOfSheet, sheetOf } from '../harness/sheet';
import { inManner, mannersOf, type Manner } from '../harness/spacedRows';
import { sample } from './contract';

const FORMS = builtInForms().filter(({ id }) => id.startsWith('report-'));
const MANNERS = mannersOf({
  width: [Infinity, 16, 9],
  figures: ['last', 'first', 'middle', 'below', 'within'],
  groups: ['alone', 'glued', 'tight', 'parted'],
  headers: ['rows', 'scraps', 'woven'],
}).map((manner, i) => ({
  ...manner, blanks: i % 2 === 1, page: i % 3 === 0 ? 7 : Infinity,
  pageBreak: (page: number) => (i % 2 === 0 ? [`- ${page} -`, '', '某某市某某局2022年政府信息公开工作年度报告'] : ['', String(page), '']),
}));

type Figures = Map<string, string[]>;

function figuresOf(form: Form, seed: number): Figures {
  const random = seeded(seed);
  return new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
}

function reportIn(
  manner: Manner, form: Form, figures: Figures, change: (lines: readonly string[]) => readonly string[] = (lines) => lines,
): string {
  return form.tables.reduce(
    (text, table) => text.replace(
      /<table>[\s\S]*?<\/table>/, () => change(inManner(gridOf(table, figures.get(table.id)!), manner).split('\n')).join('\n'),
    ),
    renderReport(form.tables, figures, form.firstYear, 'html'),
  );
}

/** The figures of each table by the places of its form; '?' where none was read. */
function read({ tables }: Analysis): Record<string, string[]> {
  return Object.fromEntries(tables.map(({ table }) => [table.form!.id, table.places.map((cell) => cell?.content.text ?? '?')]));
}

/** A page number among the lines is one, and told. */
function toldOf({ findings, text }: Analysis): string[] {
  return findings.filter(({ rule }) => rule !== 'stray-page-number').map((finding) => told(finding, text));
}

/** That a table could not be read is no fault of its rows. */
function toldAgainstRows(analysis: Analysis): string[] {
  return toldOf(analysis).filter((told) => !told.startsWith('unread-table'));
}

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (_, form) => {
  it('is read whole in every manner, and clean', () => {
    MANNERS.forEach((manner, seed) => {
      const figures = figuresOf(form, seed);
      const analysis = analyze(reportIn(manner, form, figures));
      const where = JSON.stringify(manner);
      expect(read(analysis), where).toEqual(Object.fromEntries(figures));
      expect(toldOf(analysis), where).toEqual([]);
      expect(analysis.ledger.held, where).toBe(analysis.ledger.declared);
    });
  });

  it('blank cells: what is read is right, their rows are not evaluated, and nothing is found', () => {
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...MANNERS), fc.double({ min: 0.01, max: 0.6, noNaN: true }), (seed, manner, share) => {
      const figures = figuresOf(form, seed);
      const random = seeded(seed + 1);
      const blank = new Map([...figures].map(([id, texts]) => [id, texts.map((text) => (random() < share ? '' : text))]));
      const analysis = analyze(reportIn(manner, form, blank));
      for (const [id, texts] of Object.entries(read(analysis))) {
        texts.forEach((text, place) => { expect(['?', blank.get(id)![place]], `${id} ${place}`).toContain(text); });
      }
      expect(toldAgainstRows(analysis)).toEqual([]);
      expect(analysis.ledger.broken).toBe(0);
    }), { numRuns: 150 });
  });

  it('a wrong figure is told where it stands', () => {
    const requests = form.tables.find(({ id }) => id === 'requests')!;
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...MANNERS), fc.nat(requests.places - 1), (seed, manner, place) => {
      const figures = figuresOf(form, seed);
      const wrong = String(Number(figures.get('requests')![place]) + 7);
      figures.get('requests')![place] = wrong;
      const analysis = analyze(reportIn(manner, form, figures));
      const table = analysis.tables.find(({ table: { form: own } }) => own?.id === 'requests')!;
      const cell = table.table.places[place]!;
      expect(cell.content.text).toBe(wrong);
      expect(analysis.findings.filter(({ span }) => covers(span, table.start + cell.start)).map(({ rule }) => rule))
        .toEqual([expect.stringMatching(/^(?:row-sum|outcome-sum|request-balance)$/)]);
    }), { numRuns: 100 });
  });

  it('a row that is left out is missed', () => {
    const requests = form.tables.find(({ id }) => id === 'requests')!;
    for (const row of requests.rows.filter(({ id }) => id !== 'total')) {
      for (const manner of [MANNERS[0], MANNERS[40], MANNERS[100]]) {
        const figures = figuresOf(form, row.index);
        const shorter = { ...form, tables: form.tables.map((one) => (one === requests ? { ...one, rows: without(one.rows, row) } : one)) };
        const analysis = analyze(reportIn(manner, shorter, figures));
        const [finding] = analysis.findings.filter(({ rule }) => rule === 'missing-row');
        expect(finding?.message.facts.rows, row.label).toMatchObject({ items: [expect.stringContaining(row.label.slice(0, 6))] });
      }
    }
  });
});

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (_, form) => {
  it('lines that a conversion joined, broke or put in are held against no row', () => {
    for (let seed = 0; seed < 400; seed++) {
      const random = seeded(seed);
      const manner = pick(random, MANNERS);
      const text = reportIn(manner, form, figuresOf(form, seed), (lines) => garbled(lines, random));
      expect(toldAgainstRows(analyze(text)), `${seed} ${JSON.stringify(manner)}`).toEqual([]);
    }
  });

  it('a repair does what it says, and nothing else', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seeded(seed);
      const figures = figuresOf(form, seed);
      const table = pick(random, form.tables);
      figures.get(table.id)![below(random, table.places)] = pick(random, FAULTS);
      const without = seed % 2 === 0 ? below(random, 20) : -1;
      const tables = form.tables.map((one) => (one.id === 'requests' ? { ...one, rows: one.rows.filter((__, at) => at !== without) } : one));
      checkInvariants(reportIn(pick(random, MANNERS), { ...form, tables }, figures), DEFAULT_SETTINGS);
    }
  });
});

const FAULTS = ['7', '99', '若干', '3件', '—', '１２', '-4', '05', '1,234', '2.5', '约3'];
const STRANGE = ['某某市某某局', '单位：件', '续表', '2023年1月', '第 3 页 共 9 页', '12', '政府信息公开工作年度报告', ''];

/** One or two lines joined to the next, broken at a blank, or strange. */
function garbled(lines: readonly string[], random: Random): string[] {
  const garbage = [...lines];
  for (let times = below(random, 3); times > 0; times--) {
    const at = below(random, garbage.length - 1);
    const words = garbage[at].split(' ');
    const cut = 1 + below(random, words.length);
    switch (below(random, 3)) {
      case 0: garbage.splice(at, 2, `${garbage[at]} ${garbage[at + 1]}`); break;
      case 1: garbage.splice(at, 1, words.slice(0, cut).join(' '), words.slice(cut).join(' ')); break;
      default: garbage.splice(at, 0, pick(random, STRANGE));
    }
  }
  return garbage;
}

describe.each(Object.keys(EXPECTED))('%s, its tables as a PDF viewer gives them', (name) => {
  it('nothing is found that the published report has not', () => {
    const published = sample(name);
    const { tables } = analyze(published);
    for (const manner of MANNERS) {
      const text = tables.reduceRight((of, { span, table }) => (
        [of.slice(0, of.lastIndexOf('\n', span.start) + 1), inManner(gridOfSheet(sheetOf(table, table.form!)), manner), behind(of, span.end)]
          .join('\n\n')
      ), published);
      const left = EXPECTED[name].map((line) => line.split(' ')[2]);
      const analysis = analyze(text);
      const unexpected = analysis.findings.filter(({ rule }) => {
        const at = left.indexOf(rule);
        if (at >= 0) { left.splice(at, 1); }
        return at < 0 && rule !== 'stray-page-number';
      });
      expect(unexpected.map((finding) => told(finding, text)), JSON.stringify(manner)).toEqual([]);
      expect(analysis.tables.length, JSON.stringify(manner)).toBeGreaterThanOrEqual(3);
      expect(left.filter((rule) => ALWAYS_TOLD.has(rule)), JSON.stringify(manner)).toEqual([]);
    }
  });
});

/** Rules of the tables of the samples that no manner hides anything from. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set(['outcome-sum', 'unit-in-cell']);

/** The lines below that of an offset. */
function behind(text: string, offset: number): string { return text.slice(`${text}\n`.indexOf('\n', offset - 1)); }

function without(rows: readonly RowSpec[], row: RowSpec): RowSpec[] { return rows.filter((other) => other !== row); }

function covers({ start, end }: AnalysedFinding['span'], offset: number): boolean { return start <= offset && offset < end; }
