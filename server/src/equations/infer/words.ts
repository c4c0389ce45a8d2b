/**
 * What the words of a label say about its row or column. Invariant: a word counts only as the whole label, or as its
 * head or tail at a word boundary, never inside a longer one; what is not listed is 'none'.
 */
import type { Cell } from '../../model/cell';

export type LabelKind =
  | 'none'
  /** The whole label is a word for total. */
  | 'total' | 'grand' | 'subtotal'
  /** A word for total with more beside it: "Total assets", 人员经费合计. */
  | 'scoped'
  /** 其中, of which: a selection of the line above, perhaps incomplete. */
  | 'part'
  /** Averages, shares, changes, ranks: never part of a sum. */
  | 'aggregate'
  /** 净, net, balance, difference: one line less another. */
  | 'difference'
  /** 减, less: enters a sum with minus. */
  | 'less'
  /** 加, add: what is added again after what was taken off. */
  | 'plus'
  /** 序号, No., year, code: figures that count nothing. */
  | 'ordinal';

const WHOLE = new Map<string, LabelKind>();
const HEAD = new Map<string, LabelKind>();

function list(target: Map<string, LabelKind>, kind: LabelKind, words: string): void {
  for (const word of words.split(',')) { target.set(word.trim(), kind); }
}

list(
  WHOLE, 'grand',
  '总计,總計,总合计,総計,総合計,총계,grand total,overall total,total general,total général,total geral,totale generale,gesamtsumme,'
  + 'genel toplam,общий итог,итого всего,总总计',
);
list(
  WHOLE, 'total',
  '合计,合計,共计,共計,总和,总额,总数,总量,全部,汇总,一共,计,計,总,总计算,计算合计,加总,累加,total,totals,overall,all,sum,aggregate,combined,sums,in total,'
  + 'total sum,sum total,合算,総数,全体,총,계,합계,전체,summe,insgesamt,gesamt,zusammen,total ttc,total ht,ensemble,suma,sumas,'
  + 'totales,totale,soma,totais,somma,итого,всего,сумма,итог,разом,усього,всього,totaal,razem,ogółem,łącznie,toplam,'
  + 'tổng cộng,tổng số,tổng,cộng,yhteensä,yht,yht.,summa,totalt,i alt,ialt,sammanlagt,celkem,spolu,összesen,σύνολο,'
  + 'ukupno,skupaj,total geral',
);
list(
  WHOLE, 'subtotal',
  '小计,小計,分计,中計,소계,subtotal,sub-total,sub total,sous-total,sous total,zwischensumme,subtotaal,suma częściowa,ara toplam,'
  + 'подытог,промежуточный итог,subtotale,välisumma,delsumma,mellemsum',
);
list(
  WHOLE, 'part',
  '其中,其中包括,内,含,うち,内訳,内数,再掲,중,이 중,of which,including,incl,thereof,o/w,memo,davon,darunter,dont,soit,de los cuales,'
  + 'de las que,dos quais,sendo,di cui,в том числе,из них,waarvan,w tym,bunun,trong đó',
);
list(
  WHOLE, 'aggregate',
  '占比,比重,比例,构成,构成比,百分比,平均,均值,平均值,平均数,人均,同比,环比,增长,增幅,增速,增长率,排名,完成率,通过率,实现率,单价,価格,单位成本,利率,税率,汇率,平均分,中位数,最大值,最小值,最高,最低,'
  + '標準差,标准差,構成比,割合,前年比,増減率,率,単価,單價,평균,비율,단가,average,avg,avg.,mean,median,%,share,percent,percentage,rate,ratio,index,'
  + 'max,min,maximum,minimum,rank,price,unit price,unit cost,std,stdev,std dev,variance,durchschnitt,anteil,veränderung,'
  + 'mittelwert,preis,einzelpreis,moyenne,part,prix unitaire,évolution,promedio,média,media,participación,variación,'
  + 'variação,precio,precio unitario,preço,quota,variazione,prezzo,среднее,доля,цена,gemiddelde,średnia,ortalama,'
  + 'trung bình,score,rating,growth,cagr,p50,p90,p95,p99,ø',
);
list(
  WHOLE, 'difference',
  '净,净额,净值,差额,差異,差异,差,结余,余额,盈余,差引,収支,增减,増減,增减额,차액,net,balance,difference,diff,delta,change,surplus,profit,net income,'
  + 'net profit,margin,saldo,differenz,solde,écart,diferencia,diferença,сальдо,разница,verschil,różnica,fark,chênh lệch',
);
list(
  WHOLE, 'ordinal',
  '序号,編號,编号,编码,代码,号码,年,年份,年度,月,月份,日期,番号,年次,번호,순번,연도,no,no.,nr,nr.,#,№,id,ids,year,years,month,date,code,codes,rank,day,'
  + 'week,phone,zip,port,line,index,jahr,datum,année,año,ano,anno,год,номер,п/п,№ п/п,n°,nº,num,lp,lp.,s.no,sr no,sl no,'
  + 'step,phase,page,row,version',
);

