import { expect, test } from '@jest/globals';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { closeServer, listen } from '../../ops/listen.ts';

test('a server that closes lets the request in hand finish, and waits for no connection that is kept open', async () => {
  let answer: ServerResponse | undefined;
  const server = createServer({ keepAliveTimeout: 60_000 }, (_, res) => (answer = res));
  const port = await listen(server, '127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true });
  const asked = get({ port, host: '127.0.0.1', agent });
  await once(server, 'request');
  const closing = closeServer(server);
  const answered = once(asked, 'response');
  answer?.end('klaar');
  const [response] = (await answered) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.resume();
  const begin = performance.now();
  await closing;
  expect(performance.now() - begin).toBeLessThan(5_000);
  agent.destroy();
});
