/** Fees for handling information (信息处理费): reports about 2021 and later must say what was charged (国办公开办函〔2021〕30号). */
export const FEES_FROM = 2021;
