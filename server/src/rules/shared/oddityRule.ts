/**
 * What the rules about a table's oddities have in common: each reports one kind of them. Invariant: one finding for every oddity of
 * that kind, in the order in which the matcher noted them.
 */
import type { Finding } from '../../model/finding';
import type { Oddity } from '../../model/table';
import { tableRule, type TableContext, type TableRule } from '../rule';

type OddityOf<Kind extends Oddity['kind']> = Extract<Oddity, { readonly kind: Kind }>;

interface OddityRule<Kind extends Oddity['kind'], Facts> extends Omit<TableRule<Facts>, 'scope' | 'idle' | 'find'> {
  readonly kind: Kind;
  /** What is found of one oddity. */
  found(oddity: OddityOf<Kind>, context: TableContext): Omit<Finding<Facts>, 'rule'>;
}

export function oddityRule<Kind extends Oddity['kind'], Facts>({ kind, found, ...rule }: OddityRule<Kind, Facts>): TableRule<Facts> {
  return tableRule<Facts>({
    ...rule,
    idle: hasNoOddities,
    *find(context) {
      for (const oddity of context.table.oddities) {
        if (isOf(oddity, kind)) { yield { rule: rule.id, ...found(oddity, context) }; }
      }
    },
  });
}

/** Nothing departed from the form's rows and columns. */
function hasNoOddities({ table }: TableContext): boolean { return table.oddities.length === 0; }

function isOf<Kind extends Oddity['kind']>(oddity: Oddity, kind: Kind): oddity is OddityOf<Kind> {
  return oddity.kind === kind;
}
