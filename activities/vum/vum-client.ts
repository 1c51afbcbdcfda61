import type { Soort } from '../../domain/soorten/soort.ts';
import { VumWeigertVraag, type VumBericht } from '../../domain/vum-fouten.ts';
import { vumIDPatroon } from './antwoord-schema.ts';
import { leesJson } from './lees-json.ts';
import { meetAanroep, type VumMeting } from './meet-aanroep.ts';
import { createAntwoordValidatie, type DetailAntwoord, type ZoekAntwoord } from './valideer-antwoord.ts';
import { openVumVerbinding, type VumTls } from './vum-verbinding.ts';

/** Who asks (the gemeente's OIN), and the id that ties this call to UM's own logs. */
interface Vrager {
  readonly oin: string;
  readonly correlatieId: string;
}

interface VumZoekvraag extends Vrager {
  /** Sent as it is: the contract's `vraagObject`. */
  readonly vraagObject: Readonly<Record<string, unknown>>;
}

interface VumDetailvraag extends Vrager {
  readonly vumID: string;
}

/** UM as bemiddelaar: the only way to VUM. Every failure is a `VumFout`; an aborted signal throws its reason. */
export interface VumClient {
  zoek(soort: Soort, vraag: VumZoekvraag, signal?: AbortSignal): Promise<ZoekAntwoord>;
  /** The answer holds a person's data and is for the asker's memory alone. */
  detail(soort: Soort, vraag: VumDetailvraag, signal?: AbortSignal): Promise<DetailAntwoord>;
  /** Resolves when VUM answers anything at all; throws a `VumFout` when it cannot be reached in `tijdMs`. */
  bereik(tijdMs: number): Promise<void>;
  sluit(): Promise<void>;
}

/** How long UM waits, in milliseconds. VUM promises a detail within 10 s. */
interface VumTijden {
  readonly verbindenMs: number;
  readonly zoekMs: number;
  readonly detailMs: number;
}

export interface VumClientOpties extends VumMeting {
  /** With or without a path: `https://vum.example/api/v3`. */
  readonly baseUrl: string;
  readonly tls?: VumTls | undefined;
  /** UM itself, processor of the asking gemeente: `X-VUM-viaParty`. */
  readonly oinUm: string;
  /** The Inlichtingenbureau: `X-VUM-toParty`. */
  readonly oinVum: string;
  readonly tijden?: Partial<VumTijden>;
  /** Sockets at most (default 32). */
  readonly verbindingen?: number;
  /** Bytes of an answer at most. */
  readonly maxBytes?: Partial<Record<VumBericht, number>>;
}

const standaardTijden: VumTijden = { verbindenMs: 3_000, zoekMs: 30_000, detailMs: 10_000 };
/** A search may bring 100 matches of every bron; a detail is one record. */
const standaardBytes: Record<VumBericht, number> = { zoek: 64 * 1024 ** 2, detail: 1024 ** 2 };
const vumIDVorm = new RegExp(vumIDPatroon);

export function createVumClient(opties: VumClientOpties): VumClient {
  const tijden = { ...standaardTijden, ...opties.tijden };
  const maxBytes = { ...standaardBytes, ...opties.maxBytes };
  const verbinding = openVumVerbinding({
    baseUrl: opties.baseUrl,
    tls: opties.tls,
    verbindenMs: tijden.verbindenMs,
    verbindingen: opties.verbindingen ?? 32,
  });
  const validatie = createAntwoordValidatie();

  const koppen = (vrager: Vrager): Record<string, string> => ({
    accept: 'application/json',
    // Without a word about it a proxy on the way may compress, and how large the answer is would show too late.
    'accept-encoding': 'identity',
    'API-Version': '3.0.0',
    'X-VUM-berichtVersie': '3.0.0',
    'X-VUM-fromParty': vrager.oin,
    'X-VUM-toParty': opties.oinVum,
    'X-VUM-viaParty': opties.oinUm,
    // Not in the contract and harmless to it: lets VUM's operators and ours speak of the same call.
    'X-Correlation-ID': vrager.correlatieId,
  });

  return {
    zoek: (soort, vraag, signal) =>
      meetAanroep(opties, { bericht: 'zoek', soort, correlatieId: vraag.correlatieId }, async () => {
        const antwoord = await verbinding.stuur(
          {
            bericht: 'zoek',
            method: 'POST',
            pad: `/${soort.vum.pad}/matches`,
            headers: { ...koppen(vraag), 'content-type': 'application/json' },
            body: JSON.stringify({ vraagObject: vraag.vraagObject }),
            tijdMs: tijden.zoekMs,
            maxBytes: maxBytes.zoek,
          },
          signal,
        );
        const gelezen = await validatie.zoek(soort, leesJson('zoek', antwoord));
        const { correlatieId } = vraag;
        const { zonderVumID } = gelezen;
        if (zonderVumID > 0)
          opties.logger.warn({ zonderVumID, correlatieId }, 'VUM gave matches without a vumID');
        return gelezen.antwoord;
      }),

    detail: (soort, vraag, signal) =>
      meetAanroep(opties, { bericht: 'detail', soort, correlatieId: vraag.correlatieId }, async () => {
        const antwoord = await verbinding.stuur(
          {
            bericht: 'detail',
            method: 'GET',
            pad: `/${soort.vum.pad}/${vumIDInPad(vraag.vumID)}`,
            headers: koppen(vraag),
            tijdMs: tijden.detailMs,
            maxBytes: maxBytes.detail,
          },
          signal,
        );
        return validatie.detail(soort, leesJson('detail', antwoord));
      }),

    async bereik(tijdMs) {
      const headers = { accept: 'application/json' };
      await verbinding.stuur({ bericht: 'zoek', method: 'GET', pad: '/', headers, tijdMs, maxBytes: 65_536 });
    },

    sluit: () => verbinding.sluit(),
  };
}

/** A vumID needs no escaping, but `.` and `..` are steps in a path: they would ask for something else. */
function vumIDInPad(vumID: string): string {
  if (vumIDVorm.test(vumID) && !/^\.{1,2}$/.test(vumID)) return encodeURIComponent(vumID);
  throw new VumWeigertVraag({ bericht: 'detail', reden: 'vumID' });
}
