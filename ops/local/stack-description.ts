import type { Rol } from '../../domain/rollen.ts';
import type { Certificaten } from './certificaten.ts';
import { demoGebruikers, umOin, type DemoGemeente } from './demo.ts';
import type { StackPorts } from './stack-ports.ts';

/** What stack.json tells scripts: addresses are URLs (Temporal's is host and port), files are absolute paths. */
export interface StackDescription {
  readonly api: string;
  readonly bron: string;
  readonly vum: string;
  readonly issuer: string;
  readonly temporalUi: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly gemeenten: readonly {
    readonly oin: string;
    readonly naam: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly rollen: readonly Rol[];
  }[];
  readonly gebruikers: readonly {
    readonly gebruikersnaam: string;
    readonly wachtwoord: string;
    readonly oin: string;
    readonly rollen: readonly Rol[];
  }[];
  /** With this somebody calls the bron listener as VUM does. */
  readonly bronClient: {
    readonly ca: string;
    readonly cert: string;
    readonly key: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

export function describeStack(stack: {
  readonly ports: StackPorts;
  readonly certs: Certificaten;
  readonly gemeenten: readonly (DemoGemeente & { readonly clientSecret: string })[];
}): StackDescription {
  const { ports, certs, gemeenten } = stack;
  const [answers, asks] = gemeenten;
  return {
    api: `http://127.0.0.1:${ports.api}`,
    bron: `https://127.0.0.1:${ports.bron}`,
    vum: `http://127.0.0.1:${ports.vum}`,
    issuer: `http://127.0.0.1:${ports.issuer}`,
    temporalUi: `http://127.0.0.1:${ports.temporalUi}`,
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    namespace: 'default',
    gemeenten: gemeenten.map(({ oin, naam, clientId, clientSecret, rollen }) => ({
      ...{ oin, naam, clientId, clientSecret, rollen },
    })),
    gebruikers: demoGebruikers.map(({ gebruikersnaam, wachtwoord, oin, rollen }) => ({
      ...{ gebruikersnaam, wachtwoord, oin, rollen },
    })),
    bronClient: {
      ca: certs.ca,
      cert: certs.vum.cert,
      key: certs.vum.key,
      headers: {
        'API-Version': '3.0.0',
        'X-VUM-berichtVersie': '3.0.0',
        'X-VUM-fromParty': asks?.oin ?? '',
        'X-VUM-toParty': answers?.oin ?? '',
        'X-VUM-viaParty': umOin,
        'X-VUM-SUWIparty': 'true',
      },
    },
  };
}
