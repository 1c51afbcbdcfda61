import { describe, expect, test } from '@jest/globals';
import { type JsonSchema, jsonSchema } from '../../../domain/soorten/json-schema.ts';
import { emailadres, telefoonnummer, webadres } from '../../../domain/soorten/delen/contact.ts';
import * as kenmerken from '../../../domain/soorten/delen/kenmerken.ts';
import { code, datum, getal, vrijeTekst } from '../../../domain/soorten/velden.ts';
import { jaNeeOnbekend } from '../../../domain/waardelijsten/indicaties.ts';
import { overeenkomsten } from '../../../domain/waardelijsten/contractvormen.ts';
import { rijbewijzen } from '../../../domain/waardelijsten/rijbewijzen.ts';
import { type Cel, leesCel } from '../../../domain/werkblad/lees-cel.ts';

const tekst = (inhoud: string): Cel => ({ soort: 'tekst', tekst: inhoud });
const nummer = (inhoud: string, weergave?: string): Cel => ({
  soort: 'getal',
  tekst: inhoud,
  ...(weergave !== undefined && { weergave }),
});

const ja = jsonSchema(code('Ja of nee', jaNeeOnbekend));
const overeenkomst = jsonSchema(code('Overeenkomst', overeenkomsten));
const rijbewijs = jsonSchema(code('Rijbewijs', rijbewijzen));
const dag = jsonSchema(datum('Dag'));
const uren = jsonSchema(getal('Uren', 0, 99));
const [postcode, taal, telefoon, eigenId, naam, adres, mail] = [
  kenmerken.postcode('Postcode'),
  kenmerken.codeTaal,
  telefoonnummer,
  kenmerken.id('ID', 'Een eigen nummer.'),
  vrijeTekst('Naam', 120),
  webadres.properties.url,
  emailadres,
].map(jsonSchema);
const datumCel = (tekst: string): Cel => ({ soort: 'datum', tekst });

