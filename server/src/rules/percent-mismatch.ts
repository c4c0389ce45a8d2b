/** A share is part ÷ total, a rate one column ÷ another: where three rows in four are, the others are shown. */
import { wrongShares } from '../equations/infer/rates';
import { rateRule } from './shared/rates';

export const percentMismatch = rateRule('percent-mismatch', 'percent-mismatch', wrongShares);
