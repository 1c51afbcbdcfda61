/** The kinds of record that UM exchanges. A third kind is one name here and one folder beside this file. */
export const soortNamen = ['werkzoekende', 'vacature'] as const;
export type SoortNaam = (typeof soortNamen)[number];
