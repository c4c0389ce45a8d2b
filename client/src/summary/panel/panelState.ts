/**
 * What the panel shows, and what of it outlives being hidden. Invariant: what is kept are choices of the user (what is opened,
 * which cell is marked), never contents: those come again with the next snapshot.
 */
import type { Position } from '../../../../server/src/protocol/report';
import type { RepairPreview, Summary } from '../../../../server/src/protocol/summary';
import type { Strings } from '../strings';

export interface Kept {
  /** Document that the choices are about. */
  readonly uri: string;
  readonly table: number | null;
  /** Number of the marked cell in its table. */
  readonly cell: number | null;
  /** Causes and lists that were opened or closed by hand. */
  readonly open: Readonly<Record<string, boolean>>;
}

export interface PanelState {
  readonly strings: Strings | null;
  readonly summary: Summary | null;
  /** Why there is no summary. */
  readonly nothing: string;
  readonly cursor: Position | null;
  readonly previews: ReadonlyMap<string, RepairPreview>;
  readonly notice: string;
  readonly kept: Kept;
}

export const NOTHING_KEPT: Kept = { uri: '', table: null, cell: null, open: {} };

export const FIRST_STATE: PanelState = {
  strings: null, summary: null, nothing: '', cursor: null, previews: new Map(), notice: '', kept: NOTHING_KEPT,
};

export function previewKey({ finding, repair }: { readonly finding: string; readonly repair: number }): string {
  return `${finding}/${repair}`;
}

/** What was kept, or nothing if it has another shape. */
export function readKept(value: unknown): Kept {
  const kept = value as Partial<Kept> | null | undefined;
  if (typeof kept !== 'object' || kept === null || typeof kept.uri !== 'string') { return NOTHING_KEPT; }
  const number = (one: unknown): number | null => (typeof one === 'number' ? one : null);
  return {
    uri: kept.uri, table: number(kept.table), cell: number(kept.cell),
    open: typeof kept.open === 'object' && kept.open !== null ? kept.open : {},
  };
}
