/**
 * All rules. To add one: its file, one line here, its suite test/rules/<id>.md, its page docs/rules/<id>.md.
 * Invariant: ids are unique and are the file names.
 */
import { amountMagnitude } from './amount-magnitude';
import { approximateValue } from './approximate-value';
import { blankBlock } from './blank-block';
import { blankCell } from './blank-cell';
import { columnLabelWording } from './column-label-wording';
import { columnOutOfOrder } from './column-out-of-order';
import { decimalInCount } from './decimal-in-count';
import { distinctCountRange } from './distinct-count-range';
import { duplicateRow } from './duplicate-row';
import { formCSum } from './form-c-sum';
import { fullwidthDigits } from './fullwidth-digits';
import { itemMisnumbered } from './item-misnumbered';
import { missingColumn } from './missing-column';
import { missingRow } from './missing-row';
import { negativeValue } from './negative-value';
import { nonNumericCell } from './non-numeric-cell';
import { numberFormat } from './number-format';
import { numberingStyleMixed } from './numbering-style-mixed';
import { outcomeSum } from './outcome-sum';
import { partExceedsWhole } from './part-exceeds-whole';
import { placeholderCell } from './placeholder-cell';
import { requestBalance } from './request-balance';
import { reviewSum } from './review-sum';
import { rowCellCount } from './row-cell-count';
import { rowLabelSplit } from './row-label-split';
import { rowLabelWording } from './row-label-wording';
import { rowOutOfOrder } from './row-out-of-order';
import { rowShifted } from './row-shifted';
import { rowSum } from './row-sum';
import { stockNonnegative } from './stock-nonnegative';
import { changeMismatch } from './change-mismatch';
import { duplicateRowLabel } from './duplicate-row-label';
import { mixedUnits } from './mixed-units';
import { percentMismatch } from './percent-mismatch';
import { percentSum } from './percent-sum';
import { raggedRow } from './ragged-row';
import { subtotalMismatch } from './subtotal-mismatch';
import { totalMismatch } from './total-mismatch';
import { unitConflict } from './unit-conflict';
import { unitInCell } from './unit-in-cell';
import { unknownColumn } from './unknown-column';
import { unknownRow } from './unknown-row';
import { valueWithoutHeader } from './value-without-header';
import { duplicateSection } from './duplicate-section';
import { feeStatement } from './fee-statement';
import { missingSection } from './missing-section';
import { sectionEmpty } from './section-empty';
import { sectionMisnumbered } from './section-misnumbered';
import { sectionOutOfOrder } from './section-out-of-order';
import { signatureDate } from './signature-date';
import { signatureLate } from './signature-late';
import { unknownSection } from './unknown-section';
import { sectionCountMismatch } from './section-count-mismatch';
import { sectionListMismatch } from './section-list-mismatch';
import { mixedFormYears } from './mixed-form-years';
import { missingTable } from './missing-table';
import { unreadTable } from './unread-table';
import { duplicateTable } from './duplicate-table';
import { periodIncomplete } from './period-incomplete';
import { reportYearMismatch } from './report-year-mismatch';
import { proseTableMismatch } from './prose-table-mismatch';
import { proseNegationMismatch } from './prose-negation-mismatch';
import { prosePartsSum } from './prose-parts-sum';
import { carryOver } from './carry-over';
import { stockRollforward } from './stock-rollforward';
import { prosePercent } from './prose-percent';
import { proseConflict } from './prose-conflict';
import { extractionArtefact } from './extraction-artefact';
import { strayPageNumber } from './stray-page-number';
import { doubledPunctuation } from './doubled-punctuation';
import { halfwidthPunctuation } from './halfwidth-punctuation';
import { spacesInCjk } from './spaces-in-cjk';
import { brokenParagraph } from './broken-paragraph';
import { indentedHeading } from './indented-heading';
import { mixedBrackets } from './mixed-brackets';
import type { DocumentRule, TableRule, TotalsRule } from './rule';

export const TABLE_RULES: readonly TableRule<unknown>[] = [
  rowSum, outcomeSum, requestBalance, reviewSum, formCSum,
  stockNonnegative, partExceedsWhole, distinctCountRange,
  blankCell, blankBlock, nonNumericCell, placeholderCell, fullwidthDigits, unitInCell, unitConflict, decimalInCount, negativeValue,
  numberFormat, approximateValue, amountMagnitude,
  missingRow, duplicateRow, rowOutOfOrder, unknownRow, rowLabelWording, rowLabelSplit, itemMisnumbered, numberingStyleMixed,
  missingColumn, unknownColumn, columnLabelWording, columnOutOfOrder, rowCellCount, valueWithoutHeader, rowShifted,
  mixedBrackets,
];

/** Rules about the sums found in tables of no official form. */
export const TOTALS_RULES: readonly TotalsRule<unknown>[] = [
  totalMismatch, subtotalMismatch, percentSum, percentMismatch, changeMismatch, raggedRow, mixedUnits, duplicateRowLabel,
];

export const DOCUMENT_RULES: readonly DocumentRule<unknown>[] = [
  missingSection, sectionMisnumbered, sectionOutOfOrder, duplicateSection, unknownSection, sectionEmpty, sectionCountMismatch,
  sectionListMismatch,
  mixedFormYears, missingTable, unreadTable, duplicateTable,
  proseTableMismatch, proseNegationMismatch, prosePartsSum, prosePercent, proseConflict,
  carryOver, stockRollforward,
  reportYearMismatch, periodIncomplete, signatureDate, signatureLate, feeStatement,
  extractionArtefact, strayPageNumber, doubledPunctuation, halfwidthPunctuation, spacesInCjk, brokenParagraph, indentedHeading,
];
