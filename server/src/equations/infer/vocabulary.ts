/**
 * The words that say what a row or column is, in the languages that tables come in, as lists. Invariant: nothing but lists stands here;
 * a word is in lower case and means the same wherever `words` lets it count.
 */

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


/** Whole labels. */
export const WHOLE = new Map<string, LabelKind>();
/** First words of labels. */
export const HEAD = new Map<string, LabelKind>();
/** Last words of labels in languages with spaces. */
export const LAST_WORDS = new Map<string, LabelKind>();
/** Ends of Chinese, Japanese and Korean labels, which have no word boundaries. */
export const TAILS = new Map<string, LabelKind>();

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
  '序号,行次,栏次,列次,行号,项次,編號,编号,编码,代码,号码,年,年份,年度,月,月份,日期,番号,年次,번호,순번,연도,no,no.,nr,nr.,#,№,id,ids,year,years,month,date,code,codes,rank,day,'
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

list(LAST_WORDS, 'scoped', 'total,totals,subtotal,insgesamt,gesamt,итого,всего,totales,totaux,sum');
list(LAST_WORDS, 'aggregate', '%,rate,ratio,share,percent,percentage,average,avg,price,rank,growth,score');
list(LAST_WORDS, 'ordinal', 'id,no,no.,code,#,year');
list(LAST_WORDS, 'difference', 'balance,diff,difference,surplus,deficit,profit,variance');

list(TAILS, 'scoped', '合计,总计,小计,合計,總計,小計,総計,总额,总数,总分,总和,합계,소계');
list(TAILS, 'aggregate', '占比,比重,比例,平均,均值,单价,同比,环比,增幅,增速,排名,率,得分,均价,单価,価格,%');
list(TAILS, 'difference', '差额,净额,净值,账面价值,增减,增减额,增减数,差异,差值,利润,缺口,结余,余额');
list(TAILS, 'ordinal', '编号,序号,代码,年份,编码');