list(
  HEAD, 'scoped',
  'total,totals,subtotal,sub-total,sous-total,sum,итого,всего,summe,gesamt,gesamtsumme,zwischensumme,totale,totaal,'
  + 'razem,suma,soma,toplam,yhteensä,totalt,grand,overall,всього,подытог,小计,合计,总计,小計,合計,總計',
);
list(HEAD, 'part', '其中,うち,of,including,incl,incl.,thereof,davon,darunter,dont,sendo,waarvan,其中包括');
list(
  HEAD, 'aggregate',
  'average,avg,avg.,mean,median,percent,percentage,rate,ratio,max,min,price,平均,人均,share,unit,prix,precio,средн,'
  + 'durchschnitt,moyenne,promedio,per,cost/,ø,%',
);
list(HEAD, 'difference', 'net,balance,difference,surplus,variance,净');
list(HEAD, 'plus', 'add,plus,加,zuzüglich,zzgl.');
list(HEAD, 'less', 'less,less:,minus,减,減,减:,扣除,扣减,减去,deduct,deductions,abzgl.,控除,abzüglich,moins,menos,meno,минус,minder');

/** Tails of Chinese, Japanese and Korean labels, which have no word boundaries. Longest first. */
const TAILS: readonly (readonly [string, LabelKind])[] = [
  ['合计', 'scoped'], ['总计', 'scoped'], ['小计', 'scoped'], ['合計', 'scoped'], ['總計', 'scoped'], ['小計', 'scoped'], ['総計', 'scoped'],
  ['总额', 'scoped'],
  ['总数', 'scoped'], ['总分', 'scoped'], ['总和', 'scoped'], ['합계', 'scoped'], ['소계', 'scoped'],
  ['占比', 'aggregate'], ['比重', 'aggregate'], ['比例', 'aggregate'], ['平均', 'aggregate'], ['均值', 'aggregate'], ['单价', 'aggregate'],
  ['单价', 'aggregate'],
  ['同比', 'aggregate'], ['环比', 'aggregate'], ['增幅', 'aggregate'], ['增速', 'aggregate'], ['排名', 'aggregate'], ['率', 'aggregate'],
  ['得分', 'aggregate'], ['均价', 'aggregate'],
  ['单価', 'aggregate'], ['価格', 'aggregate'], ['%', 'aggregate'],
  ['差额', 'difference'], ['净额', 'difference'], ['增减', 'difference'], ['增减额', 'difference'], ['增减数', 'difference'], ['差异', 'difference'],
  ['差值', 'difference'], ['利润', 'difference'], ['缺口', 'difference'], ['结余', 'difference'], ['余额', 'difference'],
  ['编号', 'ordinal'], ['序号', 'ordinal'], ['代码', 'ordinal'], ['年份', 'ordinal'], ['编码', 'ordinal'],
];
/** Tails of labels in languages with spaces. */
const LAST_WORDS = new Map<string, LabelKind>();
list(LAST_WORDS, 'scoped', 'total,totals,subtotal,insgesamt,gesamt,итого,всего,totales,totaux,sum');
list(LAST_WORDS, 'aggregate', '%,rate,ratio,share,percent,percentage,average,avg,price,rank,growth,score');
list(LAST_WORDS, 'ordinal', 'id,no,no.,code,#,year');
list(LAST_WORDS, 'difference', 'balance,diff,difference,surplus,deficit,profit,variance');

