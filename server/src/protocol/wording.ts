/**
 * How the {places} of a sentence are filled, in every bundle. Invariant: `{count}` gives the value, `{count|table|tables}` the
 * first word where the value is 1 and else the second; text that is filled in is never read again for places.
 */
const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** @param valueOf by the name of the place */
export function filled(sentence: string, valueOf: (name: string) => string): string {
  return sentence.replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = valueOf(name);
    return one === undefined ? value : value === '1' ? one : many!;
  });
}
