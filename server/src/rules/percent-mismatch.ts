/** A share is part ÷ total: where three shares in four are, the others are shown. */
import { wrongShares } from '../equations/infer/rates';
import { rateRule } from './shared/rates';

export const percentMismatch = rateRule('percent-mismatch', 'percent-mismatch', wrongShares);
