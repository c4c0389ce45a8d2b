/**
 * Faults in what the running text says of the tables. Invariant: sentences are put in with the right figures first, so the
 * report is known to be silent on them; then one figure or word is made wrong.
 */
import { below, pick } from '../../harness/random';
import { planted, type Draft } from './draft';
import type { Fault } from './fault';
import { atRequests, inProseAt, textFault, type Edit, type Subject } from './text';

/** Figures of the column 总计; null where some cell of the rows is blank. */
function totalOf({ tables }: Draft, rows: RegExp): number | null {
  const table = tables.find(({ form }) => form.id === 'requests')!;
  const column = table.form.blocks[0].columns.findIndex(({ isTotal }) => isTotal);
  return table.rows.filter(({ id }) => rows.test(id)).reduce<number | null>((sum, row) => {
    const figure = table.figureAt(row.base + column) ?? '';
    return sum === null || !/^\d+$/.test(figure) ? null : sum + Number(figure);
  }, 0);
}

const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['予以公开', /^r1$/], ['部分公开', /^r2$/], ['不予公开', /^r3/], ['无法提供', /^r4/], ['不予处理', /^r5/], ['其他处理', /^r6/],
];

/** Sentences with {…} around the figures that may be changed. */
const SENTENCES: readonly ((draft: Draft, year: number) => string | null)[] = [
  (draft, year) => said`${year}年，本机关新收到政府信息公开申请{${totalOf(draft, /^new$/)}}件。`,
  (draft, year) => (
    said`${year}年度，共收到政府信息公开申请{${totalOf(draft, /^new$/)}}件，上年结转{${totalOf(draft, /^carry$/)}}件，结转下年度继续办理{${totalOf(draft, /^fwd$/)}}件。`
  ),
  (draft, year) => said`${year}年收到政府信息公开申请${totalOf(draft, /^new$/)}件，上年结转${totalOf(draft, /^carry$/)}件，办结{${totalOf(draft, /^total$/)}}件。`,
  ...GROUPS.map(([words, rows]) => (draft: Draft, year: number) => said`${year}年办理的政府信息公开申请中，${words}{${totalOf(draft, rows)}}件。`),
];

function said(parts: TemplateStringsArray, ...values: readonly (string | number | null)[]): string | null {
  return values.includes(null) ? null : String.raw({ raw: parts }, ...values);
}

const FIGURE = /\{(\d+)\}/g;
const plain = (sentence: string): string => sentence.replace(FIGURE, '$1');

/** Of the sentences that the tables bear out, one with one figure made wrong by more than any other meaning would explain. */
function wrongFigure({ draft, random, year, text }: Subject): Edit[] | null {
  const sentences = SENTENCES.map((write) => write(draft, year)).filter((sentence) => sentence !== null);
  if (sentences.length === 0) { return null; }
  const sentence = pick(random, sentences);
  const chosen = pick(random, [...sentence.matchAll(FIGURE)]);
  const wrong = `${Number(chosen[1]) + 100 + below(random, 60)}`;
  const { start } = atRequests({ draft, random, year, text }, '');
  return [{
    start, end: start,
    text: `\n${plain(sentence.slice(0, chosen.index))}${planted(wrong)}${plain(sentence.slice(chosen.index + chosen[0].length))}\n`,
  }];
}

/** The figures that the report itself tells of its requests. */
function wrongOwnFigure({ text, random }: Subject): Edit[] | null {
  const own = inProseAt(text, /(?<=(?:受理依申请公开|上年结转政府信息公开申请|予以公开|部分公开|不予公开|无法提供|其他处理|继续办) )\d+(?= 件)/g);
  if (own.length === 0) { return null; }
  const { index, 0: figure } = pick(random, own);
  return [{ start: index, end: index + figure.length, text: planted(String(Number(figure) + 100 + below(random, 60))) }];
}

const DENIALS = ['本年度未收到政府信息公开申请。', '本年度没有收到政府信息公开申请。', '全年共收到政府信息公开申请0件。', '本年度无政府信息公开申请。'];

function wrongDenial(subject: Subject): Edit[] | null {
  const received = totalOf(subject.draft, /^new$/);
  const carried = totalOf(subject.draft, /^carry$/);
  return received === null || received === 0 || carried === null ? null : [atRequests(subject, planted(pick(subject.random, DENIALS)))];
}

const REVIEW_DENIALS = ['本年度未发生因政府信息公开引起的行政复议。', '因政府信息公开被申请行政复议0件。', '本年度没有因政府信息公开工作被申请行政复议的情况。'];

function wrongReviewDenial(subject: Subject): Edit[] | null {
  const table = subject.draft.tables.find(({ form }) => form.id === 'reviews')!;
  const total = table.figureAt(table.form.blocks[0].columns.findIndex(({ id }) => id === 'review.total'));
  return total === null || Number(total) === 0 ? null : [atRequests(subject, planted(pick(subject.random, REVIEW_DENIALS)))];
}

