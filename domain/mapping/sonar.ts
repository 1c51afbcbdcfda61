import type { Soort } from '../soorten/soort.ts';
import { LANGSTE_KOP } from '../werkblad/koprij.ts';
import { type ExtraNamen, herkenKop, type HerkendeKop } from './herken-kolom.ts';
import type { Koprij } from './kolommen.ts';
import { plat } from './kop.ts';
import { isToestemmingKop, raaktToestemming } from './toestemming.ts';
import { ontleedVeld, type Veld } from './velden.ts';
import { stelVoor, type Voorstel } from './voorstel.ts';

/** The name by which an upload can ask for it. */
export const SONAR = 'sonar';

/** A column that the pilot read from its export from Sonar. */
interface Kenmerk {
  readonly veld: string;
  /** In this order: the first that speaks of exactly one heading counts. */
  readonly kop: readonly RegExp[];
  /** Headings that have a word of it and are about something else. */
  readonly niet?: RegExp;
  readonly nummers?: readonly number[];
  readonly taal?: string;
}

const vanAnderen = /contact|klantmanager|consulent|coach|medewerker|adviseur|behandelaar|manager|regisseur/;

/**
 * There is no official description of the export: the fields are those that the pilot read, by position. What they
 * are called is told generously, because these words count only where nearly all of them are found together.
 */
const kenmerken: readonly Kenmerk[] = [
  { veld: 'mobiliteit.bemiddelingspostcode', kop: [/postcode/] },
  {
    veld: 'werktijden.aantalWerkurenPerWeekMaximaal',
    kop: [/beschikba.*(?:uren|uur)|(?:uren|uur).*beschikba/, /uren|uur/],
    niet: /min|datum/,
  },
  {
    veld: 'arbeidsmarktkwalificatie.opleiding[].codeNiveauOpleiding',
    kop: [/opleiding|scholing/],
    niet: /naam|richting|datum|instituut|school$|toelichting|status|diploma/,
  },
  { veld: 'sector[].codeSbi', kop: [/sbi|sector|branche/], niet: /naam|omschrijving/ },
  {
    veld: 'bemiddelingsberoep[].codeBeroepsnaam',
    kop: [/beroep|functie/],
    niet: /ervaring|huidig|laatste|datum/,
  },
  {
    veld: 'arbeidsmarktkwalificatie.taalbeheersing[].codeNiveauTaalbeheersingMondeling',
    ...{ kop: [/mondeling|spreek|spreken|gesproken/], taal: 'nld' },
  },
  {
    veld: 'arbeidsmarktkwalificatie.taalbeheersing[].codeNiveauTaalbeheersingSchriftelijk',
    ...{ kop: [/schrift|schrijf|schrijven|geschreven/], taal: 'nld' },
  },
  { veld: 'arbeidsmarktkwalificatie.rijbewijs[].codeSoortRijbewijs', kop: [/rijbewij[sz]/], niet: /datum/ },
  { veld: 'telefoonnummer[]', kop: [/^tel|telefoon|mobiel/], niet: vanAnderen },
  { veld: 'emailadres[]', kop: [/mail/], niet: vanAnderen },
  { veld: 'vervoermiddel[].codeVervoermiddel', kop: [/vervoer/], niet: /woonwerk|vergoeding|beschikbaar/ },
  {
    veld: 'indicatieLdrRegistratie',
    kop: [/doelgroep(?:en)?reg|banenafspraak|ldr|garantiebaan/],
    niet: /datum/,
  },
  {
    veld: 'contactpersoon[].naamContactpersoonAfdeling',
    ...{ kop: [vanAnderen], niet: /mail|tel|organisatie|team|afdeling|nummer|datum/ },
  },
  {
    // A second contact: together with the name of the first it would often be too long.
    veld: 'contactpersoon[].naamContactpersoonAfdeling',
    ...{ kop: [/organisatie/, /afdeling|team/, /gemeente|vestiging/], niet: /mail|tel|code/, nummers: [2] },
  },
];

/** With consent and an id this many tell the export from another file of people. */
const GENOEG = 8;

