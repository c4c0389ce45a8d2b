/** Faults in item numbers and brackets. Invariant: the words of a label stay as they are. */
import type { HeadingSpec, RowSpec } from '../../../server/src/model/form';
import { splitItem, type Item } from '../../../server/src/text/item';
import { writeChineseNumeral } from '../../../server/src/text/numerals';
import { pick, type Random } from '../../harness/random';
import { planted, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

/** A label or heading that is numbered as the form numbers it. */
interface Numbered {
  readonly table: TableDraft;
  readonly item: Item;
  readonly official: Item;
  readonly head: string;
  readonly rest: string;
  write(text: string): void;
}

function numberedIn({ tables }: Draft): Numbered[] {
  return tables.flatMap((table) => [
    ...table.rows.filter((row) => row.label !== '' && table.standsAlone(row))
      .map((row: RowSpec) => numbered(table, row.item, table.labelOf(row), (text) => {
      table.setLabel(row, text);
    })),
    ...table.headings.map((heading: HeadingSpec) => numbered(table, heading.item, table.headingOf(heading), (text) => {
      table.setHeading(heading, text);
    })),
  ]).filter((one): one is Numbered => one !== null);
}

function numbered(table: TableDraft, official: Item | null, text: string, write: (text: string) => void): Numbered | null {
  const { item, length } = splitItem(text);
  if (item === null || official === null || item.value !== official.value || item.mark !== official.mark
    || item.script !== official.script) {
    return null;
  }
  return { table, item, official, head: text.slice(0, length), rest: text.slice(length), write };
}

const NUMERAL = /[一二三四五六七八九十]+|\d+/;

function numberFault(
  rule: string, name: string, holds: (one: Numbered, all: readonly Numbered[]) => boolean, head: (one: Numbered, random: Random) => string,
  more: Partial<Fault> = {},
): Fault {
  return {
    rule, name, ...more,
    stage(draft, random) {
      const all = numberedIn(draft);
      const fitting = all.filter((one) => holds(one, all));
      if (fitting.length === 0) { return null; }
      const chosen = pick(random, fitting);
      return () => { chosen.write(planted(head(chosen, random) + chosen.rest)); };
    },
  };
}

/** Siblings of one style, the numbered one among them, enough to say which style is usual. */
const hasSiblings = (one: Numbered, all: readonly Numbered[]): boolean => (
  all.filter(({ table, official }) => table === one.table && official.mark === one.official.mark).length >= 3
);
const numeral = (value: number, script: Item['script']): string => (script === 'chinese' ? writeChineseNumeral(value) : String(value));
const withNumber = (one: Numbered, value: number, script = one.item.script): string => one.head.replace(NUMERAL, numeral(value, script));

export const NUMBERING_FAULTS: readonly Fault[] = [
  numberFault('item-misnumbered', 'the next number', hasSiblings, (one) => withNumber(one, one.item.value + 1)),
  numberFault(
    'item-misnumbered', 'the number before', (one, all) => hasSiblings(one, all) && one.item.value > 1,
    (one) => withNumber(one, one.item.value - 1),
  ),
  numberFault(
    'item-misnumbered', 'digits for a Chinese numeral',
    (one, all) => hasSiblings(one, all) && one.item.script === 'chinese' && one.item.mark === 'brackets',
    (one) => withNumber(one, one.item.value, 'arabic'),
  ),
  numberFault(
    'numbering-style-mixed', '1、 among 1.', (one, all) => hasSiblings(one, all) && one.item.mark === 'dot', (one) => `${one.item.value}、`,
    { named: 'related' },
  ),
  numberFault(
    'numbering-style-mixed', '1) among 1.', (one, all) => hasSiblings(one, all) && one.item.mark === 'dot', (one) => `${one.item.value}）`,
    { named: 'related' },
  ),
  numberFault(
    'numbering-style-mixed', '一、 among （一）', (one, all) => hasSiblings(one, all) && one.item.mark === 'brackets',
    (one) => `${writeChineseNumeral(one.item.value)}、`, { named: 'related', brings: ['mixed-brackets'] },
  ),
  numberFault(
    'mixed-brackets', 'half-width among full-width', (one, all) => hasSiblings(one, all) && /（.*）/.test(one.head),
    (one) => one.head.replace('（', '(').replace('）', ')'), { named: 'related' },
  ),
];
