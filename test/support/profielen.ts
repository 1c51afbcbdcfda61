import type { Willekeur } from './willekeur.ts';

type Json = Record<string, unknown>;

const woorden =
  'klant team werk planning magazijn zorg techniek kantoor verkoop ervaring zelfstandig samen leren project'.split(
    ' ',
  );
const talen = ['nld', 'eng', 'deu', 'fra', 'pol', 'ara', 'tur'];
const rijbewijzen = ['AM', 'A', 'B', 'BE', 'C', 'CE', 'D', 'T'];

/** The occupations that made-up profiles have. */
export const beroepen = Array.from(
  { length: 1500 },
  (_, i) =>
    `https://linkeddata.competentnl.nl/uwv/id/occupation/${(i * 2_654_435_761).toString(16).toUpperCase().padStart(12, '0').slice(-10)}`,
);

/** A made-up profile: valid, and as long as those of the standard (1.7 KB; 1.4 KB of it in a match). */
export function maakProfiel(w: Willekeur, id: string, postcode: string): Json {
  const soms = (kans: number, deel: () => Json): Json => (w.kans(kans) ? deel() : {});
  return {
    idWerkzoekende: id,
    mobiliteit: { bemiddelingspostcode: postcode, maximaleReisafstand: w.geheel(5, 100) },
    bemiddelingsberoep: lijst(w, 1, 5, () => ({ codeBeroepsnaam: w.kies(beroepen) })),
    contractvorm: lijst(w, 0, 3, () => ({
      codeTypeArbeidscontract: w.kies(['O', 'B']),
      codeTypeOvereenkomst: '01',
    })),
    ...soms(0.5, () => ({
      flexibiliteit: {
        indicatieOnregelmatigWerkOfPloegendienst: w.geheel(1, 2),
        datumAanvangBeschikbaarVoorWerk: dag(w),
      },
    })),
    ...soms(0.6, () => ({
      werktijden: {
        aantalWerkurenPerWeekMinimaal: w.geheel(4, 20),
        aantalWerkurenPerWeekMaximaal: w.geheel(20, 48),
        indicatieKantoortijden: w.geheel(1, 2),
      },
    })),
    arbeidsmarktkwalificatie: {
      codeWerkEnDenkniveauWerkzoekende: w.geheel(1, 7),
      taalbeheersing: lijst(w, 0, 3, () => ({
        codeTaal: w.kies(talen),
        codeNiveauTaalbeheersingMondeling: w.kies([1, 2, 3, 4, 8]),
        codeNiveauTaalbeheersingSchriftelijk: w.kies([1, 2, 3, 4, 8]),
      })),
      rijbewijs: lijst(w, 0, 3, () => ({ codeSoortRijbewijs: w.kies(rijbewijzen) })),
      opleiding: lijst(w, 0, 2, () => ({
        codeNiveauOpleiding: w.geheel(1, 6),
        naamOpleidingsinstituut: tekst(w, 3),
      })),
      werkervaring: lijst(w, 1, 3, () => ({
        beroep: { codeBeroepsnaam: w.kies(beroepen) },
        datumAanvangWerkzaamheden: dag(w),
        naamOrganisatie: tekst(w, 3),
        toelichtingWerkervaring: tekst(w, 14),
      })),
      interesse: lijst(w, 0, 4, () => ({ naamInteresse: tekst(w, 2) })),
    },
    sector: lijst(w, 0, 4, () => ({ codeSbi: w.geheel(1000, 99_999) })),
    vervoermiddel: lijst(w, 0, 2, () => ({ codeVervoermiddel: w.geheel(1, 5) })),
    indicatieBeschikbaarheidContactgegevens: 1,
    emailadres: [`${id}@example.org`],
    persoonlijkePresentatie: tekst(w, 30),
  };
}

function lijst(w: Willekeur, minimum: number, maximum: number, maak: () => Json): Json[] {
  return Array.from({ length: w.geheel(minimum, maximum) }, maak);
}

function tekst(w: Willekeur, aantal: number): string {
  return Array.from({ length: aantal }, () => w.kies(woorden)).join(' ');
}

function dag(w: Willekeur): string {
  const deel = (getal: number): string => String(getal).padStart(2, '0');
  return `${w.geheel(2015, 2030)}-${deel(w.geheel(1, 12))}-${deel(w.geheel(1, 28))}`;
}
