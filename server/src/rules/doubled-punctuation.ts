/** Two punctuation marks where one is due: 止,,如 or 工作。。 */
import { doubledMarks } from '../prose/typography';
import { message } from '../messages';
import { shifted } from '../text/span';
import { documentRule } from './rule';

export const doubledPunctuation = documentRule<{ readonly found: string; readonly want: string }>({
  id: 'doubled-punctuation',
  level: 'hint',
  *find({ report }) {
    for (const { start, passage } of report.passages) {
      for (const mark of passage.read(doubledMarks)) {
        yield {
          rule: 'doubled-punctuation', span: shifted(mark, start),
          facts: { found: passage.text.slice(mark.start, mark.end), want: mark.want },
        };
      }
    }
  },
  explain: ({ facts: { found, want } }) => message('doubled-punctuation', { found, want }),
  *repairs({ span, facts: { want } }) {
    yield {
      title: message('doubled-punctuation.repair', { want }), kind: 'safe', preferred: true,
      changes: [{ kind: 'replaceText', span, text: want }],
    };
  },
});
