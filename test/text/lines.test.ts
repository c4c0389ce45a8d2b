// Lines found afresh are those split by hand, and lines taken over from any earlier text are those found afresh.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonHead, commonTail, eachLine, Lines, On } from '../../server/src/text/lines';

const piece = fc.constantFrom('\n', '\r\n', '\r', '\t', '|', ' ', '  ', '\u3000', '\u00a0', '\ufeff', '宁', '7', 'ab', '');
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const shown = ({ count, starts, ends, marks, onAny }: Lines): unknown => ({
  lines: Array.from({ length: count }, (_, line) => [starts[line], ends[line], marks[line]]), onAny,
});

describe('lines', () => {
  it('are the text between line feeds, without a carriage return at their end', () => {
    fc.assert(fc.property(anyText, (text) => {
      const lines = Lines.of(text);
      const found = Array.from({ length: lines.count }, (_, line) => text.slice(lines.starts[line], lines.ends[line]));
      expect(found).toEqual(text.split('\n').map((line) => line.replace(/\r$/, '')));
    }));
  });
  it('are visited one by one, but for nothing behind the last line feed', () => {
    fc.assert(fc.property(anyText, (text) => {
      const visited: number[][] = [];
      eachLine(text, (start, end, next) => { visited.push([start, end, next]); });
      const lines = Lines.of(text);
      const all = Array.from({ length: lines.count }, (_, line) => [lines.starts[line], lines.ends[line], lines.next(line)]);
      expect(visited).toEqual(text === '' || text.endsWith('\n') ? all.slice(0, -1) : all);
    }));
  });
  it('say what stands on them', () => {
    fc.assert(fc.property(anyText, (text) => {
      const lines = Lines.of(text);
      text.split('\n').forEach((line, number) => {
        expect(lines.bears(number, On.Text)).toBe(/[^\s\ufeff]/.test(line));
        expect(lines.bears(number, On.Filler)).toBe(/[\u00a0\u3000]/.test(line));
        expect(lines.bears(number, On.Tab)).toBe(line.includes('\t'));
        expect(lines.bears(number, On.Bar)).toBe(line.includes('|'));
        expect(lines.bears(number, On.LoneReturn)).toBe(/\r(?!$)/.test(line) || (line.endsWith('\r') && number === lines.count - 1));
        expect(lines.bears(number, On.Gap)).toBe(line.includes('  '));
      });
    }));
  });
  it('are the same when taken over from an earlier text', () => {
    fc.assert(fc.property(anyText, anyText, (earlier, text) => {
      const taken = Lines.of(text, Lines.of(earlier));
      expect(taken.text).toBe(text);
      expect(shown(taken)).toEqual(shown(Lines.of(text)));
    }), { numRuns: 2000 });
  });
  it('are the same after an edit within a text', () => {
    fc.assert(fc.property(anyText, anyText, anyText, anyText, (head, out, put, tail) => {
      expect(shown(Lines.of(head + put + tail, Lines.of(head + out + tail)))).toEqual(shown(Lines.of(head + put + tail)));
    }), { numRuns: 2000 });
  });
});

describe('what two texts have in common', () => {
  it('is their longest head and tail', () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      const head = commonHead(a, b);
      expect(a.slice(0, head)).toBe(b.slice(0, head));
      expect(head === Math.min(a.length, b.length) || a[head] !== b[head]).toBe(true);
      const most = Math.min(a.length, b.length) - head;
      const tail = commonTail(a, b, most);
      expect(a.slice(a.length - tail)).toBe(b.slice(b.length - tail));
      expect(tail === most || a.at(-tail - 1) !== b.at(-tail - 1)).toBe(true);
    }));
  });
});
