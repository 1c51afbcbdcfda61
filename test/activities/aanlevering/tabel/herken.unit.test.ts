import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { herken } from '../../../../activities/aanlevering/tabel/herken/herken.ts';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { maakOds } from '../../../support/ods-maker.ts';
import { maakXlsx } from '../../../support/xlsx-maker.ts';
import { schrijfZip } from '../../../support/zip-schrijver.ts';

const LIBREOFFICE = (naam: string): Buffer => readFileSync(new URL(`bestanden/${naam}`, import.meta.url));
const utf16 = (tekst: string): Buffer => Buffer.from(`\uFEFF${tekst}`, 'utf16le');

describe('is recognised', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['xlsx', 'a workbook', maakXlsx()],
    [
      'xlsx',
      'a template',
      maakXlsx({
        werkmapType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
      }),
    ],
    ['ods', 'an OpenDocument spreadsheet', maakOds('')],
    ['csv', 'columns', 'naam;plaats\nx;y\n'],
    ['csv', 'columns in UTF-16', utf16('naam;plaats')],
    ['csv', 'columns in Windows-1252', Buffer.from('naam;Zo\xeb', 'latin1')],
    ['csv', 'a heading in brackets', '[naam];[plaats]\n'],
    ['json', 'an array', ' \n[ {"a": 1} ]'],
    ['csv', 'a line break as FileMaker writes it', 'ID;Pitch\n1;a\vb'],
    ['json', 'an empty array', '[]'],
    ['json', 'an object over more lines', '{\n  "a": 1\n}\n'],
    ['ndjson', 'lines of objects', '{"a":1}\n{"a":2}\n'],
    ['ndjson', 'one object', '\uFEFF{"a":1}'],
    ['ndjson', 'a first line longer than what is looked at', `{"a":"${'x'.repeat(70_000)}"}\n{}`],
  ])('%s: %s', async (formaat, _naam, inhoud) => {
    expect(await herken(geheugenBestand(inhoud))).toBe(formaat);
  });
});

/** A compound file whose directory holds this name. */
function cfb(naam: string): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffe, 512 + 4);
  bytes.write(naam, 1024 + 128, 'utf16le');
  bytes.writeUInt16LE((naam.length + 1) * 2, 1024 + 128 + 64);
  return bytes;
}

describe('is refused, and told what it is', () => {
  const ooxml = (type: string): Buffer => maakXlsx({ werkmapType: `application/vnd.${type}` });
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['bestand-leeg', 'nothing', '', /leeg/],
    ['bestand-leeg', 'white space', ' \r\n\t\n', /leeg/],
    ['bestand-versleuteld', 'an encrypted workbook', cfb('EncryptedPackage'), /wachtwoord/],
    ['bestand-versleuteld', 'an encrypted .ods', LIBREOFFICE('wachtwoord.ods'), /wachtwoord/],
    ['bestand-formaat', 'an old workbook', LIBREOFFICE('oud.xls'), /\.xls\).*\.xlsx/],
    ['bestand-formaat', 'an old document', cfb('WordDocument'), /Word/],
    ['bestand-formaat', 'half a compound file', cfb('x').subarray(0, 100), /oude versie/],
    ['bestand-macros', 'a workbook with macros', ooxml('ms-excel.sheet.macroEnabled.main+xml'), /macro/],
    [
      'bestand-macros',
      'macros under another name',
      maakXlsx({ extra: [{ naam: 'xl/vbaProject.bin', inhoud: 'x' }] }),
      /macro/,
    ],
    ['bestand-formaat', 'a binary workbook', ooxml('ms-excel.sheet.binary.macroEnabled.main'), /xlsb/],
    [
      'bestand-formaat',
      'a Word document',
      ooxml('openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      /Word/,
    ],
    [
      'bestand-formaat',
      'a text document',
      schrijfZip([{ naam: 'mimetype', inhoud: 'application/vnd.oasis.opendocument.text' }]),
      /rekenblad/,
    ],
    [
      'bestand-formaat',
      'a zip of files',
      schrijfZip([{ naam: 'profielen.xlsx', inhoud: 'x' }]),
      /Pak het eerst uit/,
    ],
    ['bestand-formaat', 'an empty zip', schrijfZip([]), /zip/],
    [
      'bestand-formaat',
      'Apple Numbers',
      schrijfZip([{ naam: 'Index/Document.iwa', inhoud: 'x' }]),
      /Numbers/,
    ],
    ['bestand-formaat', 'a PDF', '%PDF-1.7\n', /pdf/],
    ['bestand-formaat', 'a picture', Buffer.from('\x89PNG\r\n', 'latin1'), /afbeelding/],
    ['bestand-formaat', 'gzip', gzipSync('a;b'), /gzip/],
    [
      'bestand-formaat',
      'flat OpenDocument',
      '<?xml version="1.0"?>\n<office:document xmlns:office="x">',
      /fods.*\.ods/,
    ],
    [
      'bestand-formaat',
      'Excel 2003 XML',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      /2003/,
    ],
    ['bestand-formaat', 'a web page called .xls', '<html><table><tr><td>x', /webpagina/],
    ['bestand-formaat', 'a table behind a remark', '\n<!-- export -->\n<TABLE><tr><td>x', /webpagina/],
    ['bestand-formaat', 'a part of a page', '<div><table><tr><td>x', /webpagina/],
    [
      'bestand-formaat',
      'a page as a mail',
      'MIME-Version: 1.0\nContent-Type: multipart/related',
      /webpagina/,
    ],
    ['bestand-formaat', 'some XML', '<?xml version="1.0"?><x/>', /XML/],
    ['bestand-formaat', 'binary data', Buffer.from([1, 2, 3, 0, 5, 255, 254, 0, 9, 8]), /geen tekst/],
    ['bestand-afgekapt', 'half a workbook', maakXlsx().subarray(0, 800), /niet compleet/],
  ])('%s: %s', async (code, _naam, inhoud, melding) => {
    const fout = await herken(geheugenBestand(inhoud)).catch((oorzaak: unknown) => oorzaak);
    expect(fout).toBeInstanceOf(OnleesbaarBestand);
    expect(fout).toMatchObject({ code });
    expect((fout as Error).message).toMatch(melding);
  });
});
