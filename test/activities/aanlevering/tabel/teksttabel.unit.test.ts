import { describe, expect, test } from '@jest/globals';
import { TekstTabel } from '../../../../activities/aanlevering/tabel/xlsx/teksttabel.ts';

const MIB = 1024 * 1024;

describe('the shared texts of a workbook', () => {
  test('come back as they were put in, also around the blocks they lie in', () => {
    const teksten = [
      ...['', 'één', '', 'x'.repeat(MIB - 5), '', 'y', '€'.repeat(1000), ''],
      ...[...Array(300).keys()].map((i) => `${i} `.repeat(i * 7)),
      ...['z'.repeat(MIB), '', 'einde'],
    ];
    const tabel = new TekstTabel(8 * MIB);
    for (const tekst of teksten) tabel.voegToe(tekst);
    // Twice: what was used lately is kept at hand.
    for (const nummers of [[...teksten.keys()], [...teksten.keys()].toReversed()])
      for (const nummer of nummers) expect(tabel.tekst(nummer)).toBe(teksten[nummer]);
    for (const nummer of [-1, teksten.length, 0.5, NaN]) expect(tabel.tekst(nummer)).toBeUndefined();
  });

  test('are refused beyond the limit, where each ends counted with them', () => {
    const vol = () => {
      const tabel = new TekstTabel(104);
      tabel.voegToe('x'.repeat(50));
      return tabel;
    };
    expect(() => vol().voegToe('y'.repeat(50))).not.toThrow();
    expect(() => vol().voegToe('y'.repeat(51))).toThrow('meer verschillende teksten');
  });
});
