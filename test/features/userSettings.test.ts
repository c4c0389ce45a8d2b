/** The user's settings in the language server: followed live, and refused where they make no sense. */
import { describe, expect, it } from 'vitest';
import { LISTENS, TestClient } from './client';
import { LUCHENG, ofRule, opened, URI } from './openReport';

describe('settings', () => {
  const changed = (client: TestClient, settings: unknown): Promise<void> => {
    client.settings = settings;
    return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { gouji: settings } });
  };

  it('are followed live', async () => {
    const client = await opened(LUCHENG);
    const { resultId } = await client.pull(URI);
    await changed(client, { rules: { 'outcome-sum': 'off' } });
    await client.until(() => client.refreshes > 0);
    expect(await client.pull(URI, resultId)).toMatchObject({ kind: 'full' });
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')).toEqual([]);
    await changed(client, { rules: { 'outcome-sum': 'hint' } });
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum').map(({ severity }) => severity)).toEqual([4, 4]);
  });

  it('are followed by clients that only listen', async () => {
    const client = await opened(LUCHENG, await TestClient.start(LISTENS));
    await changed(client, { rules: { 'outcome-sum': 'off' } });
    await client.heardOut();
    client.runtime.elapse();
    await client.until(() => client.published.length > 0);
    expect(ofRule(client.published[0].diagnostics, 'outcome-sum')).toEqual([]);
    expect(client.published[0].diagnostics.length).toBeGreaterThan(0);
  });

  it.each([
    [{ rules: { 'outcome-sum': 'loud' } }, 'gouji.rules.outcome-sum: "loud" is no level'],
    [{ rules: ['outcome-sum'] }, 'gouji.rules: not an object'],
  ])('that make no sense are ignored and said once: %j', async (settings, complaint) => {
    const client = await TestClient.start();
    client.settings = settings;
    await opened(LUCHENG, client);
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')).toHaveLength(2);
    await changed(client, settings);
    await client.diagnostics(URI);
    expect(client.logged.filter((text) => text === complaint)).toHaveLength(1);
  });
});
