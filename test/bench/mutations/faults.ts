/** All faults that are planted. */
import { CELL_FAULTS } from './cells';
import type { Fault } from './fault';
import { FIGURE_FAULTS } from './figures';
import { HEADER_FAULTS } from './headers';
import { NUMBERING_FAULTS } from './numbering';
import { ROW_FAULTS } from './rows';

export const FAULTS: readonly Fault[] = [...FIGURE_FAULTS, ...CELL_FAULTS, ...ROW_FAULTS, ...NUMBERING_FAULTS, ...HEADER_FAULTS];
