/** 第一项加第二项之和，等于第三项加第四项之和: printed in the form itself, for every column of the request table. */
import { sumRule } from './shared/sumRule';

export const requestBalance = sumRule('request-balance', 'error', { total: 'request-balance.open', open: 'request-balance.open' });
