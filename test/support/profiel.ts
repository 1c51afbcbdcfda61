/** A valid profile, as small as the standard allows. */
export const profiel = (id: string, meer: object = {}): object => ({
  idWerkzoekende: id,
  mobiliteit: { bemiddelingspostcode: '1012AB' },
  ...meer,
});

export const alsNdjson = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
