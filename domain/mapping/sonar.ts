import type { Soort } from '../soorten/soort.ts';
import type { ExtraNamen } from './herken-kolom.ts';
import type { Koprij } from './kolommen.ts';
import { plat } from './kop.ts';
import { stelVoor, type Voorstel } from './voorstel.ts';
import { ontleedVeld } from './velden.ts';

/** The name by which an upload can ask for it. */
export const SONAR = 'sonar';

/**
 * What the export from Sonar that the pilot used calls its columns, beside what UM knows of any file. There is no
 * official description of it: the fields are those that the pilot read, their names are told generously.
 */
const namen: readonly (readonly [pad: string, namen: readonly string[]])[] = [
  [
    'arbeidsmarktkwalificatie.taalbeheersing.1.codeNiveauTaalbeheersingMondeling',
    ['mondeling', 'spreken', 'mondelinge vaardigheid'],
  ],
  [
    'arbeidsmarktkwalificatie.taalbeheersing.1.codeNiveauTaalbeheersingSchriftelijk',
    ['schriftelijk', 'schrijven', 'schriftelijke vaardigheid'],
  ],
  [
    'bemiddelingsberoep[].codeBeroepsnaam',
    ['functie', 'beroep 1', 'zoekberoep 1', 'eerste beroep', 'beroep voorkeur'],
  ],
  [
    'contactpersoon[].naamContactpersoonAfdeling',
    ['medewerker', 'naam medewerker', 'behandelaar', 'eigenaar', 'caseloadhouder'],
  ],
];

/** The organisation is a second contact: together with the name of the first it would often be too long. */
const ORGANISATIE = [
  ...[
    'organisatie',
    'organisatie contactpersoon',
    'organisatie klantmanager',
    'naam organisatie',
    'afdeling',
  ],
  ...[
    'organisatie consulent',
    'gemeente',
    'vestiging',
    'organisatie medewerker',
    'team',
    'organisatieonderdeel',
  ],
];

function extraNamen(soort: Soort): ExtraNamen {
  const extra = new Map<
    string,
    { veld: NonNullable<ReturnType<typeof ontleedVeld>>['veld']; nummers: number[]; taal?: string }
  >();
  for (const [pad, schrijfwijzen] of namen) {
    const gevonden = ontleedVeld(soort, pad);
    const taal = pad.includes('.taalbeheersing.') ? { taal: 'nld' } : {};
    if (gevonden)
      for (const naam of schrijfwijzen) extra.set(plat(naam), { veld: gevonden.veld, nummers: [], ...taal });
  }
  const contact = ontleedVeld(soort, 'contactpersoon[].naamContactpersoonAfdeling');
  if (contact) for (const naam of ORGANISATIE) extra.set(plat(naam), { veld: contact.veld, nummers: [2] });
  return extra;
}

/** What tells the export from another file of people: most of these, with consent and an id. */
const kenmerken: readonly RegExp[] = [
  /^mobiliteit\.bemiddelingspostcode$/,
  /^werktijden\.aantalWerkurenPerWeekMaximaal$/,
  /codeNiveauOpleiding$/,
  /^sector/,
  /^bemiddelingsberoep/,
  /codeNiveauTaalbeheersingMondeling$/,
  /codeNiveauTaalbeheersingSchriftelijk$/,
  /codeSoortRijbewijs$/,
  /^telefoonnummer/,
  /^emailadres/,
  /codeVervoermiddel$/,
  /^indicatieLdrRegistratie$/,
  /naamContactpersoonAfdeling$/,
];
const GENOEG = 8;

/**
 * The built-in mapping, fitted to these headings; undefined where this is no such export. Its columns may stand in
 * any order, and more columns may stand between them: what UM does not know is named and left out.
 */
export function herkenSonar(soort: Soort, koprij: Koprij): Voorstel | undefined {
  if (soort.naam !== 'werkzoekende') return undefined;
  const voorstel = stelVoor(soort, koprij, extraNamen(soort));
  const { mapping, herkenning } = voorstel;
  const velden = mapping.kolommen.flatMap(({ veld }) => (veld === undefined ? [] : [veld]));
  const gevonden = kenmerken.filter((kenmerk) => velden.some((veld) => kenmerk.test(veld))).length;
  const isSonar = gevonden >= GENOEG && mapping.id !== undefined && mapping.toestemming !== undefined;
  return isSonar && !herkenning.some(({ hoe }) => hoe === 'dubbel')
    ? { ...voorstel, zeker: true }
    : undefined;
}
