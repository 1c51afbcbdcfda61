import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { connect } from '../../db/connect.ts';
import { migrateUp } from '../../db/migrate.ts';
import { maakCertificaten } from '../../ops/local/certificaten.ts';
import type { ServerMeting, ServerOpdracht } from './bron-server.ts';
import { bewaarAntwoorden, type LastMeting, type LastOpdracht, type Tls } from './bron-verzoek.ts';
import { maakLand, maakVragen, vervang, vul } from './bron-vulling.ts';
import { Proces } from './proces.ts';

export interface BronOpdracht {
  readonly profielen: number;
  readonly gemeenten: number;
  /** How many rounds of one second each of the two gets, in turn. */
  readonly seconden: number;
  readonly verbindingen: number;
  readonly postcodeFile: string | undefined;
  readonly meld: (regel: string) => void;
}

export interface BronUitkomst {
  readonly profielen: number;
  readonly bron: LastMeting;
  readonly kaal: LastMeting;
  readonly perSecondeVerhouding: number;
  readonly p99Verhouding: number;
  /** CPU time of the serving process for one answer: the ratio that the asker's own cost cannot flatter. */
  readonly cpuVerhouding: number;
  /** The highest resident memory of the whole process seen, and what of it came with the publicaties. */
  readonly procesMiB: number;
  readonly indexMiB: number;
  readonly ladenSeconden: number;
  /** The longest that the event loop stood still while publicaties were replaced under load, and without. */
  readonly langstePauzeMs: number;
  readonly langstePauzeZonderMs: number;
  /** While publicaties were replaced: the longest that the process used a processor without a turn for others. */
  readonly langsteWerkMs: number;
}

type Server = Proces<ServerOpdracht | { meet: true }, ServerMeting | 'klaar'>;

const VERVANGINGEN = 8;
const VRAGEN = 1500;
const OIN = { um: '00000001000000000001', vum: '00000001000000000002' };

