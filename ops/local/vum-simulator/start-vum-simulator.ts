import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createVumSimulator, type SimulatorOpties } from './vum-simulator.ts';

export interface ServerOpties extends SimulatorOpties {
  /** 0 takes a free port. */
  readonly port: number;
  /** Default 127.0.0.1: the simulator is for one machine. */
  readonly host?: string | undefined;
  /** PEM texts; with them it speaks https and demands a client certificate of this root. */
  readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string } | undefined;
}

export interface DraaiendeSimulator {
  readonly url: string;
  /** Breaks off what is still open. */
  stop(): Promise<void>;
}

/** Starts VUM on a port. Throws when the port is in use. */
export async function startVumSimulator(opties: ServerOpties): Promise<DraaiendeSimulator> {
  const simulator = createVumSimulator(opties);
  const { tls, host = '127.0.0.1' } = opties;
  const server =
    tls === undefined
      ? createHttp(simulator.callback)
      : createHttps(
          { ...tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
          simulator.callback,
        );
  server.listen(opties.port, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host}:${port}`,
    async stop() {
      const dicht = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await dicht;
      await simulator.sluit();
    },
  };
}
