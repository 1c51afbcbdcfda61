import type { Rol } from '../../domain/rollen.ts';

/** Fictional parties: numbers that start with 0000000999 belong to nobody. */
export const umOin = '00000009990000000100';
export const vumOin = '00000009990000000200';

export interface DemoGemeente {
  readonly oin: string;
  readonly naam: string;
  /** Of the gemeente's own system at the identity provider. */
  readonly clientId: string;
  readonly rollen: readonly Rol[];
}

export interface DemoGebruiker {
  readonly gebruikersnaam: string;
  readonly wachtwoord: string;
  /** What the pages call this person: a function, no name. */
  readonly naam: string;
  readonly oin: string;
  readonly rollen: readonly Rol[];
}

const systeemrollen: readonly Rol[] = ['aanleveraar', 'bemiddelaar', 'beheerder', 'auditor'];

export const demoGemeenten: readonly DemoGemeente[] = [
  {
    oin: '00000009990000000001',
    naam: 'Gemeente Voorbeeldstad',
    clientId: 'voorbeeldstad-systeem',
    rollen: systeemrollen,
  },
  {
    oin: '00000009990000000002',
    naam: 'Gemeente Demodam',
    clientId: 'demodam-systeem',
    rollen: systeemrollen,
  },
];

/** The stack listens on this machine alone; a password that everybody knows keeps nobody out there. */
const demoWachtwoord = 'demo';
const perGemeente: readonly Rol[] = ['aanleveraar', 'bemiddelaar', 'beheerder', 'auditor'];

export const demoGebruikers: readonly DemoGebruiker[] = [
  ...demoGemeenten.flatMap(({ oin, naam, clientId }) =>
    perGemeente.map((rol) => ({
      gebruikersnaam: `${rol}-${clientId.split('-', 1)[0] ?? clientId}`,
      wachtwoord: demoWachtwoord,
      naam: `${rol} van ${naam}`,
      oin,
      rollen: [rol],
    })),
  ),
  {
    gebruikersnaam: 'operator',
    wachtwoord: demoWachtwoord,
    naam: 'operator van UM',
    oin: umOin,
    rollen: ['operator'],
  },
];
