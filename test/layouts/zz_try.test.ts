import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { paragraphCells } from '/work/main/server/src/layouts/paragraphCells';
import { Source } from '/work/main/server/src/layouts/source';
test('x', () => {
  for (const f of ['lucheng-2021.txt','baoji-2020.txt','baoshan-2023.txt','ningbo-2021.txt','zhengzhou-2021.md']) {
  const text = readFileSync('/work/main/samples/'+f, 'utf8');
  const bs = paragraphCells.claim(new Source(text));
  for (const b of bs) { const r = paragraphCells.read(text.slice(b.start,b.end))!; console.log(f, b, r.cells.length, r.cells[0].content.text, r.cells[1].content.text, r.cells.at(-1)!.content.text); }
  if (bs.length) {
    const run = () => { const s = new Source(text); const b = paragraphCells.claim(s)[0]; paragraphCells.read(text.slice(b.start,b.end)); };
    for (let i=0;i<3000;i++) run();
    const t=performance.now(); for (let i=0;i<2000;i++) run(); console.log((performance.now()-t)/2000*1000,'us');
    const src=new Source(text); const c0=performance.now(); for (let i=0;i<2000;i++) { (src as any).taken.fill(0); paragraphCells.claim(src);} console.log('claim',(performance.now()-c0)/2000*1000,'us'); const sl=text.slice(bs[0].start,bs[0].end); const r0=performance.now(); for (let i=0;i<2000;i++) paragraphCells.read(sl); console.log('read',(performance.now()-r0)/2000*1000,'us'); const s0=performance.now(); for (let i=0;i<2000;i++) new Source(text); console.log('source',(performance.now()-s0)/2000*1000,'us');
  } }
});
