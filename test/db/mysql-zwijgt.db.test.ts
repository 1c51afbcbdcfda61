import { once } from 'node:events';
import { type AddressInfo, connect as verbind, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Knex } from 'knex';
import { connect } from '../../db/connect.ts';
import { isDatabaseWeg } from '../../db/is-database-weg.ts';

const server = process.env['UM_TEST_MARIADB_URL'];
const antwoordMs = 500;

(server === undefined ? describe.skip : describe)('a server that says nothing any more, or is gone', () => {
  /** Stands between UM and the server, and lets nothing through when told to. */
  let tussen: Server;
  const open = new Set<Socket>();
  let stil = false;
  let db: Knex;

  beforeAll(async () => {
    const { hostname, port } = new URL(server ?? '');
    tussen = createServer((um) => {
      const database = verbind(Number(port), hostname);
      for (const [van, naar] of [
        [um, database],
        [database, um],
      ] as const) {
        open.add(van);
        van.on('data', (stuk) => (stil ? undefined : naar.write(stuk)));
        van.on('error', () => undefined);
        van.on('close', () => naar.destroy());
      }
    });
    tussen.listen(0, '127.0.0.1');
    await once(tussen, 'listening');
    const url = new URL('/mysql', server);
    url.hostname = '127.0.0.1';
    url.port = String((tussen.address() as AddressInfo).port);
    db = connect(url.href, 1, antwoordMs);
  });
  beforeEach(() => {
    stil = false;
  });
  afterAll(async () => {
    await db.destroy();
    for (const socket of open) socket.destroy();
    tussen.close();
  });

  const vraag = async () => (await db.raw<[{ een: number }[]]>('SELECT 1 as een'))[0];

  test('is not waited for, and answers again over another connection', async () => {
    expect(await vraag()).toEqual([{ een: 1 }]);
    stil = true;
    const fout = await vraag().catch((error: unknown) => error);
    expect(isDatabaseWeg(fout)).toBe(true);
    stil = false;
    expect(await vraag()).toEqual([{ een: 1 }]);
  });

  test.each([
    ['says nothing', () => void (stil = true)],
    ['is gone', () => open.forEach((socket) => void socket.destroy())],
  ])('a server that %s ends a transaction, and that is said', async (_, gebeurt) => {
    const fout = await db
      .transaction(async (trx) => {
        await trx.raw('SELECT 1');
        gebeurt();
        await trx.raw('SELECT 2');
      })
      .catch((error: unknown) => error);
    expect(isDatabaseWeg(fout)).toBe(true);
    stil = false;
    expect(await vraag()).toEqual([{ een: 1 }]);
  });

  test('may take its time over a query as long as that is not too long', async () => {
    const [rijen] = await db.raw<[{ klaar: number }[]]>(`SELECT SLEEP(${antwoordMs / 2_000}) as klaar`);
    expect(rijen).toEqual([{ klaar: 0 }]);
    const fout: unknown = await db.raw(`SELECT SLEEP(${antwoordMs / 250})`).catch((error: unknown) => error);
    expect(isDatabaseWeg(fout)).toBe(true);
  });
});
