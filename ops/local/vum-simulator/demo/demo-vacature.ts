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

/** Fictional vacancy number `nummer`. */
export function demoVacature(nummer: number): RecordInhoud {
  const willekeur = createWillekeur(10_000 + nummer);
  const beroep = willekeur.kies(demoBeroepen);
  const id = demoId('v', nummer);
  return {
    idVacature: id,
    nummerVacature: `DEMO-${nummer}`,
    naamVacature: `${beroep.naam} (voorbeeld)`,
    omschrijvingVacature: `${fictief} Gevraagd: een ${beroep.naam.toLowerCase()}.`,
    adres: { postcode: demoPostcode(nummer * 7), straatnaam: 'Voorbeeldstraat', huisnummer: nummer },
    beroep: { codeBeroepsnaam: beroep.code },
    sector: { codeSbi: beroep.codeSbi },
    codeWerkEnDenkniveauMinimaal: String(beroep.niveau),
    contractvorm: demoContractvorm(willekeur),
    werktijden: demoWerktijden(willekeur),
    rijbewijs: demoRijbewijs(willekeur),
    taalbeheersing: demoTaal(willekeur),
    werkervaring: [{ aantalJarenWerkzaamInBeroep: willekeur.getal(0, 5) }],
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: willekeur.getal(1, 2) },
    arbeidsVoorwaarden: {
      datumAanvangWerkzaamheden: demoDatum(willekeur),
      salarisIndicatie: 'volgens cao',
    },
    sluitingsdatumVacature: '2027-12-31',
    sollicitatiewijze: [{ codeSollicitatiewijze: '1' }],
    werkgever: {
      handelsnaamOrganisatie: `Voorbeeldbedrijf ${beroep.naam} (fictief)`,
      sector: [{ codeSbi: beroep.codeSbi }],
      webadres: [{ codeWebadres: 1, url: 'https://voorbeeld.example' }],
      contactpersoon: [
        {
          naamContactpersoonAfdeling: 'Afdeling Personeel',
          emailadres: ['vacature@voorbeeld.example'],
          telefoonnummer: ['0000000000'],
        },
      ],
    },
  };
}
