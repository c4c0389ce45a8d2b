/**
 * Writes whole reports with given figures in any of the nine layouts, as converters do. Invariant: the same figures give
 * the same cells in reading order whatever the layout.
 */
import type { FormTable } from '../../server/src/model/form';
import { renderGrid, type RenderedLayout } from './grid';
import { gridOf } from './sheet';

const OVERVIEW = '某某市某某局认真贯彻落实《中华人民共和国政府信息公开条例》，围绕群众关心的事项持续做好公开工作，不断提高公开工作的质量，保障群众的知情权、参与权和监督权。';
const PROBLEMS = '本年度工作仍有不足，下一步将加强学习培训，不断提高公开工作的水平，让公开的内容更加准确、及时、全面，便于公众查询和监督。';

/** A report with its six sections, a table in each of the second to fourth. `figures[table.id]` holds one text for each place. */
export function renderReport(
  tables: readonly FormTable[], figures: ReadonlyMap<string, readonly string[]>, year: number, layout: RenderedLayout,
): string {
  return [
    `某某市某某局${year}年政府信息公开工作年度报告`,
    '一、总体情况', OVERVIEW,
    ...tables.flatMap((table) => [table.title, renderGrid(gridOf(table, figures.get(table.id)!), layout)]),
    '五、存在的主要问题及改进情况', PROBLEMS,
    '六、其他需要报告的事项', '本年度未收取信息处理费，无其他需要报告的事项。',
  ].join('\n\n') + '\n';
}
