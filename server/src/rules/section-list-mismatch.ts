/** The preamble lists the sections in another order than the body has them, or leaves one out. One that is not there is missing. */
import { SECTION_TITLES } from '../prose/sectionTitles';
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { isListed, placeInList, preambleList, type PreambleList } from './shared/preambleList';
import { documentRule } from './rule';
import { outOfOrder, sectionsDue } from './shared/sections';

interface Facts {
  readonly kind: 'order' | 'unlisted';
  /** Titles as the list or the body writes them. */
  readonly a: string;
  readonly b: string;
}

const LISTED_FROM = 4;

export const sectionListMismatch = documentRule<Facts>({
  id: 'section-list-mismatch',
  level: 'information',
  *find(context) {
    const sections = sectionsDue(context);
    const list = sections.length === 0 ? null : preambleList(context.report);
    if (list === null || list.titles.length < LISTED_FROM) { return; }
    const swapped = firstSwap(list, sections);
    if (swapped) {
      const [a, b] = swapped;
      const start = list.start + placeInList(list, a);
      yield {
        rule: 'section-list-mismatch', span: { start, end: listEnd(list, b) }, facts: { kind: 'order', a: a.title, b: b.title },
        related: [a, b].map(({ titleSpan, title }) => ({ span: titleSpan, message: message('section.here', { title }) })),
      };
    }
    for (const section of sections) {
      if (section.official === 0 || list.said !== sections.length || list.titles.length < LISTED_FROM + 1 || isListed(list, section)) {
        continue;
      }
      yield {
        rule: 'section-list-mismatch', span: list.numeral, facts: { kind: 'unlisted', a: SECTION_TITLES[section.official - 1], b: '' },
        related: [{ span: section.titleSpan, message: message('section.here', { title: section.title }) }],
      };
    }
  },
  explain: ({ facts: { kind, a, b } }) => (kind === 'order' ? message('section-list-mismatch.order', { a, b })
    : message('section-list-mismatch.unlisted', { a })),
});

/** The first two sections that the list has the other way round, in the order of the list; what the form would move is left out. */
function firstSwap(list: PreambleList, sections: readonly Section[]): readonly [Section, Section] | null {
  const moved = outOfOrder(sections);
  const listed = sections.filter((section) => placeInList(list, section) >= 0 && !moved.includes(section));
  for (let i = 1; i < listed.length; i++) {
    if (placeInList(list, listed[i]) < placeInList(list, listed[i - 1])) { return [listed[i], listed[i - 1]]; }
  }
  return null;
}

function listEnd(list: PreambleList, section: Section): number {
  const title = list.titles.find((one) => one.section === section.official);
  return list.start + (title ? title.end : placeInList(list, section) + section.title.length);
}
