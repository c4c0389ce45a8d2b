/**
 * A cell as a layout saw it. Invariant: `text.slice(start, end)` is the cell's content as written (trimmed, bookmarks at
 * its ends left out), and lies inside `slot`, all of the room a writer may use.
 */
import type { Span } from '../text/span';
import type { Content } from './content';

export interface Cell extends Span {
  readonly slot: Span;
  readonly content: Content;
  /** Row within the reading; -1 where the layout shows no rows. */
  readonly row: number;
  /** Column within the reading's grid; -1 where the layout shows no columns. */
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Stood where a cell is not expected (a line that lost its tab, a heading between tables): perhaps no cell at all. */
  readonly loose: boolean;
}
