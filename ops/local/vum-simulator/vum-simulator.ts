import type { RequestListener } from 'node:http';
import Router from '@koa/router';
import Koa from 'koa';
import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { beheerRoutes } from './beheer.ts';
import { antwoordVolgensContract } from './bericht.ts';
import { createBronnen, type BronClientTls, type BronConfig } from './bronnen.ts';
import { ContractFout } from './contract-fout.ts';
import { createGedragingen } from './gedrag.ts';
import { createPseudoniem } from './pseudoniem.ts';
import { createUitwisseling } from './uitwisseling.ts';
import { createVerzoekenlog } from './verzoekenlog.ts';
import { createZoekgeheugen } from './zoekgeheugen.ts';

export interface SimulatorOpties {
  readonly postcodes: Postcodes;
  /** Of the vumIDs: keep it, and they stay the same over a restart. */
  readonly sleutel: Uint8Array;
  readonly bronnen: readonly BronConfig[];
  /** What VUM shows to bronnen over https. */
  readonly bronClient?: BronClientTls | undefined;
  /** Details on the matches of one search (default 10). */
  readonly maxDetails?: number;
  readonly onFout?: (fout: unknown) => void;
}

/** The national exchange, played on one machine. Listen with `callback`; `sluit` closes its own connections. */
export interface VumSimulator {
  readonly callback: RequestListener;
  sluit(): Promise<void>;
}

export function createVumSimulator(opties: SimulatorOpties): VumSimulator {
  const delen = {
    bronnen: createBronnen(opties.bronnen, opties.postcodes, opties.bronClient),
    gedragingen: createGedragingen(),
    pseudoniem: createPseudoniem(opties.sleutel),
    geheugen: createZoekgeheugen(opties.maxDetails ?? 10, Date.now),
    log: createVerzoekenlog(),
  };
  const uitwisseling = createUitwisseling(delen);

  const router = new Router();
  for (const soort of Object.values(soorten)) {
    router.post(`/${soort.vum.pad}/matches`, (ctx) => uitwisseling.zoek(soort, ctx));
    router.get(`/${soort.vum.pad}/:vumID`, (ctx) =>
      uitwisseling.detail(soort, ctx.params['vumID'] ?? '', ctx),
    );
  }

  const app = new Koa();
  app.on('error', (fout: { expose?: boolean }) => {
    // What the caller was told needs no telling twice.
    if (fout.expose !== true) opties.onFout?.(fout);
  });
  app.use(beheerRoutes(delen));
  app.use(antwoordVolgensContract);
  app.use(router.routes());
  app.use(() => {
    throw new ContractFout('400.01', 'Deze aanroep kent VUM niet.');
  });
  const callback = app.callback();
  return { callback: (req, res) => void callback(req, res), sluit: () => delen.bronnen.sluit() };
}
