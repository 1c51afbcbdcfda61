import type { JsonSchema } from '../../soorten/json-schema.ts';

/*
 * How people write the values of a closed list, apart from its codes and labels. Only what can mean one thing:
 * what a gemeente alone knows the meaning of belongs in its mapping. Left is the label as the standard has it.
 */
type Schrijfwijzen = Readonly<Record<string, readonly string[]>>;

/** A text for comparison: letters, digits and the plus that tells licence B+ from B. `MBO - niveau 4` is `mboniveau4`. */
export const kaal = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9+]+/g, '');

function metDelen(begin: string, delen: readonly string[]): string[] {
  return delen.map((deel) => `${begin} ${deel}`);
}

const indicatie: Schrijfwijzen = {
  Ja: ['j', 'yes', 'y', 'waar', 'true'],
  Nee: ['n', 'no', 'onwaar', 'false', 'geen'],
  Onbekend: ['niet bekend', 'onbekend'],
  'Niet van toepassing': ['nvt'],
};

const taalniveau: Schrijfwijzen = {
  Onbekend: ['niet bekend'],
  'Geen beheersing': ['geen', 'niet', 'nee', 'geen kennis'],
  Redelijk: ['matig', 'voldoende', 'basis', 'beperkt', 'enigszins'],
  Goed: ['ruim voldoende'],
  Uitstekend: ['zeer goed', 'moedertaal', 'vloeiend', 'heel goed', 'perfect'],
  'Niet van toepassing': ['nvt'],
};

const opleidingsniveau: Schrijfwijzen = {
  Basisonderwijs: ['basisschool', 'lagere school', 'lager onderwijs', 'bo', 'lo'],
  VMBO: [
    'mavo',
    'lbo',
    'vbo',
    'lts',
    ...metDelen('vmbo', ['bb', 'kb', 'gl', 'tl', 'g', 't', 'b', 'k', 'basis', 'kader']),
  ],
  'HAVO/VWO': ['havo', 'vwo', 'gymnasium', 'atheneum', 'havo of vwo'],
  MBO: [
    ...metDelen('mbo', ['1', '2', '3', '4', 'niveau 1', 'niveau 2', 'niveau 3', 'niveau 4']),
    ...['middelbaar beroepsonderwijs', 'mts', 'meao', 'mdgo'],
  ],
  'HBO/Bachelor': ['hbo', 'bachelor', 'hbo bachelor', 'hoger beroepsonderwijs', 'heao', 'hts'],
  'WO/Master': ['wo', 'master', 'wo master', 'universiteit', 'universitair', 'wetenschappelijk onderwijs'],
  Anders: ['overig', 'overige', 'anders, namelijk', 'praktijkonderwijs', 'speciaal onderwijs', 'vso', 'isk'],
};

const denkniveau: Schrijfwijzen = {
  'niet van toepassing': ['nvt'],
  'geen basisopleiding': ['geen', 'geen opleiding'],
  basisniveau: ['basis', 'basisonderwijs', 'basisschool'],
  'vmbo-niveau': ['vmbo', 'mavo', 'lbo', 'vbo'],
  'mbo/havo/vwo-niveau': [
    'mbo',
    'havo',
    'vwo',
    'havo/vwo',
    ...metDelen('mbo', ['1', '2', '3', '4', 'niveau']),
  ],
  'hbo-niveau': ['hbo', 'hbo/bachelor', 'bachelor'],
  'wetenschappelijk onderwijs': ['wo', 'wo/master', 'master', 'universitair'],
  '(nog) niet bekend': ['onbekend', 'niet bekend'],
};

const vervoermiddel: Schrijfwijzen = {
  Auto: ['personenauto', 'eigen auto', 'bestelauto', 'bestelbus'],
  Bromfiets: ['scooter', 'brommer', 'snorfiets', 'snorscooter'],
  Fiets: ['e-bike', 'ebike', 'elektrische fiets', 'eigen fiets'],
  Motor: ['motorfiets'],
  'Openbaar vervoer': ['ov', 'trein', 'bus', 'trein/bus'],
  Anders: ['overig', 'overige'],
};

const contract: Schrijfwijzen = {
  'Bepaalde tijd': ['tijdelijk', 'bepaald'],
  'Onbepaalde tijd': ['vast', 'onbepaald'],
  'Reguliere vacature': ['regulier'],
  Vrijwilligerswerk: ['vrijwilliger'],
};

const lijsten: readonly Schrijfwijzen[] = [
  indicatie,
  taalniveau,
  opleidingsniveau,
  denkniveau,
  vervoermiddel,
  contract,
];

/** Other ways to write the label of each code: of the first list above whose every label the field knows or shares. */
export function schrijfwijzenVan(schema: JsonSchema): ReadonlyMap<string, string | number> {
  const labels = schema['x-labels'] ?? {};
  const codes = schema.enum ?? [];
  const gevonden = new Map<string, string | number>();
  const eigen = lijsten.find((lijst) => Object.values(labels).every((label) => label in lijst)) ?? {};
  for (const code of codes) {
    const label = labels[`${code}`] ?? '';
    for (const schrijfwijze of eigen[label] ?? []) gevonden.set(kaal(schrijfwijze), code);
  }
  if (Object.values(labels).some((label) => label.startsWith('Bromfiets en snorfiets')))
    rijbewijzen(codes, gevonden);
  return gevonden;
}

function rijbewijzen(codes: readonly (string | number)[], gevonden: Map<string, string | number>): void {
  for (const code of codes) {
    const klein = `${code}`.toLowerCase();
    for (const voor of ['rijbewijs', 'categorie', 'cat']) gevonden.set(kaal(`${voor} ${klein}`), code);
    if (/^[a-z0-9]+e$/.test(klein)) gevonden.set(`${klein.slice(0, -1)}+e`, code);
  }
}
