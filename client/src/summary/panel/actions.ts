/**
 * What a user can do in the panel. Invariant: views call these and nothing else; they know of no messages.
 */
import type { Range } from '../../../../server/src/protocol/report';
import type { RepairReference } from '../../../../server/src/protocol/summary';
import type { RecordForm } from '../panelMessages';

export interface PanelActions {
  /** Shows a place in the text, and marks the cell in the grid where it has a number. */
  reveal(range: Range | null, cell: number): void;
  showTable(table: number): void;
  edit(cell: number, text: string): void;
  repair(repair: RepairReference): void;
  record(form: RecordForm): void;
  toggle(key: string, isOpen: boolean): void;
}
