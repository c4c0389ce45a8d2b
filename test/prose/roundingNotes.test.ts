// Notes that figures may not add up because of rounding, as reports print them; and sentences about rounding that say no such thing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundingNotesOf, type RoundingNote } from '../../server/src/prose/roundingNotes';
import { Lines } from '../../server/src/text/lines';

const notesOf = (text: string): readonly RoundingNote[] => roundingNotesOf(Lines.of(text));

const NOTES = [
  '由于四舍五入，分项之和可能与合计不等。', '注：因四舍五入，部分数据与合计略有出入', '本表数据因四舍五入，存在尾差。', '部分数据因四舍五入的原因，存在误差。', '数据有四舍五入的误差，略有出入', '四舍五入造成数据略有差异',
  '各项数据四舍五入，与总数略有出入', '由于小数取舍的原因，各分项与合计存在误差',
  '部分数据合计数或相对数由于单位取舍不同而产生的计算误差，均未作机械调整。', '合计与分项不一致系四舍五入所致', '四捨五入の関係で、合計と内訳の計が一致しないことがある。',
  'Figures may not add due to rounding.', 'Totals may not sum due to rounding',
  'Note: Details will not add to the totals shown because of rounding.',
  'Due to rounding, numbers presented throughout this report may not add up precisely to the totals provided.',
  'Percentages may not total 100% because of rounding',
  'Because figures have been rounded, components do not always sum to totals.', 'Minor differences are due to rounding.',
  "Columns don't add because of rounding",
  'Abweichungen in den Summen durch Runden der Zahlen', 'Rundungsdifferenzen sind möglich.', 'rundungsbedingte Differenzen',
  'En raison des arrondis, la somme des composantes peut différer du total.',
  'Les totaux peuvent ne pas correspondre en raison des arrondis',
  'Los totales pueden no coincidir por el redondeo', 'A soma pode não coincidir devido ao arredondamento',
  'Il totale può differire per arrotondamenti',
  'TOTALS MAY NOT ADD DUE TO ROUNDING', 'Итог может не совпадать с суммой из-за округления',
];

const OTHERS = [
  '结果按四舍五入保留两位小数。', '平均分四舍五入取整', '尾数为零的不列入', '取舍之间，各有合计', '绩效得分按四舍五入取整，与实际不符的不予认定', '本指标按四舍五入计算，误差不超过5%', '金额四舍五入；数据不一致的，以决算为准',
  '补贴尾数按四舍五入取舍，账实不符的应当核查', '数据取舍标准不一致', '价格四舍五入到元，差异部分由卖方承担', 'Rounding mode: half even', 'The total is rounded and does not include tax.',
  'Results are rounded to two decimals.', 'surrounding areas do not add to the total', 'Der Betrag wird kaufmännisch gerundet',
  'Le prix est arrondi au centime', 'Se redondea a dos decimales',
  'a rounded corner, a total mess', 'The difference between the rounded corners',
];

describe('a note on rounding', () => {
  for (const note of NOTES) {
    it(note, () => { expect(notesOf(`前文。\n\n${note}\n\nEnd.`).map(({ start, end }) => [start, end])).toEqual([[5, 5 + note.length]]); });
  }

  it('may break in two lines', () => {
    expect(notesOf('Figures shown here may not add\nto the totals due to rounding.\n').length).toBe(1);
  });

  it('that speaks of the whole report says so', () => {
    expect(notesOf('本报告中部分合计与分项因四舍五入略有差异').map(({ isGeneral }) => isGeneral)).toEqual([true]);
    expect(notesOf('注：本表因四舍五入略有差异').map(({ isGeneral }) => isGeneral)).toEqual([false]);
  });
});

describe('no such note', () => {
  for (const text of OTHERS) { it(text, () => { expect(notesOf(text)).toEqual([]); }); }

  it('two rows of a table', () => { expect(notesOf('| 四舍五入 | 3 |\n| 差异 | 4 |\n')).toEqual([]); });
});

describe('after an edit', () => {
  const piece = fc.constantFrom(
    '\n', '\r\n', '\n\n', '注：本表因四舍五入略有差异', '由于四舍五入，', '分项之和与合计可能不等', 'Figures may not add', ' to totals due to rounding.', '| 1 |', '行政许可',
    '本报告',
  );
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  it('are those of the new text, whatever was there before', () => {
    fc.assert(fc.property(anyText, anyText, anyText, anyText, (head, out, put, tail) => {
      const before = Lines.of(head + out + tail);
      const lines = Lines.of(head + put + tail, before);
      expect(roundingNotesOf(lines, { text: before.text, notes: roundingNotesOf(before) })).toEqual(notesOf(lines.text));
    }), { numRuns: 3000 });
  });
});
