import type { Willekeur } from '../support/willekeur.ts';

type Maak = () => unknown;

const woorden =
  'klant team werk planning magazijn zorg techniek kantoor verkoop ervaring zelfstandig samen leren project'.split(
    ' ',
  );
const talen = ['nld', 'eng', 'deu', 'fra', 'pol', 'ara', 'tur'];
const rijbewijzen = ['AM', 'A', 'B', 'BE', 'C', 'CE', 'D', 'T'];

/**
 * A made-up profile of the length of the official test profiles, in which, as in those, every optional field is
 * there in one profile and not in the next: that takes a parser and a validator twice the time of profiles that
 * all look alike.
 */
export function maakWisselendProfiel(w: Willekeur, id: string): Record<string, unknown> {
  const groep = (velden: Readonly<Record<string, Maak>>, kans = 0.5): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(velden)
        .filter(() => w.kans(kans))
        .map(([naam, maak]) => [naam, maak()]),
    );
  const lijst = (maak: Maak) => () => Array.from({ length: w.geheel(0, 5) }, maak);
  const getal = (van: number, tot: number) => () => w.geheel(van, tot);
  const tekst = (aantal: number) => () => Array.from({ length: aantal }, () => w.kies(woorden)).join(' ');
  const datum = () => `${w.geheel(2015, 2030)}-0${w.geheel(1, 9)}-${w.geheel(10, 28)}`;
  const beroep = () => ({
    codeBeroepsnaam: `https://linkeddata.competentnl.nl/uwv/id/occupation/${w.geheel(1e9, 9e9).toString(16).toUpperCase()}`,
  });
  const telefoonnummer = () => `06${w.geheel(10_000_000, 99_999_999)}`;
  const emailadres = () => `${w.kies(woorden)}${w.geheel(1, 999)}@example.org`;
  const niveau = () => w.kies([1, 2, 3, 4, 8]);

  return {
    idWerkzoekende: id,
    mobiliteit: {
      bemiddelingspostcode: `${w.geheel(1000, 9999)}AB`,
      ...groep({ maximaleReisafstand: getal(5, 100), maximaleReistijd: getal(5, 90) }),
    },
    bemiddelingsberoep: Array.from({ length: w.geheel(1, 5) }, beroep),
    ...groep({
      webadres: lijst(() => groep({ url: () => `https://www.example.org/${w.kies(woorden)}` })),
      contractvorm: lijst(() =>
        groep({ codeTypeArbeidscontract: () => w.kies(['O', 'B']), codeTypeOvereenkomst: () => '01' }),
      ),
      vervoermiddel: lijst(() =>
        groep({
          indicatieBeschikbaarVoorWoonWerkverkeer: getal(1, 2),
          indicatieBeschikbaarVoorUitvoeringWerk: getal(1, 2),
          codeVervoermiddel: getal(1, 5),
        }),
      ),
      sector: lijst(() => ({ codeSbi: w.geheel(1000, 99_999) })),
      werktijden: () =>
        groep({
          aantalWerkurenPerWeekMinimaal: getal(4, 20),
          aantalWerkurenPerWeekMaximaal: getal(20, 48),
          indicatieKantoortijden: getal(1, 2),
        }),
      indicatieBeschikbaarheidContactgegevens: getal(1, 2),
      indicatieLdrRegistratie: getal(1, 2),
      persoonlijkePresentatie: tekst(36),
      telefoonnummer: lijst(telefoonnummer),
      emailadres: lijst(emailadres),
      contactpersoon: lijst(() =>
        groep({ naamContactpersoonAfdeling: tekst(2), emailadres, telefoonnummer }),
      ),
      eisAanWerk: () =>
        groep({
          indicatieBegeleiding: getal(1, 2),
          indicatieWerkvariatie: getal(1, 2),
          indicatieAanpassingWerkomgeving: getal(1, 2),
        }),
      flexibiliteit: () =>
        groep({ datumAanvangBeschikbaarVoorWerk: datum, datumEindeBeschikbaarVoorWerk: datum }),
    }),
    arbeidsmarktkwalificatie: groep({
      codeWerkEnDenkniveauWerkzoekende: getal(1, 7),
      interesse: lijst(() => ({ naamInteresse: tekst(4)() })),
      rijbewijs: lijst(() => ({ codeSoortRijbewijs: w.kies(rijbewijzen) })),
      taalbeheersing: lijst(() =>
        groep({
          codeTaal: () => w.kies(talen),
          codeNiveauTaalbeheersingLezen: niveau,
          codeNiveauTaalbeheersingSchriftelijk: niveau,
          codeNiveauTaalbeheersingLuisteren: niveau,
          codeNiveauTaalbeheersingMondeling: niveau,
        }),
      ),
      opleiding: lijst(() =>
        groep({
          indicatieDiploma: getal(1, 2),
          naamOpleidingsinstituut: tekst(2),
          datumAanvangVolgenOpleiding: datum,
          datumEindeVolgenOpleiding: datum,
          codeNiveauOpleiding: getal(1, 6),
        }),
      ),
      werkervaring: lijst(() =>
        groep({
          beroep,
          datumAanvangWerkzaamheden: datum,
          datumEindeWerkzaamheden: datum,
          naamOrganisatie: tekst(2),
          toelichtingWerkervaring: tekst(24),
        }),
      ),
    }),
  };
}
