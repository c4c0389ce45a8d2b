/** All faults that are planted. */
import { CELL_FAULTS } from './cells';
import { DATE_FAULTS } from './dates';
import type { Fault } from './fault';
import { FIGURE_FAULTS } from './figures';
import { HEADER_FAULTS } from './headers';
import { LAST_YEAR_FAULTS } from './lastYear';
import { NUMBERING_FAULTS } from './numbering';
import { PROSE_FAULTS } from './prose';
import { ROW_FAULTS } from './rows';
import { SECTION_FAULTS } from './sections';
import { TYPOGRAPHY_FAULTS } from './typography';

export const FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS, ...CELL_FAULTS, ...ROW_FAULTS, ...NUMBERING_FAULTS, ...HEADER_FAULTS, ...SECTION_FAULTS, ...PROSE_FAULTS,
  ...DATE_FAULTS, ...TYPOGRAPHY_FAULTS,
  ...LAST_YEAR_FAULTS,
];
