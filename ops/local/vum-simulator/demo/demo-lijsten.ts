/** Four digits of postcodes all over the country: wherever one searches, something is near. */
export const demoPostcodes = [
  '1012',
  '1315',
  '1431',
  '1506',
  '1621',
  '1781',
  '1811',
  '2011',
  '2132',
  '2312',
  '2511',
  '2611',
  '2801',
  '3011',
  '3311',
  '3511',
  '3811',
  '3901',
  '4001',
  '4331',
  '4461',
  '4611',
  '4811',
  '5038',
  '5211',
  '5341',
  '5611',
  '5911',
  '6041',
  '6211',
  '6411',
  '6511',
  '6711',
  '6811',
  '7001',
  '7311',
  '7411',
  '7511',
  '7701',
  '7811',
  '7901',
  '8011',
  '8232',
  '8441',
  '8601',
  '8911',
  '9203',
  '9401',
  '9501',
  '9712',
] as const;

/** An occupation of the demo data. The codes look like CompetentNL's, and none of them exists there. */
export interface DemoBeroep {
  readonly naam: string;
  readonly code: string;
  /** Standard Industrial Classification (SBI) of a business where one finds it. */
  readonly codeSbi: number;
  /** Of a person in it: code werk- en denkniveau. */
  readonly niveau: number;
}

const uri = (nummer: string): string => `https://linkeddata.competentnl.nl/uwv/id/occupation/DEMO${nummer}`;

export const demoBeroepen: readonly DemoBeroep[] = [
  { naam: 'Bakker', code: uri('000001'), codeSbi: 10711, niveau: 2 },
  { naam: 'Magazijnmedewerker', code: uri('000002'), codeSbi: 52102, niveau: 1 },
  { naam: 'Verzorgende', code: uri('000003'), codeSbi: 87101, niveau: 3 },
  { naam: 'Verkoper', code: uri('000004'), codeSbi: 47111, niveau: 2 },
  { naam: 'Hovenier', code: uri('000005'), codeSbi: 81301, niveau: 2 },
  { naam: 'Administratief medewerker', code: uri('000006'), codeSbi: 69201, niveau: 3 },
  { naam: 'Vrachtwagenchauffeur', code: uri('000007'), codeSbi: 49411, niveau: 2 },
  { naam: 'Elektromonteur', code: uri('000008'), codeSbi: 43211, niveau: 3 },
  { naam: 'Schoonmaker', code: uri('000009'), codeSbi: 81211, niveau: 1 },
  { naam: 'Softwareontwikkelaar', code: uri('000010'), codeSbi: 62011, niveau: 5 },
];

export const demoTalen = ['nld', 'eng', 'deu', 'fra', 'pol', 'ara', 'tur', 'ukr'] as const;
