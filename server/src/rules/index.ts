/**
 * All rules. To add one: its file, one line here, its suite test/rules/<id>.md, its page docs/rules/<id>.md.
 * Invariant: ids are unique and are the file names.
 */
import { formCSum } from './form-c-sum';
import { outcomeSum } from './outcome-sum';
import { requestBalance } from './request-balance';
import { reviewSum } from './review-sum';
import { rowSum } from './row-sum';
import type { DocumentRule, TableRule } from './rule';

export const TABLE_RULES: readonly TableRule<unknown>[] = [
  rowSum, outcomeSum, requestBalance, reviewSum, formCSum,
];

export const DOCUMENT_RULES: readonly DocumentRule<unknown>[] = [];
