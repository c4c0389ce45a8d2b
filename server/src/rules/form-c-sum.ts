/** Sums of the 2014 statistics table (E17–E21; forms.md §8). Their levels come with the equations. */
import { sumRule } from './shared/sumRule';

export const formCSum = sumRule('form-c-sum', 'error', { total: 'form-c-sum.total', open: 'form-c-sum.open' });
