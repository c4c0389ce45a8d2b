/** Offsets and positions: as the Language Server Protocol counts, on any text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../server/src/features/position';
import { Lines } from '../../server/src/text/lines';

it('are those of the protocol, for any line ends and any offset', () => {
  const piece = fc.constantFrom('\n', '\r', '\r\n', '总计', '😀', 'a', '\ud800', '\u2028', '');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const text = pieces.join('');
    const document = TextDocument.create('file:///a', 'plaintext', 1, text);
    const positions = new Positions(Lines.of(text));
    for (let offset = -1; offset <= text.length + 1; offset++) {
      const inside = Math.max(0, Math.min(offset, text.length));
      // TextDocument moves an offset between CR and LF back to before the CR; no span starts or ends there.
      if (text[inside - 1] === '\r' && text[inside] === '\n') { continue; }
      expect(positions.at(offset)).toEqual(document.positionAt(offset));
    }
  }));
});
