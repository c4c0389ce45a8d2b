/** Normal forms of labels, and the radicals that fonts of PDFs give in place of characters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm, withoutRadicals } from '../../server/src/text/normal';

describe('radicals', () => {
  it('become the characters that they look like, one for one', () => {
    expect(withoutRadicals('⼆、⾃然⼈、⺠政⻔票、⻰头')).toBe('二、自然人、民政门票、龙头');
    expect(withoutRadicals('二、自然人')).toBe('二、自然人');
  });

  it('leave every text as long as it was', () => {
    const radical = fc.integer({ min: 0x2e80, max: 0x2fdf }).map((code) => String.fromCharCode(code));
    fc.assert(fc.property(fc.string({ unit: fc.oneof(radical, fc.string({ unit: 'binary', maxLength: 2 })) }), (text) => {
      expect(withoutRadicals(text)).toHaveLength(text.length);
    }));
  });
});

it('a normal form is its own normal form', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(normalForm(normalForm(text))).toBe(normalForm(text)); }));
});
