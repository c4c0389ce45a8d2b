import { builtInForms } from '../../server/src/forms/index';
import { evaluate } from '../../server/src/equations/evaluate';
import { consistentFigures, problemWith } from '../harness/randomReport';
import { seeded } from '../harness/random';
for (const form of builtInForms()) for (const t of form.tables) {
  const f = consistentFigures(t, seeded(3));
  const p = problemWith(t, f.map(String));
  let n = 0;
  for (let i = 0; i < 3000; i++) n += evaluate(p).length;
  const t0 = process.hrtime.bigint();
  for (let i = 0; i < 20000; i++) n += evaluate(p).length;
  console.log(t.key, t.places, t.equations.length, Number(process.hrtime.bigint() - t0) / 20000 / 1000, 'us', evaluate(p).every((v) => v.state === 'held'));
}
