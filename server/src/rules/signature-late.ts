/** The report is dated after 31 March of the next year, the last day for publishing it (《政府信息公开条例》第四十九条). */
import type { Message } from '../model/message';
import { dayMessage, message } from '../messages';
import { documentRule } from './rule';

const LAST_MONTH = 3;

export const signatureLate = documentRule<{ readonly found: Message; readonly due: Message }>({
  id: 'signature-late',
  level: 'off',
  *find({ report }) {
    const { signature, year } = report;
    if (signature === null || !signature.exists || year === null || report.titleYear === null && report.period === null) { return; }
    if (signature.year < year + 1 || (signature.year === year + 1 && signature.month <= LAST_MONTH)) { return; }
    yield {
      rule: 'signature-late', span: signature,
      facts: { found: dayMessage(signature.year, signature.month, signature.day), due: dayMessage(year + 1, LAST_MONTH, 31) },
    };
  },
  explain: ({ facts: { found, due } }) => message('signature-late', { found, due }),
});
