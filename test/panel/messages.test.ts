/** What comes from the panel is believed only in exactly its own shapes; what is shown of a document is only ever text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromPanel, type FromPanel } from '../../client/src/summary/panelMessages';
import { readKept, NOTHING_KEPT } from '../../client/src/summary/panel/panelState';
import { visibleText } from '../../client/src/summary/panel/visibleText';
import { worded } from '../../client/src/wording';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
const GOOD: readonly FromPanel[] = [
  { type: 'ready' }, { type: 'showTable', uri: 'file:///a', table: 2 }, { type: 'record', form: 'html' },
  { type: 'reveal', uri: 'file:///a', version: 3, range }, { type: 'edit', uri: 'file:///a', version: 3, table: 0, cell: 5, text: '' },
  { type: 'repair', uri: 'file:///a', version: 3, finding: 'row-sum@1', repair: 0 },
  { type: 'preview', uri: 'file:///a', version: 3, findings: ['a'] },
];

describe('messages of the panel', () => {
  it.each(GOOD)('%o is one', (message) => expect(readFromPanel(JSON.parse(JSON.stringify(message)))).toEqual(message));
  it('lose what does not belong to them', () => expect(readFromPanel({ ...GOOD[4], command: 'x' })).toEqual(GOOD[4]));
  it.each(GOOD.slice(1)
    .flatMap((message) => Object.keys(message).filter((key) => key !== 'type').map((key) => [message.type, key, message] as const)))(
    '%s without %s is none', (_, key, message) => {
      for (const wrong of [undefined, null, {}, -1, 1.5, NaN]) { expect(readFromPanel({ ...message, [key]: wrong })).toBeNull(); }
    });
  it('are nothing else', () => fc.assert(fc.property(fc.anything(), (value) => {
    expect([null, 'ready']).toContain(readFromPanel(value)?.type ?? null);
  })));
  it('are not endless', () => {
    expect(readFromPanel({ ...GOOD[4], text: 'x'.repeat(2 << 20) })).toBeNull();
    expect(readFromPanel({ ...GOOD[6], findings: Array<string>(101).fill('a') })).toBeNull();
  });
});

describe('what the panel keeps', () => {
  it.each([null, undefined, 7, 'x', {}, { uri: 5 }])('%o is nothing', (value) => expect(readKept(value)).toEqual(NOTHING_KEPT));
  it('comes back as it was', () => {
    const kept = { uri: 'file:///a', table: 1, cell: 9, open: { unchecked: true } };
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});

describe('text of a document', () => {
  it('names marks that hide or reorder', () => expect(visibleText('1\u202e23\u200b\u2066')).toBe('1⟨U+202E⟩23⟨U+200B⟩⟨U+2066⟩'));
  it('is cut with a sign where it is very long', () => expect(visibleText('一'.repeat(10_000), 80)).toBe(`${'一'.repeat(80)}…`));
  it('is otherwise as it is', () => expect(visibleText('<b>${x}</b> {{y}}')).toBe('<b>${x}</b> {{y}}'));
  it('fills sentences once', () => expect(worded('{0} of {1}', '{1}', 2)).toBe('{1} of 2'));
  it('chooses the word that fits the number', () => {
    const words = '{0} {0|finding|findings}';
    expect([0, 1, 2, 11].map((count) => worded(words, count))).toEqual(['0 findings', '1 finding', '2 findings', '11 findings']);
  });
});
