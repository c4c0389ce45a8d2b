/**
 * A grid with labels as the official forms have them, whatever a conversion did to them: each once, without its headings, with nothing in
 * front of it, and blanks where nothing is. Invariant: any other reading stays as it is, and so does each cell's place in the text.
 */
import type { Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';
import { withoutColumnNumbers } from './columnNumbers';
import { withoutFillers } from './fillers';
import { withoutLabelPaths } from './labelPaths';
import { withoutSurePages } from './pageRows';
import { withoutRepeats } from './repeatedLabels';
import { withoutRowNumbers } from './rowNumbers';

export function withFormLabels(reading: Reading, catalogue: Catalogue): Reading {
  if (reading.geometry !== 'grid') { return reading; }
  const filled = withoutFillers(withoutSurePages(reading), catalogue);
  return withoutRepeats(withoutLabelPaths(withoutColumnNumbers(withoutRowNumbers(filled, catalogue)), catalogue), catalogue);
}
