/**
 * What names a report about open government: its title, wherever it stands. Invariant: a document about such reports (a notice, a rule) is
 * none.
 */

const TITLE = /信息公开[^。]{0,16}(?:报告|年报)(?:[（(《][^。]{0,12})?$/;
const OTHER_TITLE = /通知|办法|规定|制度|格式|要点|方案|模板|公告$/;

/** @param line without blanks at its ends */
export function namesReport(line: string): boolean {
  return line.includes('信息公开') && TITLE.test(line) && !OTHER_TITLE.test(line);
}
