/**
 * Traditional characters as simplified ones: those that the labels and titles of the official forms are written with, no others. Invariant:
 * for matching only; a text keeps its length, and one without such characters is returned as it is.
 */

/** Simplified character, then what is written for it. */
const PAIRS = '万萬专專个個为為举舉与與业業于於从從众眾会會传傳体體内內决決况況减減划劃办辦务務动動区區单單卷捲历歷参參发發号號后後员員围圍国國处處'
  + '复復复複复覆头頭审審对對属屬布佈应應废廢开開强強当當录錄径徑征徵志誌总總执執护護报報据據数數无無时時机機权權条條构構标標没沒济濟点點热熱现現确確'
  + '种種秘祕稳穩类類系係纠糾级級纳納线線组組织織经經结結络絡统統继繼续續维維编編缴繳网網罚罰职職舆輿范範获獲补補规規认認计計讨討训訓议議记記论論许許'
  + '讼訟设設访訪诉訴询詢说說请請读讀谈談负負责責购購费費转轉辑輯过過这這进進采採错錯门門问問闻聞阅閱隐隱难難项項题題额額驳駁关關制製';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) { SIMPLIFIED.set(PAIRS[at + 1], PAIRS[at]); }

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`);
const EACH = new RegExp(TRADITIONAL.source, 'g');

export function simplified(text: string): string {
  return TRADITIONAL.test(text) ? text.replace(EACH, (character) => SIMPLIFIED.get(character)!) : text;
}
