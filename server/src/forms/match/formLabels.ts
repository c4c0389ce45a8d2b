/**
 * A grid with labels as the official forms have them, whatever a conversion did to them: each once, without its headings, with nothing in
 * front of it, and blanks where nothing is. Invariant: any other reading stays as it is, and so does each cell's place in the text.
 */
import type { Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';
import { withoutFillers } from './fillers';
import { withoutLabelPaths } from './labelPaths';
import { withoutRepeats } from './repeatedLabels';
import { withoutRowNumbers } from './rowNumbers';

export function withFormLabels(reading: Reading, catalogue: Catalogue): Reading {
  if (reading.geometry !== 'grid') { return reading; }
  const filled = withoutFillers(reading, catalogue);
  return withoutRepeats(withoutLabelPaths(withoutRowNumbers(filled, catalogue), catalogue), catalogue);
}
