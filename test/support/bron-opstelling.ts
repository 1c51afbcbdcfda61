import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createBron, type Bron, type BronDeps } from '../../api/bron/bron.ts';
import { leesPostcodes, postcoderegios } from '../../domain/selectie/postcodes.ts';
import { maakCertificaat, maakCertificaten } from '../../ops/local/certificaten.ts';
import { createLogger } from '../../ops/logger.ts';
import { bronContract } from './bron-contract.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { officieleData } from './officiele-data.ts';

export const OIN = {
  um: '00000001000000000001',
  vum: '00000001000000000002',
  vreemde: '00000001000000000003',
  gemeente: '00000001000000000010',
  buurgemeente: '00000001000000000011',
  bemiddelaar: '00000001000000000020',
} as const;

export const headers: Readonly<Record<string, string>> = {
  'API-Version': '3.0.0',
  'X-VUM-berichtVersie': '3.0.0',
  'X-VUM-fromParty': OIN.bemiddelaar,
  'X-VUM-toParty': OIN.gemeente,
  'X-VUM-viaParty': '00000001000000000030',
  'X-VUM-SUWIparty': 'true',
};

export interface Antwoord {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly tekst: string;
  readonly json: Record<string, unknown>;
}

export interface Verzoek {
  readonly methode?: string;
  readonly pad: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lichaam?: string | Buffer;
}

/** UM as bron on a real database, and callers with a certificate of their own. */
export interface BronOpstelling {
  readonly database: TestDatabase;
  readonly bron: Bron;
  readonly url: string;
  readonly logregels: string[];
  /** Asks as VUM, and fails when the answer breaks the official contract. */
  vraag(verzoek: Verzoek): Promise<Antwoord>;
  /** Asks with the certificate of another OIN, of our authority or of another; null brings no certificate. */
  vraagAls(wie: { oin: string; onbekendeAutoriteit?: boolean } | null, verzoek: Verzoek): Promise<Antwoord>;
  /** What a client of this OIN connects with; null has no certificate. */
  clientTls(oin: string | null): Promise<{ ca: string; cert?: string; key?: string }>;
  zoek(pad: string, vraagObject: unknown, gemeente?: string): Promise<Antwoord>;
  /** Waits until everything that is published can be found. */
  bijgewerkt(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBron(config: Partial<BronDeps['config']> = {}): Promise<BronOpstelling> {
  const map = await mkdtemp(join(tmpdir(), 'um-bron-test-'));
  const data = officieleData();
  const controle = data && bronContract(data.map);
  const certificaten = await maakCertificaten(map, { umOin: OIN.um, vumOin: OIN.vum });
  const pem = (pad: string): Promise<string> => readFile(pad, 'utf8');
  const ca = await pem(certificaten.ca);
  const database = await createTestDatabase();
  const logregels: string[] = [];
  const bron = createBron({
    db: database.db,
    clock: () => new Date(),
    logger: createLogger('bron', 'info', { write: (regel) => void logregels.push(regel) }),
    postcodes: data ? leesPostcodes(data.postcodeCsv) : postcoderegios,
    config: {
      host: '127.0.0.1',
      port: 0,
      tls: { ca, cert: await pem(certificaten.bron.cert), key: await pem(certificaten.bron.key) },
      toegelatenOins: [OIN.vum],
      werkmap: map,
      ...config,
    },
  });
  const url = await bron.start();
  const vum = new Agent({
    connect: { ca, cert: await pem(certificaten.vum.cert), key: await pem(certificaten.vum.key) },
  });

  const doe = async (agent: Agent, verzoek: Verzoek): Promise<Antwoord> => {
    const methode = verzoek.methode ?? (verzoek.lichaam === undefined ? 'GET' : 'POST');
    const antwoord = await request(url + verzoek.pad, {
      dispatcher: agent,
      method: methode as 'GET',
      headers: verzoek.headers ?? {
        ...headers,
        ...(verzoek.lichaam && { 'Content-Type': 'application/json' }),
      },
      body: verzoek.lichaam ?? null,
    });
    const tekst = await antwoord.body.text();
    const gezien = { status: antwoord.statusCode, headers: antwoord.headers, tekst };
    const gebroken = controle?.(methode, verzoek.pad, gezien) ?? [];
    if (gebroken.length > 0)
      throw new Error(`The answer breaks the contract: ${gebroken.join('; ')} ${tekst}`);
    return { ...gezien, json: (tekst === '' ? {} : JSON.parse(tekst)) as Record<string, unknown> };
  };

  return {
    database,
    bron,
    url,
    logregels,
    vraag: (verzoek) => doe(vum, verzoek),
    async vraagAls(wie, verzoek) {
      const naam = wie?.oin ?? 'niemand';
      const eigenMap = wie?.onbekendeAutoriteit ? join(map, 'elders') : map;
      const paar =
        wie && (await maakCertificaat(eigenMap, { name: naam, organisation: 'Test', oin: wie.oin }));
      const agent = new Agent({
        connect: { ca, ...(paar && { cert: await pem(paar.cert), key: await pem(paar.key) }) },
      });
      return doe(agent, verzoek).finally(() => agent.close());
    },
    async clientTls(oin) {
      if (oin === null) return { ca };
      const paar = await maakCertificaat(map, { name: oin, organisation: 'Test', oin });
      return { ca, cert: await pem(paar.cert), key: await pem(paar.key) };
    },
    zoek: (pad, vraagObject, gemeente = OIN.gemeente) =>
      doe(vum, {
        pad: `/${pad}/matches`,
        headers: { ...headers, 'X-VUM-toParty': gemeente, 'Content-Type': 'application/json' },
        lichaam: JSON.stringify({ vraagObject }),
      }),
    async bijgewerkt() {
      const actief = await database
        .db('actieve_publicaties')
        .whereNotNull('publicatie_id')
        .pluck('publicatie_id');
      const tot = Date.now() + 20_000;
      while (
        !actief.every((id) =>
          logregels.some((regel) => regel.includes(String(id)) && regel.includes('can be found')),
        )
      ) {
        if (Date.now() > tot) throw new Error('The index did not follow');
        bron.wek();
        await wacht(20);
      }
    },
    async stop() {
      await vum.close();
      await bron.stop();
      await database.stop();
      await rm(map, { recursive: true });
    },
  };
}
