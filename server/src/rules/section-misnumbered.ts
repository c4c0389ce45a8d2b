/** A section whose number does not follow the section before it, or is not written in the numerals the others have. */
import { DASH_FOR_ONE } from '../prose/heading';
import type { Section } from '../prose/outline';
import { message } from '../messages';
import { writeChineseNumeral } from '../text/numerals';
import { documentRule } from './rule';
import { outOfOrder, sectionAt, sectionsDue } from './shared/sections';

interface Facts {
  readonly section: Section;
  readonly found: string;
  readonly want: string;
}

export const sectionMisnumbered = documentRule<Facts>({
  id: 'section-misnumbered',
  level: 'warning',
  *find(context) {
    const sections = sectionsDue(context);
    if (!isAnyOdd(sections, context.text)) { return; }
    const arabic = sections.filter(({ item }) => item?.script === 'arabic').length;
    const moved = new Set(outOfOrder(sections));
    const seen = new Set<number>();
    let last = 0;
    for (const section of sections) {
      const { item, official, number } = section;
      const follows = item === null || follow(item.value, section, sections, last, seen)
        || (official > 0 && item.value === official && (item.value > last || moved.has(section)));
      const want = follows && item !== null ? item.value : last + 1;
      const inStyle = item === null
        || (isNumeral(section, context.text) && (item.script === 'chinese' || arabic > sections.length / 2));
      if (!follows || !inStyle) {
        const found = context.text.slice(number.start, section.titleSpan.start).trim();
        yield {
          rule: 'section-misnumbered', span: number,
          facts: {
            section, found, want: item?.script === 'arabic' && arabic > sections.length / 2 ? String(want) : writeChineseNumeral(want),
          },
        };
      }
      last = moved.has(section) && want !== last + 1 ? last : Math.max(last, want);
      seen.add(official);
    }
  },
  explain: ({ facts: { section, found, want } }) => message('section-misnumbered', { found, want: `${want}、`, title: section.title }),
  *repairs({ facts: { section, want } }, { text }) {
    const mark = text.slice(section.number.end, section.titleSpan.start);
    yield {
      title: message('section-misnumbered.repair', { want: `${want}、${section.title}` }), kind: 'safe', preferred: true,
      changes: [{
        kind: 'replaceText', span: { start: section.number.start, end: section.titleSpan.start },
        text: `${want}${mark.startsWith('、') ? mark : '、'}`,
      }],
    };
  },
});

/** The next number, with those of missing sections left out; the same number for a section that stands there again. */
function follow(value: number, { official }: Section, sections: readonly Section[], last: number, seen: ReadonlySet<number>): boolean {
  if (value === last + 1) { return true; }
  if (official === 0) { return false; }
  if (seen.has(official)) { return value === last || value === official; }
  let missing = 0;
  for (let due = Math.max(0, ...seen) + 1; due < official; due++) { if (!sectionAt(sections, due)) { missing++; } }
  return value === last + 1 + missing;
}

/** Not the dash that was read as 一. */
function isNumeral({ number }: Section, text: string): boolean { return !DASH_FOR_ONE.test(text.slice(number.start, number.start + 2)); }

function isAnyOdd(sections: readonly Section[], text: string): boolean {
  for (let i = 0; i < sections.length; i++) {
    const { item } = sections[i];
    if (item !== null && (item.value !== i + 1 || item.script !== 'chinese' || !isNumeral(sections[i], text))) { return true; }
  }
  return false;
}