/** Fills a database, starts UM as bron over it and the bare route beside it, and measures both. */
export async function meetBron(opdracht: BronOpdracht): Promise<BronUitkomst> {
  const { profielen, gemeenten, seconden, verbindingen, postcodeFile, meld } = opdracht;
  const map = await mkdtemp(join(tmpdir(), 'um-bench-bron-'));
  const bron: Server = new Proces('bron-server.ts', { alsApi: true });
  const kaal: Server = new Proces('bron-server.ts', { alsApi: true });
  const last = new Proces<LastOpdracht, LastMeting>('bron-last.ts');
  try {
    const bestand = join(map, 'um.sqlite');
    const db = connect(`sqlite:${bestand}`);
    await migrateUp(db);
    await db.destroy();
    const land = await maakLand(gemeenten, postcodeFile);
    meld(`${profielen} profielen over ${gemeenten} gemeenten maken...`);
    vul(bestand, land, profielen);

    const { server, vum } = await certificaten(map);
    const start = { tls: server, url: `sqlite:${bestand}`, werkmap: map, vumOin: OIN.vum, postcodeFile };
    meld('laden...');
    await bron.vraag({ ...start, soort: 'bron' });
    const begin = performance.now();
    const leeg = await meet(bron);
    let stand = leeg;
    let procesMiB = 0;
    do {
      await wacht(50);
      stand = await meet(bron);
      procesMiB = Math.max(procesMiB, stand.rssMiB);
    } while (!stand.gereed);
    const ladenSeconden = (performance.now() - begin) / 1000;

    const vragen = maakVragen(land, VRAGEN);
    const antwoorden = await bewaarAntwoorden(stand.adres, vum, vragen, join(map, 'antwoorden'));
    await kaal.vraag({ ...start, soort: 'kaal', antwoorden });
    const kaalAdres = (await meet(kaal)).adres;

    const vraagAan = (adres: string, duur: number, aantal = verbindingen): Promise<LastMeting> =>
      last.vraag({ adres, tls: vum, vragen, verbindingen: aantal, seconden: duur });
    await vraagAan(stand.adres, 4);
    await vraagAan(kaalAdres, 4);
    meld('meten...');
    const gemeten: { bron: LastMeting[]; kaal: LastMeting[]; cpu: { bron: number[]; kaal: number[] } } = {
      bron: [],
      kaal: [],
      cpu: { bron: [], kaal: [] },
    };
    for (let ronde = 0; ronde < seconden; ronde += 1) {
      for (const [naam, proces, adres] of [
        ['kaal', kaal, kaalAdres],
        ['bron', bron, stand.adres],
      ] as const) {
        await meet(proces);
        const meting = await vraagAan(adres, 1);
        const { cpuMs, rssMiB } = await meet(proces);
        if (meting.fouten > 0) throw new Error(`${meting.fouten} answers were not 200`);
        if (naam === 'bron') procesMiB = Math.max(procesMiB, rssMiB);
        gemeten[naam].push(meting);
        gemeten.cpu[naam].push(cpuMs / meting.perSeconde);
      }
    }

    meld('vervangen onder belasting...');
    await meet(bron);
    await vraagAan(stand.adres, seconden, 4);
    const zonder = await meet(bron);
    const belasting = vraagAan(stand.adres, VERVANGINGEN * 1.5 + 2, 4);
    let [langstePauzeMs, langsteWerkMs] = [0, 0];
    for (let i = 0; i < VERVANGINGEN; i += 1) {
      const id = vervang(bestand, land, i, Math.round(profielen / gemeenten), 2 + i);
      for (let over = false; !over;) {
        await wacht(100);
        const nu = await meet(bron);
        langstePauzeMs = Math.max(langstePauzeMs, nu.langstePauzeMs);
        langsteWerkMs = Math.max(langsteWerkMs, nu.langsteWerkMs);
        procesMiB = Math.max(procesMiB, nu.rssMiB);
        over = nu.overgenomen.includes(id);
      }
    }
    await belasting;

    const [b, k] = [mediaan(gemeten.bron), mediaan(gemeten.kaal)];
    return {
      profielen,
      bron: b,
      kaal: k,
      perSecondeVerhouding: verhouding(gemeten, (m) => m.perSeconde),
      p99Verhouding: verhouding(gemeten, (m) => m.p99Ms),
      cpuVerhouding: middelste(gemeten.cpu.bron) / middelste(gemeten.cpu.kaal),
      procesMiB,
      indexMiB: stand.rssMiB - leeg.rssMiB,
      ladenSeconden,
      langstePauzeMs,
      langstePauzeZonderMs: zonder.langstePauzeMs,
      langsteWerkMs,
    };
  } finally {
    await Promise.all([bron.stop(), kaal.stop(), last.stop()]);
    await rm(map, { recursive: true });
  }
}

async function meet(server: Server): Promise<ServerMeting> {
  const meting = await server.vraag({ meet: true });
  if (meting === 'klaar') throw new Error('Unexpected message');
  return meting;
}

async function certificaten(map: string): Promise<{ server: Tls; vum: Tls }> {
  const paden = await maakCertificaten(join(map, 'tls'), { umOin: OIN.um, vumOin: OIN.vum });
  const lees = (pad: string): Promise<string> => readFile(pad, 'utf8');
  const ca = await lees(paden.ca);
  return {
    server: { ca, cert: await lees(paden.bron.cert), key: await lees(paden.bron.key) },
    vum: { ca, cert: await lees(paden.vum.cert), key: await lees(paden.vum.key) },
  };
}

/** The middle of rounds of one second, in turn, so that whatever else the machine does strikes both alike. */
function mediaan(metingen: readonly LastMeting[]): LastMeting {
  const van = (kies: (meting: LastMeting) => number): number => middelste(metingen.map(kies));
  return {
    perSeconde: van((m) => m.perSeconde),
    p50Ms: van((m) => m.p50Ms),
    p99Ms: van((m) => m.p99Ms),
    gemiddeldBytes: van((m) => m.gemiddeldBytes),
    fouten: van((m) => m.fouten),
  };
}

function verhouding(
  { bron, kaal }: { readonly bron: readonly LastMeting[]; readonly kaal: readonly LastMeting[] },
  kies: (meting: LastMeting) => number,
): number {
  return middelste(bron.map((meting, ronde) => kies(meting) / kies(kaal[ronde] ?? meting)));
}

function middelste(getallen: readonly number[]): number {
  return getallen.toSorted((a, b) => a - b)[getallen.length >> 1] ?? NaN;
}
