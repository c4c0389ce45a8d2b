/** 总计 is the sum of the four results: in each of the three blocks of the review table. */
import { sumRule } from './shared/sumRule';

export const reviewSum = sumRule('review-sum', 'error', { total: 'review-sum.total', open: 'review-sum.open' });
