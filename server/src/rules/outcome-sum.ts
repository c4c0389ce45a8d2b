/** （七）总计 is the sum of the outcomes: in every column of the request table. */
import { sumRule } from './shared/sumRule';

export const outcomeSum = sumRule('outcome-sum', 'error', { total: 'outcome-sum.total', open: 'outcome-sum.open' });
