import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { Agent } from 'undici';
import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import type { Bron } from './bron.ts';
import { demoRecords } from './demo/demo-records.ts';
import { createHttpBron } from './http-bron.ts';
import { createIngebouwdeBron } from './ingebouwde-bron.ts';

/** PEM texts of what VUM shows to a bron, and the root that it trusts. */
export interface BronClientTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

const bronSchema = Type.Union([
  /** Built-in, with fictional data. */
  Type.Object({ type: Type.Literal('demo') }, { additionalProperties: false }),
  /** UM's bron listener, for one gemeente. */
  Type.Object(
    {
      type: Type.Literal('http'),
      url: Type.String({ pattern: '^https?://' }),
      oin: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }),
      viaOin: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }),
    },
    { additionalProperties: false },
  ),
]);
export type BronConfig = Static<typeof bronSchema>;

const lijst = Compile(Type.Array(bronSchema, { maxItems: 1000 }));

/** The bronnen that VUM asks now; which they are can be changed while it runs. */
export interface Bronnen {
  readonly config: readonly BronConfig[];
  readonly alle: readonly Bron[];
  met(naam: string): Bron | undefined;
  /** Replaces them; false, and nothing changes, when `invoer` is no list of bronnen. */
  stel(invoer: unknown): boolean;
  sluit(): Promise<void>;
}

export function createBronnen(
  begin: readonly BronConfig[],
  postcodes: Postcodes,
  tls: BronClientTls | undefined,
): Bronnen {
  const agent = new Agent({ connections: 16, connect: { ...tls, timeout: 2_000 } });
  const maak = (config: BronConfig): Bron =>
    config.type === 'demo'
      ? createIngebouwdeBron('demo', demoRecords(), postcodes)
      : createHttpBron(config, agent);
  let nu = { config: begin, alle: begin.map(maak) };

  return {
    get config() {
      return nu.config;
    },
    get alle() {
      return nu.alle;
    },
    met: (naam) => nu.alle.find((bron) => bron.naam === naam),
    stel(invoer) {
      if (!lijst.Check(invoer)) return false;
      nu = { config: invoer, alle: invoer.map(maak) };
      return true;
    },
    sluit: () => agent.destroy(),
  };
}