/** Words that make no sum of a row, whatever it lists; other rates and ordinals are common names of rows. */
const AVERAGES = /^(?:average|avg|mean|median|percent|%|std|max|min|p\d\d|平均|均值|人均|占比|比重|比例|同比|环比|增幅|增速|排名|中位数|最大值|最小值|최대|최소|평균|構成比|割合|前年比|durchschnitt|anteil|moyenne|promedio|média|media|среднее|доля|gemiddelde|średnia|ortalama)|(?:占比|比重|比例|平均|均值|同比|环比|增幅|增速|率|rate|ratio|%)$/;

const LIMIT = 20_000;
const known = new Map<string, LabelKind>();

/** What a column's header says. */
export function kindOfHeader(text: string): LabelKind {
  if (text === '' || text.length > LONGEST) { return 'none'; }
  if (isPlainName(text)) { return 'none'; }
  let kind = known.get(text);
  if (kind === undefined) {
    const label = plainLabel(text);
    kind = classify(label);
    if (kind === 'none' && PER.test(label)) { kind = 'aggregate'; }
    if (known.size >= LIMIT) { known.clear(); }
    known.set(text, kind);
  }
  return kind;
}

/** ASCII words of which neither the first nor the last is in any list: most names, told without further work. */
function isPlainName(text: string): boolean {
  let first = -1;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) { if (first < 0) { first = i; } last = i; continue; }
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isLetter) { return false; }
  }
  if (first === 0 || last === text.length - 1) { return false; }
  const lower = text.toLowerCase();
  return first < 0 ? !TRIGGERS.has(lower) : !TRIGGERS.has(lower.slice(0, first)) && !TRIGGERS.has(lower.slice(last + 1));
}

/** First and last words of everything in the lists. */
const TRIGGERS = new Set([...WHOLE.keys(), ...HEAD.keys(), ...LAST_WORDS.keys()].flatMap((words) => {
  const parts = words.split(' ');
  return [parts[0], parts[parts.length - 1]];
}));

/** What a row's label says: a row may be called Price or Code and still be one of many that add up. */
export function kindOfLabel(text: string): LabelKind {
  const kind = kindOfHeader(text);
  if (kind === 'ordinal') { return 'none'; }
  return kind === 'aggregate' && !AVERAGES.test(plainLabel(text).replace(WIDE_SPACE, '')) ? 'none' : kind;
}

const LONGEST = 80;
const PER = /[^\d\s/][^/]*\s?\/\s?(?:h|hour|day|night|nuit|jour|month|mois|year|yr|unit|person|人|天|日|月|年|件|чел|день|шт|мес|stk|stück|pers|u|ud|kg|m²?|l|km)\b|[每\/](?:人|天|日|月|年|件)|\/\s?(?:чел|день|шт|мес)/;

/** Any word that makes a line a candidate for a total by its name. */
export function saysTotal(kind: LabelKind): boolean {
  return kind === 'total' || kind === 'grand' || kind === 'subtotal' || kind === 'scoped';
}

/** 去重, unique, active users: what several lines count is counted once in their total. */
const COUNTED_ONCE = /活跃(?:用户|客户|人数)|独立(?:访客|用户|IP)|\b(?:[dwm]au|uv|active (?:users?|customers?|accounts?|members?))\b|去重|剔除重复|不重复|不含重复|重复计|多选|可兼|\b(?:unique|distinct|deduplicated|multiple (?:answers|responses|choices?|selections?)|(?:select|choose|tick|check) all that apply|more than one (?:answer|response))\b|mehrfachnennung/i;

export function saysOnce(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => COUNTED_ONCE.test(content.text));
}

/**
 * 主动公开政府信息数: one piece of information counts once in whatever channels it was published; as a column's header it says nothing of its rows.
 */
const INFORMATION_COUNTED = /主动公开(?:的?政府)?信息(?:的?总?(?:数|条数|数量)|总量)/;

export function totalSaysOnce(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => COUNTED_ONCE.test(content.text) || INFORMATION_COUNTED.test(content.text));
}

