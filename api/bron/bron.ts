import { constants } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Postcodes } from '../../domain/selectie/afstand.ts';
import { closeServer } from '../../ops/listen.ts';
import { createBronHandler, type BronHandlerDeps, type BronGrenzen } from './bron-handler.ts';
import { antwoordOpOnleesbaar } from '../onleesbaar.ts';
import { BronIndex, type IndexStand } from './index/bron-index.ts';
import { Volger } from './index/volger.ts';
import { bronAntwoordOp } from './onleesbaar.ts';

export interface BronDeps extends Omit<BronHandlerDeps, 'index'> {
  readonly config: BronGrenzen & {
    readonly host: string;
    /** 0 lets the system choose. */
    readonly port: number;
    /** PEM texts: whom we trust to vouch for VUM, and our own certificate and key. */
    readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
    /** A folder on a local disk for the matches of the index; unlinked files, empty to look at. */
    readonly werkmap: string;
  };
}

/** How the bron is doing, for `ready` and the log. */
interface BronStand extends IndexStand {
  /** `pc2`: distances are approximate, because no table of postcodes is configured. */
  readonly nauwkeurigheid: Postcodes['nauwkeurigheid'];
}

export interface Bron {
  /** Starts to follow the database and to listen; resolves with the address before everything is loaded. */
  start(): Promise<string>;
  /** Finishes the requests in hand. */
  stop(): Promise<void>;
  /** Something was published in this process: look now instead of at the next look. */
  wek(): void;
  stand(): BronStand;
}

/** UM as bron: a listener of its own with mutual TLS, over an index in memory of each active publicatie. */
export function createBron(deps: BronDeps): Bron {
  const { config, postcodes } = deps;
  const index = new BronIndex();
  const volger = new Volger({ ...deps, index, werkmap: config.werkmap });
  const handler = createBronHandler({ ...deps, index });
  const server = createServer(
    {
      ...config.tls,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      // No resumed sessions: these bring the identity of an earlier connection, and no certificate that is checked now.
      secureOptions: constants.SSL_OP_NO_TICKET,
      requestTimeout: 10_000,
      // Node looks each half minute otherwise.
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 65_000,
      // Refused with the other headers, in the form of the contract.
      requireHostHeader: false,
    },
    handler,
  );
  antwoordOpOnleesbaar(server, handler, bronAntwoordOp);

  return {
    async start() {
      if (postcodes.nauwkeurigheid === 'pc2') {
        deps.logger.warn(
          'No table of postcodes is configured: distances are approximate (two-digit regions)',
        );
      }
      volger.start();
      server.listen(config.port, config.host);
      await once(server, 'listening');
      return `https://${config.host}:${(server.address() as AddressInfo).port}`;
    },
    async stop() {
      if (server.listening) await closeServer(server);
      await volger.stop();
    },
    wek: () => volger.wek(),
    stand: () => ({ ...index.stand(), nauwkeurigheid: postcodes.nauwkeurigheid }),
  };
}
