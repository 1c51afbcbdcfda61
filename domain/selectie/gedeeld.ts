import type { SelecteerbareLijst, SelecteerbareWaarde } from './selecteerbaar.ts';
import { geheel, keuze, patroon } from './waarde.ts';

// What both contracts (VUM 3.0.0) ask in the same way.

/** `codeBeroepsnaam` is a URI of CompetentNL or a code: any text of at most 200 characters. */
export const beroepsnaam = patroon(/^[^]{1,200}$/, 'een tekst van ten hoogste 200 tekens');

/** Hours that overlap: offered maximum ≥ wanted minimum, offered minimum ≤ wanted maximum. */
export const urenEnRooster: readonly SelecteerbareWaarde[] = [
  {
    namen: ['werktijden.aantalWerkurenPerWeekMaximaal'],
    pad: 'werktijden.aantalWerkurenPerWeekMaximaal',
    operatoren: { $gte: geheel(1, 99) },
  },
  {
    namen: ['werktijden.aantalWerkurenPerWeekMinimaal'],
    pad: 'werktijden.aantalWerkurenPerWeekMinimaal',
    operatoren: { $lte: geheel(1, 99) },
  },
  {
    namen: ['flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst'],
    pad: 'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst',
    operatoren: { $eq: keuze(1, 2) },
  },
];

/** Every licence that is asked must be there. */
export function rijbewijzen(pad: string): SelecteerbareLijst {
  const codes = keuze(
    ...([
      'A',
      'A1',
      'A2',
      'AM',
      'B',
      'B+',
      'C1',
      'C',
      'D1',
      'D',
      'BE',
      'C1E',
      'CE',
      'D1E',
      'DE',
      'T',
    ] as const),
  );
  return {
    namen: [pad],
    pad,
    vorm: 'alle',
    waarden: [{ namen: ['codeSoortRijbewijs'], pad: 'codeSoortRijbewijs', operatoren: { $eq: codes } }],
  };
}

/** Every language that is asked must be there, at the asked levels in one and the same element. */
export function talen(pad: string): SelecteerbareLijst {
  const niveau = { $gte: keuze(2, 3, 4) };
  return {
    namen: [pad],
    pad,
    vorm: 'alle',
    waarden: [
      {
        namen: ['codeTaal'],
        pad: 'codeTaal',
        operatoren: { $eq: patroon(/^[a-z]{3}$/, 'een taalcode van drie kleine letters') },
        verplicht: true,
      },
      {
        namen: ['codeNiveauTaalbeheersingMondeling'],
        pad: 'codeNiveauTaalbeheersingMondeling',
        operatoren: niveau,
      },
      {
        namen: ['codeNiveauTaalbeheersingSchriftelijk'],
        pad: 'codeNiveauTaalbeheersingSchriftelijk',
        operatoren: niveau,
      },
    ],
  };
}
