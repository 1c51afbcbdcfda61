import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { connectTemporal } from '../../activities/connect-temporal.ts';
import { freePort } from '../../ops/local/ports.ts';
import { createLogger } from '../../ops/logger.ts';
import { temporalAddress } from '../support/temporal.ts';

test('a worker that starts before Temporal says so in its log, and goes on once Temporal is there', async () => {
  const { hostname, port } = new URL(`http://${temporalAddress()}`);
  const voordeur = await freePort();
  const log = new PassThrough();
  const verbinding = connectTemporal(`127.0.0.1:${voordeur}`, createLogger('test', 'error', log));
  const [regel] = (await once(log, 'data')) as [Buffer];
  expect(JSON.parse(regel.toString())).toMatchObject({
    level: 'error',
    err: { type: 'TransportError' },
    msg: 'No connection with Temporal: the worker waits for it',
  });

  const doorgeefluik = createServer((van) => {
    const naar = connect(Number(port), hostname);
    van.pipe(naar).pipe(van);
    van.on('error', () => naar.destroy());
    naar.on('error', () => van.destroy());
  });
  await once(doorgeefluik.listen(voordeur, '127.0.0.1'), 'listening');
  const temporal = await verbinding;
  await temporal.workflowService.getSystemInfo({});
  await temporal.close();
  doorgeefluik.close();
}, 30_000);
