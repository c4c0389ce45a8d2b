/**
 * The sign of each state and level. Invariant: signs differ in shape, never in colour alone.
 */
import type { CellState } from '../../../../server/src/protocol/summary';
import type { Severity } from '../../../../server/src/protocol/report';
import type { Strings } from '../strings';

/** Signs of cells; figures that are in order carry none, so that the others stand out. */
export const CELL_SIGNS: Readonly<Record<CellState, string>> = {
  held: '', broken: '≠', suspect: '!', blank: '□', unreadable: '?', open: '–', free: '', absent: '×',
};

export const CELL_WORDS: Readonly<Record<CellState, keyof Strings>> = {
  held: 'stateHeld', broken: 'stateBroken', suspect: 'stateSuspect', blank: 'stateBlank', unreadable: 'stateUnreadable',
  open: 'stateOpen', free: 'stateFree', absent: 'stateAbsent',
};

export const VERDICT_SIGNS = { held: '✓', broken: '≠', open: '–' } as const;

export const LEVEL_SIGNS: Readonly<Record<Severity, string>> = { error: '⊗', warning: '⚠', information: 'ⓘ', hint: '◌' };
