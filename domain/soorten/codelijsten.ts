/** Codes with what they mean, in the words of the data standard (Gegevensstandaard VUM 1.5). */
export type Codelijst<Code extends string | number> = readonly (readonly [Code, string])[];

export const jaNee = [
  [1, 'Ja'],
  [2, 'Nee'],
] as const;

export const jaNeeOnbekend = [[0, 'Onbekend'], ...jaNee] as const;

export const jaNeeOnbekendNvt = [...jaNeeOnbekend, [8, 'Niet van toepassing']] as const;

/** A job seeker's level of work and thinking is a number; a vacancy's is the same digit as text. */
export const werkEnDenkniveaus = [
  [0, 'Niet van toepassing'],
  [1, 'Geen basisopleiding'],
  [2, 'Basisniveau'],
  [3, 'Vmbo-niveau'],
  [4, 'Mbo/havo/vwo-niveau'],
  [5, 'Hbo-niveau'],
  [6, 'Wetenschappelijk onderwijs'],
  [7, '(Nog) niet bekend'],
] as const;

export const opleidingsniveaus = [
  [1, 'Basisonderwijs'],
  [2, 'VMBO'],
  [3, 'HAVO/VWO'],
  [4, 'MBO'],
  [5, 'HBO/Bachelor'],
  [6, 'WO/Master'],
  [9, 'Anders'],
] as const;

export const opleidingsstatussen = [
  [0, 'Onbekend'],
  [1, 'Succesvol afgerond'],
  [2, 'Afgebroken'],
  [3, 'Lopend'],
] as const;

export const taalniveaus = [
  [0, 'Onbekend'],
  [1, 'Geen beheersing'],
  [2, 'Redelijk'],
  [3, 'Goed'],
  [4, 'Uitstekend'],
  [8, 'Niet van toepassing'],
] as const;

export const arbeidscontracten = [
  ['O', 'Onbepaalde tijd'],
  ['B', 'Bepaalde tijd'],
] as const;

export const overeenkomsten = [
  ['01', 'Reguliere vacature'],
  ['02', 'Leerbaan'],
  ['03', 'Vrijwilligerswerk'],
  ['04', 'Werkervaringsplaats'],
] as const;

export const sollicitatiewijzen = [
  ['1', 'Per post'],
  ['2', 'Per telefoon'],
  ['3', 'Per e-mail'],
  ['4', 'Per online sollicitatieformulier'],
] as const;

export const vervoermiddelen = [
  [1, 'Auto'],
  [2, 'Bromfiets'],
  [3, 'Fiets'],
  [4, 'Motor'],
  [5, 'Openbaar vervoer'],
  [9, 'Anders'],
] as const;

export const webadressen = [
  [
    1,
    'Webadres werkzoekende profiel (webadres waarop een profielbeschrijving van de werkzoekende is te vinden)',
  ],
  [2, 'Webadres CV (webadres waarop het CV van een werkzoekende te vinden is)'],
  [3, 'Webadres werkgever'],
  [4, 'Webadres online sollicitatieformulier'],
] as const;

export const rijbewijzen = [
  ['A', 'Zware motor met onbeperkt vermogen'],
  ['A1', 'Lichte motor, 125 cc en maximaal vermogen van 11 kilowatt (kW)'],
  ['A2', 'Middelzware motor, Maximaal vermogen van 35 kilowatt (kW)'],
  ['AM', 'Bromfiets en snorfiets'],
  ['B', 'Auto'],
  [
    'B+',
    'Auto, eventueel met aanhangwagen van meer dan 750kg met een maximum van 4250 kilo (auto + aanhanger)',
  ],
  ['C1', 'Lichte vrachtwagen met een maximaal gewicht van 7500kg, eventueel met aanhangwagen tot 750kg'],
  ['C', 'Vrachtwagen met een gewicht van meer dan 3500kg, eventueel met aanhangwagen tot 750kg'],
  [
    'D1',
    'Bus voor meer dan 8 en maximaal 16 zitplaatsen, exclusief de bestuurder). Maximale lengte bus 8 meter.',
  ],
  ['D', 'Bus voor meer dan 8 personen, eventueel met aanhangwagen tot 750kg'],
  [
    'BE',
    'Auto, eventueel met aanhangwagen van meer dan 750kg met een maximum van 3500 kilo (auto + aanhanger)',
  ],
  [
    'C1E',
    'Lichte vrachtwagen met een maximaal gewicht van 7500kg, eventueel met aanhangwagen van meer dan 750kg',
  ],
  ['CE', 'Vrachtwagen met een gewicht van meer dan 3500kg, eventueel met aanhangwagen van meer dan 750kg'],
  ['D1E', 'Bus voor maximaal 16 personen excl. bestuurder, eventueel met aanhangwagen van meer dan 750kg'],
  ['DE', 'Bus voor meer dan 8 personen, eventueel met aanhangwagen van meer dan 750kg'],
  ['T', 'Trekker'],
] as const;
