/** A share (占86.92%) that none of the totals gives which it can be a share of. */
import { shifted, type Span } from '../text/span';
import { message } from '../messages';
import { toldOf, type CheckedClaim, type Told } from './shared/requestClaims';
import { levelOf, requestTotals, soleSum } from './shared/meanings';
import { documentRule } from './rule';

interface Facts {
  readonly words: string;
  readonly part: number;
  readonly whole: number;
  readonly found: string;
  readonly want: string;
  readonly number: Span;
}

export const prosePercent = documentRule<Facts>({
  id: 'prose-percent',
  level: 'information',
  *find(context) {
    const told = toldOf(context);
    for (const one of told) {
      for (const share of one.statement.shares) {
        const part = one.claims.find(({ claim }) => claim === share.part);
        if (part === undefined || part.meanings.every((meaning) => soleSum(meaning, part.table) !== part.value) || !isOfRequests(part)) {
          continue;
        }
        const wholes = wholesFor(part, one.paragraph);
        if (wholes.length === 0 || wholes.some((whole) => partsFor(part, one).some((value) => fits(share.percent, value, whole)))) {
          continue;
        }
        const number = shifted(share, one.at);
        yield {
          rule: 'prose-percent', span: number,
          facts: {
            words: part.claim.words, part: part.value, whole: wholes[0], found: share.percent,
            want: percentOf(part.value, wholes[0], decimalsOf(share.percent)), number,
          },
          related: [{ span: part.span, message: message('named.figure', { name: part.claim.words, value: part.value }) }],
        };
      }
    }
  },
  explain: ({ facts: { words, part, whole, found, want } }) => message('prose-percent', { words, part, whole, found, want }),
  *repairs({ facts: { want, number } }) {
    yield {
      title: message('prose-percent.repair', { want }), kind: 'review', preferred: false,
      changes: [{ kind: 'replaceText', span: number, text: want }],
    };
  },
});

function isOfRequests({ claim, table }: CheckedClaim): boolean {
  return table.context.form.id === 'requests'
    && (levelOf(claim.label) === 'warning' || /^(?:natural|business|legal|organisations|row:.*|r4\.1)$/.test(claim.label));
}

/** Totals of the table as they are once it is repaired, then those the paragraph names; none where a total is disputed. */
function wholesFor(part: CheckedClaim, paragraph: readonly Told[]): number[] {
  const totals = requestTotals(part.table)?.map((total) => soleSum(total, part.table)) ?? [null];
  if (!totals.every((total) => total !== null)) { return []; }
  const said = paragraph.flatMap(({ claims }) => (
    claims.filter(({ claim }) => claim !== part.claim && /^(?:new|received|done|r\d)$/.test(claim.label)).map(({ value }) => value)
  ));
  return [...totals, ...said].filter((whole) => whole > 0 && whole >= part.value);
}

/** The figure before the share, and that with those before it (予以公开 46 件，部分公开 13 件，占比 51.8%). */
function partsFor(part: CheckedClaim, { claims }: Told): number[] {
  const found: number[] = [];
  for (let at = claims.indexOf(part), sum = 0; at >= 0 && claims[at].table === part.table; at--) { found.push(sum += claims[at].value); }
  return found;
}

function decimalsOf(percent: string): number {
  const point = percent.indexOf('.');
  return point < 0 ? 0 : percent.length - point - 1;
}

/** As printed: rounded to its decimals, or cut off after them. Exact in whole numbers. */
function fits(percent: string, part: number, whole: number): boolean {
  const printed = Number(percent.replace('.', ''));
  const scaled = 100 * part * 10 ** decimalsOf(percent);
  return Math.abs(2 * scaled - 2 * printed * whole) <= whole || (printed * whole <= scaled && scaled < (printed + 1) * whole);
}

function percentOf(part: number, whole: number, decimals: number): string {
  const scaled = Math.floor((200 * part * 10 ** decimals + whole) / (2 * whole));
  if (decimals === 0) { return String(scaled); }
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