/**
 * The built-in mapping, fitted to these headings; undefined where this is no such export. Its columns may stand in
 * any order, and more columns may stand between them: what UM does not know is named and left out.
 */
export function herkenSonar(soort: Soort, koprij: Koprij): Voorstel | undefined {
  if (soort.naam !== 'werkzoekende') return undefined;
  const extra = ruimeNamen(soort, koprij);
  const voorstel = zonderGelijkende(stelVoor(soort, koprij, extra.namen));
  const { mapping, herkenning } = voorstel;
  const isSonar = extra.gevonden >= GENOEG && mapping.id !== undefined && mapping.toestemming !== undefined;
  // Beside `Toestemming` an objection counts too, and what `Ja` below it means only a person can tell.
  const isDuidelijk = koprij.koppen.every((kop = '') => isToestemmingKop(kop) || !raaktToestemming(kop));
  return isSonar && isDuidelijk && !herkenning.some(({ hoe }) => hoe === 'dubbel')
    ? { ...voorstel, zeker: true }
    : undefined;
}

/** What is only nearly a name (`Rijbewijs B`) is a column like those that UM does not know. */
function zonderGelijkende(voorstel: Voorstel): Voorstel {
  const { mapping, herkenning } = voorstel;
  const gelijkend = herkenning.flatMap(({ hoe, kolom }) => (hoe === 'gelijkend' ? [kolom] : []));
  const { id, kolommen, ...rest } = mapping;
  return {
    ...voorstel,
    mapping: {
      ...rest,
      ...(id !== undefined && !gelijkend.includes(id.kolom) && { id }),
      kolommen: kolommen.map((regel) => (gelijkend.includes(regel.kolom) ? { kolom: regel.kolom } : regel)),
    },
    herkenning: herkenning.map(({ veld, titel, ...oordeel }) => ({
      ...oordeel,
      ...(oordeel.hoe === 'gelijkend' || veld === undefined ? {} : { veld }),
      ...(oordeel.hoe === 'gelijkend' || titel === undefined ? {} : { titel }),
    })),
  };
}

/** For each field that no heading names, the one heading that speaks of it; where more do, none. */
function ruimeNamen(soort: Soort, { koppen }: Koprij): { namen: ExtraNamen; gevonden: number } {
  const herkend = koppen.map((kop) => (kop === undefined ? undefined : herkenKop(soort, kop)));
  // Elsewhere the organisation is that of somebody's work experience, of which this export says nothing.
  const isVrij = (is: HerkendeKop | undefined): boolean =>
    is?.hoe === 'onbekend' ||
    is?.hoe === 'gelijkend' ||
    (is !== undefined && 'veld' in is && is.veld.sleutel.endsWith('.naamOrganisatie'));
  const vrij = koppen.filter((kop = '', index) => kop.length <= LANGSTE_KOP && isVrij(herkend[index]));
  const namen = new Map<string, { veld: Veld; nummers: readonly number[]; taal?: string }>();
  let gevonden = 0;
  for (const { veld: sleutel, kop, niet, nummers = [], taal } of kenmerken) {
    const veld = ontleedVeld(soort, sleutel)?.veld;
    if (veld === undefined) throw new Error(`No field ${sleutel}`);
    const bekend =
      herkend.some((is) => is && 'veld' in is && is.hoe !== 'gelijkend' && is.veld === veld) &&
      nummers.length === 0;
    const naam = enigeVan(
      vrij.map((vrije = '') => plat(vrije)).filter((vrije) => !niet?.test(vrije)),
      kop,
    );
    if (!bekend && naam !== undefined && !namen.has(naam))
      namen.set(naam, { veld, nummers, ...(taal === undefined ? {} : { taal }) });
    if (bekend || (naam !== undefined && namen.get(naam)?.veld === veld)) gevonden++;
  }
  return { namen, gevonden };
}

function enigeVan(namen: readonly string[], koppen: readonly RegExp[]): string | undefined {
  for (const kop of koppen) {
    const [naam, ...meer] = namen.filter((kans) => kop.test(kans));
    if (naam !== undefined) return meer.length === 0 ? naam : undefined;
  }
  return undefined;
}
