import { expect, test } from '@jest/globals';
import { haversine } from '../../../domain/selectie/afstand.ts';
import {
  leesPostcodes,
  OnbruikbarePostcodetabel,
  postcoderegios,
} from '../../../domain/selectie/postcodes.ts';

const KOP = 'postcode,latitude,longitude';

test('a table of areas is read, whatever its line ends', () => {
  const postcodes = leesPostcodes(`\uFEFF${KOP}\r\n1011,52.3710,4.9041\r\n1012,52.3735,4.8951\r\n`);
  expect(postcodes.aantal).toBe(2);
  expect(postcodes.nauwkeurigheid).toBe('pc4');
  expect(postcodes.coordinaat('1012')).toEqual({ breedte: 52.3735, lengte: 4.8951 });
  expect(postcodes.coordinaat('1013')).toBeUndefined();
});

test.each([
  '',
  KOP,
  'postcode;latitude;longitude\n1011;1;1',
  `${KOP}\n1011,52.3`,
  `${KOP}\n101,52.3,4.9`,
  `${KOP}\n1011,,4.9`,
  `${KOP}\n1011,92,4.9`,
  `${KOP}\n1011,52,4.9,x`,
])('a table that is not one is refused: %j', (csv) => {
  expect(() => leesPostcodes(csv)).toThrow(OnbruikbarePostcodetabel);
});

test('the built-in table knows all ninety regions, by the first two digits', () => {
  expect(postcoderegios.aantal).toBe(90);
  expect(postcoderegios.nauwkeurigheid).toBe('pc2');
  expect(postcoderegios.coordinaat('9999')).toEqual(postcoderegios.coordinaat('9901'));
  expect(postcoderegios.coordinaat('0999')).toBeUndefined();
});

test('distances are those of the great circle', () => {
  const [amsterdam, maastricht] = [
    { breedte: 52.371, lengte: 4.9041 },
    { breedte: 50.8514, lengte: 5.691 },
  ];
  expect(haversine(amsterdam, maastricht)).toBeCloseTo(177.5, 0);
  expect(haversine(amsterdam, amsterdam)).toBe(0);
});
