import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { laadPostcodes } from '../../api/bron/laad-postcodes.ts';
import type { Certificaten } from './certificaten.ts';
import { demoGemeenten, umOin } from './demo.ts';
import { createVumSimulator, type SimulatorOpties } from './vum-simulator/vum-simulator.ts';

export type VumBron = SimulatorOpties['bronnen'][number];

export interface VumOptions {
  readonly port: number;
  readonly bronUrl: string;
  readonly certs: Certificaten;
  readonly postcodes: string | undefined;
  /** Absent: the demo bron and both gemeenten behind UM. */
  readonly bronnen: readonly VumBron[] | undefined;
  /** Keeps vumIDs the same over a restart. */
  readonly sleutel: string;
  readonly logFile: string;
}

/** UM's bron listener, as VUM reaches one gemeente through it. */
export function bronOf(oin: string, bronUrl: string): VumBron {
  return { type: 'http', url: bronUrl, oin, viaOin: umOin };
}

/** Starts the VUM simulator on this machine, with UM among the bronnen. */
export async function startVum(options: VumOptions): Promise<{ stop(): Promise<void> }> {
  const { certs, bronUrl, logFile } = options;
  const simulator = createVumSimulator({
    postcodes: await laadPostcodes(options.postcodes),
    sleutel: Buffer.from(options.sleutel),
    bronnen: options.bronnen ?? [{ type: 'demo' }, ...demoGemeenten.map(({ oin }) => bronOf(oin, bronUrl))],
    bronClient: {
      ca: readFileSync(certs.ca, 'utf8'),
      cert: readFileSync(certs.vum.cert, 'utf8'),
      key: readFileSync(certs.vum.key, 'utf8'),
    },
    onFout: (fout) => {
      const line =
        fout instanceof Error ? `${fout.name} ${fout.stack?.split('\n').slice(1).join('\n') ?? ''}` : 'fout';
      appendFileSync(logFile, `${new Date().toISOString()} ${line}\n`);
    },
  });
  const server = createServer(simulator.callback);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await simulator.sluit();
    },
  };
}
