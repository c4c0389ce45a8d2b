/** Writing one cell from the panel: that cell changes, nothing else does, in every layout. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis';
import { analyze } from '../../server/src/analysis/analyze';
import { cellEdit, repairEdits, repairPreviews } from '../../server/src/features/cellEdit';
import { builtInForms } from '../../server/src/forms';
import { contentOf } from '../../server/src/model/content';
import type { Reading } from '../../server/src/model/reading';
import type { CellEditAnswer } from '../../server/src/protocol/summary';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { consistentFigures } from '../harness/randomReport';
import { seeded } from '../harness/random';
import { LAYOUTS } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const form = builtInForms().find(({ id }) => id === 'report-2021')!;
const SAMPLES = ['ningbo-2021.txt', 'lucheng-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md', 'baoshan-2023.txt'];
const sample = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../samples', name), 'utf8');

/** The text after the edits, or null where they were refused. */
function written(text: string, answer: CellEditAnswer): string | null {
  return 'refused' in answer ? null : TextDocument.applyEdits(
    TextDocument.create('file:///r', 'plaintext', 1, text), [...answer.edits].map(({ range, newText }) => ({ range, newText })),
  );
}

/** Every cell that was read, block by block. */
function cellTexts({ blocks }: Analysis, replaced?: Reading, cell = -1, value = ''): string {
  return [...blocks.values()].map(({ reading }) => (
    reading?.cells.map(({ content }, i) => (reading === replaced && i === cell ? value : content.text)).join('\u241f')
  )).join('\n');
}

function checkEdit(text: string, analysis: Analysis, table: number, cell: number, value: string): 'written' | 'refused' {
  const after = written(text, cellEdit(analysis, table, cell, value, 'zh'));
  if (after === null) { return 'refused'; }
  const { start, table: { reading } } = analysis.tables[table];
  expect(cellTexts(analyze(after))).toBe(cellTexts(analysis, reading, cell, contentOf(value.trim()).text));
  const { slot } = reading.cells[cell];
  expect(after.startsWith(text.slice(0, start + slot.start)), 'what is before it').toBe(true);
  expect(after.endsWith(text.slice(start + slot.end)), 'what is after it').toBe(true);
  return 'written';
}

describe.each(LAYOUTS)('%s', (layout) => {
  const next = seeded(11);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, next).map(String)]));
  const text = renderReport(form.tables, figures, 2023, layout);
  const analysis = analyze(text);
  const cells = analysis.tables.flatMap(({ table }, index) => (
    table.places.flatMap((cell) => (cell === null ? [] : [{ table: index, cell: table.reading.cells.indexOf(cell) }]))
  ));

  it('takes a new figure in every cell', () => {
    expect(cells).toHaveLength(form.tables.reduce((sum, { places }) => sum + places, 0));
    for (const { table, cell } of cells) {
      expect(checkEdit(text, analysis, table, cell, '98765'), `table ${table}, cell ${cell}`).toBe('written');
    }
  });

  it('is written with the line ends of the text', () => {
    const crlf = text.replace(/\n/g, '\r\n');
    const other = analyze(crlf);
    for (const { table, cell } of cells.filter((_, i) => i % 9 === 0)) {
      expect(checkEdit(crlf, other, table, cell, '31')).toBe('written');
    }
  });

  it('either takes any text as it is, or refuses it whole', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('a|b', '<td>', '</table>', '&amp;', '1\t2', '|', '`', '\\', '||', '１２', '[bookmark: x]', '  7  ', '三、总计'),
    );
    fc.assert(fc.property(fc.constantFrom(...cells), anything, ({ table, cell }, value) => {
      checkEdit(text, analysis, table, cell, value.replace(/\s*[\r\n]+\s*/g, ' '));
    }), { numRuns: 150, seed: 3 });
  });
});

describe.each(SAMPLES)('%s', (name) => {
  it('takes a new figure in every cell that has a place', () => {
    const text = sample(name);
    const analysis = analyze(text);
    analysis.tables.forEach(({ table }, index) => table.places.forEach((cell) => {
      if (cell !== null) {
        expect(checkEdit(text, analysis, index, table.reading.cells.indexOf(cell), '41'), cell.content.text).toBe('written');
      }
    }));
  });
});

describe('what cannot be done', () => {
  const text = sample('lucheng-2021.txt');
  const analysis = analyze(text);
  it.each([[99, 0], [0, 9999], [0, -1]])('no cell: table %i, cell %i', (table, cell) => {
    expect(cellEdit(analysis, table, cell, '1', 'en')).toEqual({ refused: 'This cell or repair no longer exists.' });
  });
  it('no such repair', () => {
    expect(repairEdits(analysis, { finding: 'nothing', repair: 0 }, 'zh')).toHaveProperty('refused');
    expect(repairEdits(analysis, { finding: analysis.findings[0].id, repair: 99 }, 'zh')).toHaveProperty('refused');
  });
});

describe('the preview of a repair', () => {
  it.each(SAMPLES)('of %s says what making it does', (name) => {
    const text = sample(name);
    const analysis = analyze(text);
    for (const { finding, repair, held, broken } of repairPreviews(analysis, analysis.findings.map(({ id }) => id))) {
      const after = analyze(written(text, repairEdits(analysis, { finding, repair }, 'zh'))!);
      expect(after.ledger.held - analysis.ledger.held, finding).toBeLessThanOrEqual(held);
      expect(after.ledger.broken - analysis.ledger.broken, finding).toBeLessThanOrEqual(broken);
    }
  });
  it('counts what newly holds', () => {
    const analysis = analyze(sample('lucheng-2021.txt'));
    const total = analysis.findings.find(({ rule }) => rule === 'outcome-sum')!;
    expect(repairPreviews(analysis, [total.id])[0]).toEqual({ finding: total.id, repair: 0, held: 4, broken: 0 });
  });
});
