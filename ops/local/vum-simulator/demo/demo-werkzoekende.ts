import type { RecordInhoud } from '../../../../domain/soorten/soort.ts';
import {
  demoContractvorm,
  demoDatum,
  demoId,
  demoPostcode,
  demoRijbewijs,
  demoTaal,
  demoWerktijden,
  fictief,
} from './demo-delen.ts';
import { demoBeroepen } from './demo-lijsten.ts';
import { createWillekeur } from './willekeur.ts';

/** Fictional job seeker number `nummer`. */
export function demoWerkzoekende(nummer: number): RecordInhoud {
  const willekeur = createWillekeur(nummer);
  const beroepen = willekeur.greep(demoBeroepen, willekeur.getal(1, 3));
  const [eerste] = beroepen;
  const id = demoId('w', nummer);
  return {
    idWerkzoekende: id,
    mobiliteit: {
      bemiddelingspostcode: demoPostcode(nummer),
      maximaleReisafstand: willekeur.kies([10, 25, 50]),
    },
    bemiddelingsberoep: beroepen.map(({ code }) => ({ codeBeroepsnaam: code })),
    contractvorm: demoContractvorm(willekeur),
    sector: beroepen.map(({ codeSbi }) => ({ codeSbi })),
    werktijden: demoWerktijden(willekeur),
    flexibiliteit: {
      datumAanvangBeschikbaarVoorWerk: demoDatum(willekeur),
      indicatieOnregelmatigWerkOfPloegendienst: willekeur.getal(1, 2),
    },
    vervoermiddel: [{ codeVervoermiddel: willekeur.getal(1, 5), indicatieBeschikbaarVoorWoonWerkverkeer: 1 }],
    arbeidsmarktkwalificatie: {
      codeWerkEnDenkniveauWerkzoekende: eerste?.niveau ?? 2,
      interesse: beroepen.map(({ naam }) => ({ naamInteresse: naam })),
      rijbewijs: demoRijbewijs(willekeur),
      taalbeheersing: demoTaal(willekeur),
      werkervaring: [
        {
          beroep: { codeBeroepsnaam: eerste?.code ?? '' },
          naamOrganisatie: `Voorbeeldbedrijf ${eerste?.naam ?? ''}`,
          datumAanvangWerkzaamheden: '2021-03-01',
          datumEindeWerkzaamheden: '2025-09-30',
        },
      ],
    },
    indicatieBeschikbaarheidContactgegevens: 1,
    indicatieLdrRegistratie: 2,
    persoonlijkePresentatie: `${fictief} Zoekt werk als ${beroepen.map(({ naam }) => naam.toLowerCase()).join(' of ')}.`,
    emailadres: [`${id}@voorbeeld.example`],
    telefoonnummer: ['0000000000'],
    contactpersoon: [{ naamContactpersoonAfdeling: 'Afdeling Demo', emailadres: 'demo@voorbeeld.example' }],
  };
}
