import { test } from 'vitest';
import { html } from '../../server/src/layouts/html';
import { Source } from '../../server/src/layouts/source';
test('h', () => {
  let h='<table border="1" cellspacing="0" style="border-collapse:collapse;width:100%">\n<tbody>\n';
  for(let r=0;r<37;r++){h+='<tr style="height:30px">\n';for(let c=0;c<9;c++)h+=`<td width="80" style="border:1px solid #000;padding:0 7px"><p style="text-align:center"><span style="font-family:宋体;font-size:14px">${c<2?'法人或其他组织'+r:r*c}</span></p></td>\n`;h+='</tr>\n';}
  h+='</tbody></table>';
  const run=()=>{const s=new Source(h);const b=html.claim(s)[0];return html.read(h.slice(b.start,b.end))!;};
  for(let i=0;i<300;i++)run();
  let t=performance.now();for(let i=0;i<200;i++)run();console.log('html us',(performance.now()-t)*5, run().cells.length);
  for (const x of ['<table><tr><td>a<td>b &nbsp;<br>c<tr><td colspan=2><table><tr><td>x</table>y</table> tail','x <table>\n<tr><td>5 < 6 & 7 &#160;\n\n# head\npara','<table><tr><td>nav<td><table><tr><td>1<td>2<td>3</table>z<td>w</table>']) {
    for (const b of html.claim(new Source(x))) console.log(JSON.stringify(x.slice(b.start,b.end)), html.read(x.slice(b.start,b.end))!.cells.map(c=>[c.row,c.column,c.content.text]));
  }
});
