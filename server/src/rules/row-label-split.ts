/** A row label that a page break has cut into two cells. */
import type { Cell } from '../model/cell';
import type { Change } from '../model/repair';
import type { TableRow } from '../model/table';
import { message } from '../messages';
import { joined } from '../text/span';
import { officialIn } from './shared/labels';
import { rowName } from './shared/names';
import { oddityRule } from './shared/oddityRule';
import type { TableContext } from './rule';

interface Facts {
  readonly row: TableRow;
  readonly official: string;
}

export const rowLabelSplit = oddityRule<'label-split', Facts>({
  id: 'row-label-split',
  level: 'information',
  kind: 'label-split',
  found: ({ row, official }) => ({ span: joined(row.label[0], row.label[row.label.length - 1]), facts: { row, official } }),
  explain: ({ facts: { row } }) => message('row-label-split', {
    row: rowName(row.spec!), first: row.label[0].content.text, second: row.label[row.label.length - 1].content.text,
  }),
  *repairs({ facts: { row, official } }, context) {
    const [first, ...rest] = row.label;
    const holder = rest.find((part) => standsWithFigures(part, row)) ?? first;
    yield {
      title: message('row-label-split.repair', { row: rowName(row.spec!) }), kind: 'safe', preferred: true,
      changes: [
        { kind: 'setCell', cell: holder, text: officialIn(first.content, official) },
        ...row.label.filter((part) => part !== holder).map((part) => withoutPart(part, holder, context)),
      ],
    };
  },
});

/** In a grid the label belongs to the line its figures stand on. */
function standsWithFigures(part: Cell, row: TableRow): boolean {
  return part.column >= 0 && row.slots.some((slot) => slot.row === part.row && slot.content.amount.kind !== 'blank');
}

/** Takes a part of the label away, with its line where nothing else stands on it. */
function withoutPart(part: Cell, holder: Cell, { table: { reading } }: TableContext): Change {
  if (reading.geometry !== 'grid') { return { kind: 'deleteRow', cells: [part] }; }
  const line = reading.cells.filter((cell) => cell.row === part.row);
  const isAlone = part.row !== holder.row && line.every((cell) => cell === part || cell.content.text === '');
  return isAlone ? { kind: 'deleteRow', cells: line } : { kind: 'setCell', cell: part, text: '' };
}
