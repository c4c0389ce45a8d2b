/** A change is (later − earlier) ÷ earlier: where three changes in four are, the others are shown. */
import { wrongChanges } from '../equations/infer/rates';
import { rateRule } from './shared/rates';

export const changeMismatch = rateRule('change-mismatch', 'change-mismatch', wrongChanges);
