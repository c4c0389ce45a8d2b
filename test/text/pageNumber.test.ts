// Page numbers alone on a line: those that can be nothing else, and those that the place has to tell.
import { describe, expect, it } from 'vitest';
import { isPageNumber, isPageNumberAmongCells, isSurePageNumber } from '../../server/src/text/pageNumber';

const whole = (is: (text: string, start: number, end: number) => boolean) => (line: string): boolean => is(`|${line}|`, 1, line.length + 1);

describe('a page number alone on a line', () => {
  it.each([
    '- 3 -', '-3-', '— 12 —', '——3——', '－３－', '~ 3 ~', '·3·', '第3页', '第 3 页', '第三页', '第 3 页 共 8 页', '第3页，共8页', '第3页/共8页', '第3页（共8页）',
    '共8页 第3页', 'Page 3 of 8', 'page 3', 'p. 3', 'Seite 3 von 8',
  ])('“%s” is nothing else', (line) => {
    expect([whole(isSurePageNumber)(line), whole(isPageNumberAmongCells)(line), isPageNumber(line)]).toEqual([true, true, true]);
  });

  it.each(['3/8', '3 / 8', '8/8'])('“%s” is one where no cell holds a share', (line) => {
    expect([whole(isSurePageNumber)(line), whole(isPageNumberAmongCells)(line), isPageNumber(line)]).toEqual([false, true, true]);
  });

  it.each(['3', '３', '.3.', '(3)', '【3】', '-3', '3 of 8'])('“%s” may be a figure', (line) => {
    expect([whole(isSurePageNumber)(line), whole(isPageNumberAmongCells)(line), isPageNumber(line)]).toEqual([false, false, true]);
  });

  it.each([
    '', '—', '--', '9/8', '0/8', '2021/12', '1/2/3', '3页', '第3条', '第二十条第（一）项', '共8页', 'Page', 'p', '-3件-', '- 3 - 4 -', '共有 3 页',
    'section 3',
  ])('“%s” is none', (line) => {
    expect([whole(isSurePageNumber)(line), whole(isPageNumberAmongCells)(line)]).toEqual([false, false]);
  });
});
