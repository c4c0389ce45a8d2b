// A suite that fails on purpose: the launcher must report it as failed.
import assert from 'node:assert';

export async function run(): Promise<void> {
  assert.fail('this suite fails on purpose');
}
