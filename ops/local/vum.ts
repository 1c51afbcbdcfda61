import type { Certificaten } from './certificaten.ts';
import { demoGemeenten, umOin } from './demo.ts';
import type { StackHome } from './stack-home.ts';
import type { SimulatorConfig } from './vum-simulator/main.ts';

export type VumBron = SimulatorConfig['bronnen'][number];

/** UM's bron listener, as VUM reaches one gemeente through it. */
export function bronOf(oin: string, bronUrl: string): VumBron {
  return { type: 'http', url: bronUrl, oin, viaOin: umOin };
}

/** The VUM simulator's own settings: by default it asks the demo bron and both gemeenten behind UM. */
export function vumConfig(stack: {
  readonly home: StackHome;
  readonly port: number;
  readonly bronUrl: string;
  readonly certs: Certificaten;
  readonly postcodes: string | undefined;
  readonly bronnen: readonly VumBron[] | undefined;
}): SimulatorConfig {
  const { home, port, bronUrl, certs, postcodes } = stack;
  return {
    port,
    sleutelFile: home.vumKey,
    ...(postcodes !== undefined && { postcodeFile: postcodes }),
    bronClient: { ca: certs.ca, ...certs.vum },
    bronnen: stack.bronnen ?? [{ type: 'demo' }, ...demoGemeenten.map(({ oin }) => bronOf(oin, bronUrl))],
  };
}
