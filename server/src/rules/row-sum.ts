/** 总计 of a row is the sum of the six applicant columns: in every row of the request table. */
import { sumRule } from './shared/sumRule';

export const rowSum = sumRule('row-sum', 'error', { total: 'row-sum.total', open: 'row-sum.open' });