/** 人次, visits count every time, 人数, visitors every person: in a total of the latter a person may count once. */
const EACH_TIME = /人次|户次|家次|\b(?:visits|sessions|attendances|admissions)\b/i;
const EACH_ONE = /人数|户数|家数|\b(?:visitors|users|attendees|patients|people|persons)\b/i;

export function saysEachTime(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => EACH_TIME.test(content.text));
}

export function saysEachOne(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => EACH_ONE.test(content.text));
}

/** What runs side by side takes less time than the sum of its parts. */
const ELAPSED = /\b(?:time|duration|elapsed|wall[- ]?clock)\b|耗时|用时|历时|运行时间/i;

export function saysElapsed(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => ELAPSED.test(content.text));
}

/** What a sum may be less, though its figures bear no sign. */
const MAY_BE_TAKEN_OFF = /\b(?:discounts?|deductibles?|deductions?|rebates?|refunds?|credits?|allowances?|coupons?|returns|deposits?|prepaid|paid|withholding)\b|折扣|优惠|减免|抵扣|抵减|冲减|核减|退款|退回|扣款|扣除|预付|已付|订金|定金|返还|\brabatt|\bskonto|\bremise\b|\bacompte\b|\bdescuento/i;

export function mayBeTakenOff(labels: readonly Cell[]): boolean {
  return labels.some(({ content }) => MAY_BE_TAKEN_OFF.test(content.text));
}

function classify(spaced: string): LabelKind {
  const label = CJK.test(spaced) ? spaced.replace(WIDE_SPACE, '') : spaced;
  const whole = WHOLE.get(label);
  if (whole !== undefined) { return whole; }
  const numbered = NUMBERED.exec(label);
  if (numbered !== null) {
    const unnumbered = WHOLE.get(numbered[1]) ?? 'none';
    if (saysTotal(unnumbered)) { return unnumbered; }
  }
  const space = spaced.search(BOUNDARY);
  if (space > 0) {
    const head = HEAD.get(spaced.slice(0, space));
    if (head === 'part' && label.startsWith('of') && !label.startsWith('of which')) { return 'none'; }
    if (head !== undefined) { return head; }
    const second = spaced.slice(space + 1).search(BOUNDARY);
    if (second > 0 && saysTotal(WHOLE.get(spaced.slice(0, space + 1 + second)) ?? 'none')) { return 'scoped'; }
  }
  const lastSpace = label.lastIndexOf(' ');
  if (lastSpace > 0) {
    const last = LAST_WORDS.get(label.slice(lastSpace + 1));
    if (last !== undefined) { return last; }
  }
  if (/^(?:平均|人均|每)/.test(label)) { return 'aggregate'; }
  if (label.charCodeAt(label.length - 1) >= 0x80 || label.endsWith('%')) {
    for (const [tail, kind] of TAILS) { if (label.endsWith(tail)) { return kind; } }
  }
  return NET.test(label) ? 'difference' : 'none';
}

/** 小计1, 合计二, 小计A, Total¹: one of several, or with the number of a note. */
const NUMBERED = /^([^\d\s]{2,})(?:\d{1,2}|[一二三四五六七八九十]{1,2}|(?<=[\u3400-\u9fff])[a-z])$/;
/** 净收入, 净增; not 净化, 净水. */
const NET = /^净[收支增减流出入利资额值结余]/;
const EDGES = /^[\s*_~`·・•※◆■>▪▫○●→└├─\-–—]+|[\s*_~`:：·。.]+$/g;
const ASIDE = /\s*[(（\[【][^)）\]】]*[)）\]】]?\s*$/;
const BOUNDARY = /[\s:：(（/_-]/;
const WIDE_SPACE = /\s+/g;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;

/** Lower case, without marks, bullets, colons and a remark in brackets at the end. */
export function plainLabel(text: string): string {
  let label = text.includes('](') ? text.replace(LINK, '$1') : text;
  label = label.normalize('NFKC').replace(EDGES, '');
  if (label.length > 3) { label = label.replace(ASIDE, '').replace(EDGES, '') || label; }
  return label.toLowerCase().replace(WIDE_SPACE, ' ');
}
