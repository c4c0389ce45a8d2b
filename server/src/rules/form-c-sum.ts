/** Sums of the 2014 statistics table. Their levels come with the equations. */
import { sumRule } from './shared/sumRule';

export const formCSum = sumRule('form-c-sum', 'error', { total: 'form-c-sum.total', open: 'form-c-sum.open' });
