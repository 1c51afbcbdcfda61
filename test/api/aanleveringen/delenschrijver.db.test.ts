import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Delenschrijver } from '../../../api/aanleveringen/delen/delenschrijver.ts';
import { ontvang } from '../../../api/aanleveringen/ontvang.ts';
import { deelGrootte, readDeel } from '../../../db/aanlevering-delen.ts';
import type { NieuweAanlevering } from '../../../db/aanleveringen.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA as oin } from '../../support/identity.ts';

const clock = () => new Date('2026-11-26T12:00:00.000Z');
const upload = (id: string): NieuweAanlevering => ({
  ...{ id, oin, soort: 'vacature', aangeleverd_door: 'iemand', aangeleverd_op: clock().toISOString() },
  ...{ fouten_modus: 'weiger', modus: 'volledig', goedkeuring: 'automatisch', mapping: null },
  ...{ correlatie_id: 'c', idempotentie_sleutel: null },
});

let database: TestDatabase;
let delen: Delenschrijver;
beforeAll(async () => {
  database = await createTestDatabase();
  delen = new Delenschrijver(database.url);
});
afterAll(async () => {
  await delen.sluit();
  await database.stop();
});

/** Different everywhere, so that a piece that is lost, doubled or overwritten shows. */
function bestand(bytes: number, begin: number): Buffer {
  const inhoud = Buffer.alloc(bytes);
  for (let plaats = 0; plaats + 4 <= bytes; plaats += 4) inhoud.writeUInt32LE(begin + plaats, plaats);
  return inhoud;
}

/** What came in, in the pieces in which a network brings it. */
function stroom(inhoud: Buffer): Readable {
  const stukken: Buffer[] = [];
  for (let van = 0; van < inhoud.length; van += 65_000) stukken.push(inhoud.subarray(van, van + 65_000));
  return Readable.from(stukken, { objectMode: false });
}

async function opgeslagen(id: string): Promise<Buffer[]> {
  const stukken: Buffer[] = [];
  for (let deel; (deel = await readDeel(database.db, id, stukken.length)) !== undefined;) stukken.push(deel);
  return stukken;
}

test.each([deelGrootte - 1, deelGrootte, deelGrootte + 1, 4 * deelGrootte, 4 * deelGrootte + 7])(
  'a file of %d bytes is stored as it came in, whole pieces first',
  async (bytes) => {
    const id = `grootte-${bytes}`;
    const inhoud = bestand(bytes, bytes);
    await ontvang({ db: database.db, clock, delen }, upload(id), stroom(inhoud), bytes);
    const stukken = await opgeslagen(id);
    expect(Buffer.concat(stukken).equals(inhoud)).toBe(true);
    expect(stukken.slice(0, -1).every(({ length }) => length === deelGrootte)).toBe(true);
  },
);

test('files that come in at once do not mix', async () => {
  const namen = ['samen-1', 'samen-2', 'samen-3'];
  const inhouden = namen.map((_, plaats) => bestand(6 * deelGrootte + plaats, plaats * 2 ** 24));
  await Promise.all(
    namen.map((id, plaats) =>
      ontvang({ db: database.db, clock, delen }, upload(id), stroom(inhouden[plaats] as Buffer), 2 ** 24),
    ),
  );
  for (const [plaats, id] of namen.entries())
    expect(Buffer.concat(await opgeslagen(id)).equals(inhouden[plaats] as Buffer)).toBe(true);
});

test('of a file that grows over the limit, or whose sender goes, no piece stays', async () => {
  const inhoud = bestand(5 * deelGrootte, 0);
  const teGroot = ontvang(
    { db: database.db, clock, delen },
    upload('te-groot'),
    stroom(inhoud),
    3 * deelGrootte,
  );
  await expect(teGroot).rejects.toMatchObject({ code: 'bestand-te-groot' });
  expect(await opgeslagen('te-groot')).toEqual([]);

  const valtWeg = Readable.from(
    (function* () {
      yield inhoud;
      throw new Error('The sender is gone');
    })(),
    { objectMode: false },
  );
  const afgebroken = ontvang({ db: database.db, clock, delen }, upload('afgebroken'), valtWeg, 2 ** 24);
  await expect(afgebroken).rejects.toMatchObject({ code: 'upload-afgebroken' });
  expect(await opgeslagen('afgebroken')).toEqual([]);
});

test('a piece of an upload that is not there fails with what the database says of it', async () => {
  const fout: unknown = await delen.bewaar('nergens', 0, delen.neemDeel()).catch((error: unknown) => error);
  expect(['SQLITE_CONSTRAINT_FOREIGNKEY', 'ER_NO_REFERENCED_ROW_2']).toContain(
    (fout as { code: unknown }).code,
  );
});

test('a thread that ends fails what it was given, and the next piece gets another', async () => {
  const kapot = new Delenschrijver('nergens:');
  for (let keer = 0; keer < 2; keer++) {
    const geweigerd = kapot.bewaar('a', 0, kapot.neemDeel());
    await expect(geweigerd).rejects.toThrow('DATABASE_URL must start with');
  }
  await kapot.sluit();
});
