import { expect, test } from '@jest/globals';
import { waarschuwVoorVerdwijnen } from '../../../domain/aanleveringen/voorbeeld.ts';

test.each([
  [0, 0, undefined],
  [25, 100, undefined],
  [26, 100, 'verdwijnen er 26 (26%)'],
  [49_980, 50_000, 'verdwijnen er 49980 (99%)'],
  [1, 1, 'verdwijnen er 1 (100%)'],
])('%s of %s that disappear', (verwijderd, huidig, zin) => {
  const waarschuwing = waarschuwVoorVerdwijnen(verwijderd, huidig, 25);
  if (zin === undefined) expect(waarschuwing).toBeUndefined();
  else expect(waarschuwing).toContain(zin);
});
