// How a test in the extension host looks at the rendered workbench: it asks over the loopback, the browser answers.
// Invariant: every request is answered, a failed one with its message.
import { createServer } from 'node:http';

/**
 * @param {(request: object) => Promise<unknown>} answer
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function openDomBridge(answer) {
  const bridge = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', async () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await outcome(answer, body)));
    });
  });
  await new Promise((resolve) => { bridge.listen(0, '127.0.0.1', resolve); });
  const close = () => { bridge.close(); bridge.closeAllConnections(); };
  return { address: `http://127.0.0.1:${bridge.address().port}/`, close };
}

async function outcome(answer, body) {
  try {
    return { ok: true, value: await answer(JSON.parse(body)) };
  } catch (error) {
    return { ok: false, error: String(error?.message ?? error) };
  }
}