/** The report denies what the table, changed consistently, now has. */
function deniedInTable(): Fault {
  return {
    rule: 'prose-negation-mismatch', name: 'the table has what the text denies',
    stage(draft, random) {
      const table = draft.tables.find(({ form }) => form.id === 'requests')!;
      const denial = /未收到依申请公开事项|未受理依申请公开/;
      if (!denial.test(draft.marked())) { return null; }
      draft.steps.push((text) => text.replace(denial, (words) => planted(words)));
      const received = 1 + below(random, 9);
      return () => {
        for (const id of ['new', 'r1', 'total']) {
          const row = table.rows.find((one) => one.id === id)!;
          for (const column of [0, table.form.blocks[0].columns.length - 1]) { table.setFigure(row.base + column, String(received)); }
        }
      };
    },
  };
}

/** All results in one sentence, with the total they add up to. */
function enumeration({ draft, year }: Subject): { opening: string; items: { text: string; value: number }[] } | null {
  const [received, carried, forward] = [/^new$/, /^carry$/, /^fwd$/].map((row) => totalOf(draft, row));
  const items = GROUPS.map(([words, rows]) => ({ text: `${words}${totalOf(draft, rows)}件`, value: totalOf(draft, rows) ?? NaN }));
  if (received === null || carried === null || forward === null || items.some(({ value }) => Number.isNaN(value))
    || draft.sample.startsWith('zhengzhou')) {
    return null;
  }
  return { opening: `${year}年共收到政府信息公开申请${received}件，上年结转${carried}件，结转下年度继续办理${forward}件。办理结果为：`, items };
}

function incomplete(subject: Subject): Edit[] | null {
  const all = enumeration(subject);
  const omissible = all?.items.filter(({ value }) => value > 0) ?? [];
  if (all === null || omissible.length === 0) { return null; }
  const omitted = pick(subject.random, omissible);
  return [atRequests(subject, all.opening + planted(all.items.filter((item) => item !== omitted).map(({ text }) => text).join('，')) + '。')];
}

/** The report's own list, one result taken out. */
function incompleteOwn({ text, random }: Subject): Edit[] {
  const [list] = inProseAt(text, /予以公开 31 件，.*?其他处理 15 件/g);
  const items = list[0].split('，');
  return [
    { start: list.index, end: list.index + list[0].length, text: planted(items.toSpliced(below(random, items.length), 1).join('，')) },
  ];
}

/** It lacks one as published, which is put in first. */
const completed = ({ text }: Subject): Edit[] | null => {
  const [list] = inProseAt(text, /无法提供 25 件/g);
  return list === undefined ? null : [{ start: list.index + list[0].length, end: list.index + list[0].length, text: '，不予处理 1 件' }];
};

function wrongShare(subject: Subject): Edit[] | null {
  const { draft, random } = subject;
  const whole = totalOf(draft, /^total$/);
  const parts = GROUPS.map(([words, rows]) => ({ words, value: totalOf(draft, rows) ?? 0 })).filter(({ value }) => value > 0);
  if (whole === null || parts.length === 0) { return null; }
  const { words, value } = pick(random, parts);
  const wrong = ((100 * value) / whole + pick(random, [-1, 1]) * (4 + below(random, 5)) + 50) % 100;
  return [atRequests(subject, `本年度办结政府信息公开申请${whole}件，其中${words}${value}件，占${planted(wrong.toFixed(2))}%。`)];
}

/** Two figures for what was received, each of which the table could mean. */
function twoFigures(subject: Subject): Edit[] | null {
  const [received, carried] = [totalOf(subject.draft, /^new$/), totalOf(subject.draft, /^carry$/)];
  if (!received || !carried) { return null; }
  const first = subject.draft.sample.startsWith('zhengzhou') ? '' : `本年度共收到政府信息公开申请${received}件。`;
  return [atRequests(subject, `${first}全年${planted(`收到政府信息公开申请${received + carried}件`)}。`)];
}

const CONFLICT = { rules: { 'prose-conflict': 'information' } } as const;

export const PROSE_FAULTS: readonly Fault[] = [
  textFault('prose-table-mismatch', 'a figure that no cell has', wrongFigure),
  textFault('prose-table-mismatch', 'a figure of the report itself', wrongOwnFigure),
  textFault('prose-negation-mismatch', 'requests denied', wrongDenial),
  textFault('prose-negation-mismatch', 'reviews denied', wrongReviewDenial),
  deniedInTable(),
  textFault('prose-parts-sum', 'a result left out of the list', incomplete),
  textFault('prose-parts-sum', 'a result left out of the report’s own list', incompleteOwn, { prepare: completed }),
  textFault('prose-percent', 'a share that is none', wrongShare),
  textFault('prose-conflict', 'two figures for one thing', twoFigures, CONFLICT),
];
