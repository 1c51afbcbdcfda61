import { describe, expect, test } from '@jest/globals';
import { Adem } from '../../../api/bron/index/adem.ts';
import { gesorteerd } from '../../../api/bron/index/gesorteerd.ts';
import { Willekeur } from '../../support/willekeur.ts';

describe('sorting the values of a column', () => {
  test.each([0, 1, 2, 2047, 2048, 2049, 4096, 10_000])(
    'gives %d values in ascending order',
    async (aantal) => {
      const w = new Willekeur(aantal);
      const getallen = [...new Set(Array.from({ length: aantal }, () => w.geheel(-1e9, 1e9)))];
      expect(await gesorteerd(getallen, new Adem())).toEqual(getallen.toSorted((a, b) => a - b));
      const teksten = getallen.map((getal) => `é${getal}`);
      expect(await gesorteerd(teksten, new Adem())).toEqual(teksten.toSorted());
    },
  );

  test('lets others go first meanwhile', async () => {
    const w = new Willekeur(1);
    const teksten = [...new Set(Array.from({ length: 100_000 }, () => `tekst ${w.geheel(0, 1e9)}`))];
    let beurten = 0;
    let klaar = false;
    const ander = () => {
      beurten++;
      if (!klaar) setImmediate(ander);
    };
    setImmediate(ander);
    const gevonden = await gesorteerd(teksten, new Adem());
    klaar = true;
    expect(gevonden).toEqual(teksten.toSorted());
    expect(beurten).toBeGreaterThan(3);
  });
});