describe('a cell', () => {
  test.each<[string, JsonSchema | undefined, Cel, string | number]>([
    ['a code', ja, nummer('1'), 1],
    ['a label', ja, tekst(' NEE '), 2],
    ['code and label', ja, tekst('0 - Onbekend'), 0],
    ['a boolean', ja, { soort: 'waar', tekst: 'true' }, 1],
    ['a code that lost its zero', overeenkomst, nummer('3'), '03'],
    ['a code in small letters', rijbewijs, tekst('c1e'), 'C1E'],
    ['a date', dag, { soort: 'datum', tekst: '2026-03-01' }, '2026-03-01'],
    ['a Dutch date', dag, tekst('1-3-2026'), '2026-03-01'],
    ['a date with the time of a database', dag, tekst('2026-03-01 00:00:00.000'), '2026-03-01'],
    ['a moment on a day', dag, datumCel('2026-03-01T14:30:00.250'), '2026-03-01'],
    ['a Dutch date with a time', dag, tekst('1-3-2026 9:05'), '2026-03-01'],
    ['a whole number kept as a fraction', uren, tekst('36,0'), 36],
    ['a code kept as a fraction', ja, tekst('1.0'), 1],
    ['a whole number with what a calculation left of it', uren, nummer('32.000000000000004'), 32],
    ['a whole number that a calculation fell short of', uren, nummer('31.999999999999996'), 32],
    ['a code that was calculated', ja, nummer('1.0000000000000002'), 1],
    ['a number as text', uren, tekst(' 36 '), 36],
    ['a postcode with a space', postcode, tekst('1234 ab'), '1234ab'],
    ['the name of a language', taal, tekst('nederlands'), 'nld'],
    ['the code of a rare language', taal, tekst('xho'), 'xho'],
    ['a telephone number that lost its zero', telefoon, nummer('612345678'), '0612345678'],
    ['a telephone number of a CSV file that lost its zero', telefoon, tekst('612345678'), '0612345678'],
    ['a telephone number with dashes', telefoon, tekst('06-12345678'), '06-12345678'],
    ['a long id that a program wrote in full', eigenId, nummer('1234567890123456'), '1234567890123456'],
    [
      'an address with white space around it',
      adres,
      tekst(' https://a.example/x\u00a0\n'),
      'https://a.example/x',
    ],
    ['an e-mail address with a space before it', mail, tekst(' a@a.example'), 'a@a.example'],
    ['an id with characters that nobody sees', eigenId, tekst('1\u200b2\u00ad3\ufeff'), '123'],
    ['a date with a mark of direction before it', dag, tekst('\u200e1-3-2026'), '2026-03-01'],
    ['a text with a joiner', naam, tekst('a\u200db'), 'a\u200db'],
    ['a text with white space around it', naam, tekst(' Jan\n'), ' Jan\n'],
    ['a text that only looks like a rounded number', naam, tekst('1,5E+3'), '1,5E+3'],
    ['a telephone number shown in full', telefoon, nummer('612345678', '0612345678'), '0612345678'],
  ])('with %s is understood', (_, schema = {}, cel, waarde) => {
    expect(leesCel(schema, cel)).toEqual({ waarde });
  });

  test.each<[string, JsonSchema | undefined, Cel, string]>([
    ['code and label that contradict', ja, tekst('1 - Nee'), 'waarde'],
    ['something else', ja, tekst('Misschien'), 'waarde'],
    ['a date that does not exist', dag, tekst('31-2-2026'), 'datum'],
    ['half a number', uren, nummer('36.5'), 'type'],
    ['a number that is only nearly whole', uren, nummer('32.0001'), 'type'],
    ['a calculated number in a CSV file', uren, tekst('32.000000000000004'), 'type'],
    ['next to nothing', uren, nummer('0.0000000000000001'), 'type'],
    ['a telephone number that may lack anything', telefoon, nummer('31612345678'), 'getal'],
    ['a thousandfold, perhaps', uren, tekst('1.000'), 'type'],
    ['a time of another zone', dag, tekst('2026-02-28T23:00:00Z'), 'datum'],
    ['the number of a day', dag, nummer('46082'), 'datum'],
    ['an id that became a date', eigenId, datumCel('2026-03-12'), 'notatie'],
    ['a name that became a time', naam, { soort: 'tijd', tekst: '08:30:00' }, 'notatie'],
    ['a name that became a boolean', naam, { soort: 'waar', tekst: 'true' }, 'notatie'],
    ['an id that was rounded', eigenId, nummer('12345678901234500'), 'getal'],
    ['a telephone number that was rounded', telefoon, tekst('6,12E+08'), 'getal'],
    ['an error of the spreadsheet', uren, { soort: 'fout', tekst: '#N/A' }, 'cel'],
    ['an error in a CSV file', naam, tekst('#VERW!'), 'cel'],
    ['an error in a CSV file, with white space', mail, tekst(' #N/A '), 'cel'],
  ])('with %s is a fault, and keeps its text', (_, schema = {}, cel, verwacht) => {
    expect(leesCel(schema, cel)).toMatchObject({ code: verwacht, waarde: cel.tekst });
  });

  test.each(['NULL', '(null)', '[NULL]', '\\N', 'NaN', '<NA>', ' NULL '])(
    'that a database left empty is so: %s',
    (leeg) => {
      for (const schema of [ja, dag, uren, telefoon, eigenId, naam, mail])
        expect(leesCel(schema ?? {}, tekst(leeg))).toBeUndefined();
    },
  );

  test.each(['Null', 'null en nuks', '#vakman'])('with a word that people write is a text: %s', (woord) => {
    expect(leesCel(naam ?? {}, tekst(woord))).toEqual({ waarde: woord });
  });

  test('that is no date says that it may be written as people do, and as programs do', () => {
    expect(leesCel(dag, tekst('31-2-2026'))).toMatchObject({
      gezegde: 'moet een bestaande datum zijn, geschreven als 31-1-2026 of als 2026-01-31',
    });
  });

  test.each([
    ['1900-01-00', /opgemaakt als datum .* getal 0/],
    ['-1', /opgemaakt als datum/],
    ['2026-02-30T00:00:00', /opgemaakt als datum/],
    ['Jansen', /iets anders dan het soort waarde/],
    ['#BUSY!', /foutmelding van het rekenprogramma/],
    ['Err:502', /foutmelding van het rekenprogramma/],
    ['', /geen uitkomst/],
  ])('of a spreadsheet that is no value says why: %s', (inhoud, gezegde) => {
    expect(leesCel(dag, { soort: 'fout', tekst: inhoud })).toMatchObject({
      code: 'cel',
      gezegde: expect.stringMatching(gezegde),
    });
  });

  test.each(['32.0001', '32.333333333333336', '36,5'])('with a fraction says so: %s', (breuk) => {
    for (const cel of [nummer(breuk), tekst(breuk)])
      expect(leesCel(uren, cel)).toMatchObject({
        gezegde: `moet een heel getal zijn; er staat “${breuk}”`,
      });
  });
});
