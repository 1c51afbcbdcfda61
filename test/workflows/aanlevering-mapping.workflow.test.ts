import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  startAanleverOpstelling,
  type AanleverOpstelling,
  type Antwoord,
  type Uitkomst,
} from '../support/aanlever-opstelling.ts';
import { excel } from '../support/excel.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';
import { recordsVan } from '../support/rijen.ts';
import { maakPseudoniem, sleutelVoor } from '../../activities/aanlevering/mapping/pseudoniem.ts';
import { Willekeur } from '../support/willekeur.ts';
import { standaardConfig } from '../support/worker.ts';

const soort = 'soort=werkzoekende';
const bsns = ['123456782', '111222333', '999999990'];
type Tabel = readonly (readonly (string | number)[])[];

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());

const csv = (tabel: Tabel): string => tabel.map((rij) => rij.join(';')).join('\r\n');

async function records({ publicatieId = '' }: Uitkomst): Promise<unknown[]> {
  const rows = await recordsVan(um.db, publicatieId);
  return rows.map(({ inhoud }) => JSON.parse(inhoud) as unknown);
}

const pseudoniemVan = (bsn: string): string =>
  maakPseudoniem(sleutelVoor(standaardConfig.PSEUDONIEM_SLEUTEL ?? '', gemeenteA))(bsn);

const mappingVan = ({ id }: Uitkomst): Promise<Antwoord> =>
  um.vraag('GET', `/v1/aanleveringen/${id}/mapping`);
const json = { 'Content-Type': 'application/json' };

test('a file whose every column is known is published without help, and tells how it was read', async () => {
  const uitkomst = await um.leverAan(
    soort,
    await excel([
      ['Overzicht van maart'],
      ['Postcode', 'Klantnummer', 'Rijbewijs', 'Uren per week', 'Achternaam'],
      ['1012 AB', 17, 'B, BE', '32 uur', 'Achternaam A'],
      ['1012AC', 18, '', 24, 'Achternaam B'],
    ]),
  );
  expect(uitkomst).toMatchObject({ status: 'gepubliceerd', aantallen: { gelezen: 2, gepubliceerd: 2 } });
  const rijbewijs = [{ codeSoortRijbewijs: 'B' }, { codeSoortRijbewijs: 'BE' }];
  expect(await records(uitkomst)).toEqual([
    {
      idWerkzoekende: '17',
      mobiliteit: { bemiddelingspostcode: '1012AB' },
      arbeidsmarktkwalificatie: { rijbewijs },
      werktijden: { aantalWerkurenPerWeekMaximaal: 32 },
    },
    {
      idWerkzoekende: '18',
      mobiliteit: { bemiddelingspostcode: '1012AC' },
      werktijden: { aantalWerkurenPerWeekMaximaal: 24 },
    },
  ]);
  const { body } = await mappingVan(uitkomst);
  expect(body).toMatchObject({ gebruikt: true, herkomst: 'voorstel', id: { kolom: 'Klantnummer' } });
  expect(JSON.stringify(body)).not.toContain('Achternaam A');
});

test('a faulty cell is told with its address, what stands there and what should', async () => {
  const { id, status } = await um.leverAan(
    soort,
    await excel([
      ['ID', 'Postcode', 'Opleidingsniveau', 'Uren'],
      ['a', '1012AB', 'HBO', 'veel'],
      ['b', '1012AB', 'hoogvlieger', 24],
      ['', '1012AB', '', 24],
    ]),
  );
  expect(status).toBe('afgekeurd');
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`);
  expect(body['fouten']).toMatchObject([
    { regel: 2, recordId: 'a', melding: expect.stringMatching(/^Cel D2: .*heel getal.*er staat “veel”\.$/) },
    {
      regel: 3,
      recordId: 'b',
      melding: expect.stringMatching(/^Cel C3: .*5 \(HBO\/Bachelor\).*“hoogvlieger”/),
    },
    { regel: 4, code: 'verplicht', melding: expect.stringMatching(/^Cel A4: /) },
  ]);
});

describe('a file that UM cannot read by itself', () => {
  const tabel: Tabel = [
    ['Nr', 'Pcode', 'Wat weten we', 'BSN 123456782'],
    ['a', '1012AB', 'Een verhaal', ''],
  ];

  test('is refused with a proposal, which can be corrected, saved, and used from then on', async () => {
    const geweigerd = await um.leverAan(soort, csv(tabel));
    expect(geweigerd).toMatchObject({ status: 'afgekeurd', reden: { code: 'mapping-nodig' } });
    expect(geweigerd.reden?.melding).toMatch(
      /geen kolom met een id.*“Pcode” \(B\).*PUT \/v1\/mappingen\/werkzoekende/,
    );
    const { body: voorstel } = await mappingVan(geweigerd);
    expect(voorstel).toMatchObject({
      gebruikt: false,
      ontbreekt: expect.arrayContaining(['mobiliteit.bemiddelingspostcode']),
    });
    expect(JSON.stringify(voorstel)).not.toMatch(/verhaal|123456782/);

    const mapping = {
      ...voorstel,
      id: { kolom: 'Nr' },
      kolommen: [{ kolom: 'Pcode', veld: 'mobiliteit.bemiddelingspostcode' }],
    };
    const put = { body: JSON.stringify(mapping), headers: json };
    expect((await um.vraag('PUT', '/v1/mappingen/werkzoekende/klantlijst', put)).status).toBe(201);

    const gelezen = await um.leverAan(soort, csv(tabel));
    expect(gelezen).toMatchObject({ status: 'gepubliceerd', aantallen: { gepubliceerd: 1 } });
    expect((await mappingVan(gelezen)).body).toMatchObject({ herkomst: 'opgeslagen', naam: 'klantlijst' });
    expect(await records(gelezen)).toEqual([
      { idWerkzoekende: 'a', mobiliteit: { bemiddelingspostcode: '1012AB' } },
    ]);
  });

  test('a proposal that is certain can be sent back as it came', async () => {
    const uitkomst = await um.leverAan(
      soort,
      csv([
        ['ID', 'Postcode', 'Nederlands lezen'],
        ['a', '1012AB', 'Goed'],
      ]),
    );
    const { body } = await mappingVan(uitkomst);
    const put = { body: JSON.stringify(body), headers: json };
    expect((await um.vraag('PUT', '/v1/mappingen/werkzoekende/zoals-voorgesteld', put)).status).toBe(201);
    await um.vraag('DELETE', '/v1/mappingen/werkzoekende/zoals-voorgesteld');
  });

  test('nor with the mapping that was asked for, is told which columns are missing', async () => {
    const uitkomst = await um.leverAan(
      `${soort}&mapping=klantlijst`,
      csv([
        ['Nr', 'Postcode'],
        ['a', '1012AB'],
      ]),
    );
    expect(uitkomst.reden).toMatchObject({
      code: 'bestand-kolommen',
      melding: expect.stringContaining('“Pcode”'),
    });
    const alsJson = await um.leverAan(`${soort}&mapping=klantlijst`, '[]');
    expect(alsJson.reden).toMatchObject({ code: 'bestand-formaat' });
  });

  test.each([
    [
      'a heading that stands twice',
      [
        ['ID', 'Postcode', 'post code'],
        ['a', '1012AB', '1012AC'],
      ],
      'mapping-nodig',
    ],
    [
      'no heading at all',
      [
        ['Achternaam A', 'Utrecht'],
        ['Achternaam B', 'Assen'],
      ],
      'mapping-nodig',
    ],
  ])('because of %s', async (_, rijen, code) => {
    expect((await um.leverAan(soort, csv(rijen))).reden?.code).toBe(code);
  });
});

test('columns with the names for programs and numbers are read whole, not as a template in part', async () => {
  const uitkomst = await um.leverAan(
    soort,
    csv([
      [
        'idWerkzoekende',
        'mobiliteit.bemiddelingspostcode',
        'taalbeheersing.1.codeTaal',
        'taalbeheersing.3.codeTaal',
      ],
      ['a', '1012AB', 'nld', 'eng'],
    ]),
  );
  expect(await records(uitkomst)).toMatchObject([
    { arbeidsmarktkwalificatie: { taalbeheersing: [{ codeTaal: 'nld' }, { codeTaal: 'eng' }] } },
  ]);
});

describe('the export from Sonar', () => {
  const sonar: Tabel = [
    [
      'Naam',
      'BSN',
      'Beschikbare uren',
      'Opleidingsniveau',
      'SBI sector',
      'Beroep',
      'Nederlands mondeling',
      'Nederlands schriftelijk',
      'Rijbewijs',
      'Telefoon',
      'E-mail',
      'Vervoermiddel',
      'Postcode',
      'Doelgroepregister',
      'Klantmanager',
      'Organisatie',
      'Toestemming',
    ],
    [
      'Achternaam A',
      bsns[0] ?? '',
      '32 uur',
      'HBO',
      '4711',
      'https://linkeddata.competentnl.nl/uwv/id/occupation/1',
      'Goed',
      'Redelijk',
      'B, BE',
      '06-12345678',
      'a@example.nl',
      'Scooter',
      '1012 AB',
      'Ja',
      'Consulent 4',
      'Werkplein',
      'Ja',
    ],
    [
      'Geheim',
      bsns[1] ?? '',
      'x',
      'x',
      'x',
      'x',
      'x',
      'x',
      'x',
      '06-00000000',
      'geheim@example.nl',
      'x',
      'x',
      'x',
      'x',
      'x',
      'Nee',
    ],
    ['Stil', bsns[2] ?? '', 24, 'mbo 4', '', '', '', '', '', '', '', '', '1012AC', '', '', '', ''],
  ];
  const geschud = (zaad: number): Tabel => {
    const volgorde = new Willekeur(zaad).schud([...(sonar[0] ?? []).keys()]);
    return sonar.map((rij) => volgorde.map((kolom) => rij[kolom] ?? ''));
  };

  test('is read in any order of columns; who did not say Ja is counted, not published and no fault', async () => {
    const eerste = await um.leverAan(soort, await excel(geschud(1)));
    expect(eerste).toMatchObject({
      status: 'gepubliceerd',
      aantallen: { gelezen: 3, geldig: 1, foutief: 0, zonderToestemming: 2, gepubliceerd: 1 },
    });
    const [record] = await records(eerste);
    const taal = {
      codeTaal: 'nld',
      codeNiveauTaalbeheersingMondeling: 3,
      codeNiveauTaalbeheersingSchriftelijk: 2,
    };
    expect(record).toEqual({
      idWerkzoekende: expect.stringMatching(/^ps-[\w-]{43}$/),
      werktijden: { aantalWerkurenPerWeekMaximaal: 32 },
      arbeidsmarktkwalificatie: {
        opleiding: [{ codeNiveauOpleiding: 5 }],
        taalbeheersing: [taal],
        rijbewijs: [{ codeSoortRijbewijs: 'B' }, { codeSoortRijbewijs: 'BE' }],
      },
      sector: [{ codeSbi: 4711 }],
      bemiddelingsberoep: [{ codeBeroepsnaam: 'https://linkeddata.competentnl.nl/uwv/id/occupation/1' }],
      telefoonnummer: ['06-12345678'],
      emailadres: ['a@example.nl'],
      vervoermiddel: [{ codeVervoermiddel: 2 }],
      mobiliteit: { bemiddelingspostcode: '1012AB' },
      indicatieLdrRegistratie: 1,
      contactpersoon: [
        { naamContactpersoonAfdeling: 'Consulent 4' },
        { naamContactpersoonAfdeling: 'Werkplein' },
      ],
    });
    expect((await mappingVan(eerste)).body).toMatchObject({ herkomst: 'ingebouwd', naam: 'sonar' });
    const later = await um.leverAan(soort, csv(geschud(2)));
    expect(await records(later)).toEqual([record]);
  });

  test('gives the same person another id in another gemeente', async () => {
    const tabel: Tabel = [
      ['BSN', 'Postcode'],
      [bsns[0] ?? '', '1012AB'],
    ];
    const ids = await Promise.all(
      [gemeenteA, gemeenteB, gemeenteA].map(async (oin) => {
        await um.leverAan(soort, csv(tabel), { oin });
        return um.gevonden('werkzoekende', oin);
      }),
    );
    expect(ids[0]).toEqual(ids[2]);
    expect(ids[0]).not.toEqual(ids[1]);
  });

  test('in modus=mutaties takes out who withdrew consent', async () => {
    await um.leverAan(soort, csv([['BSN', 'Postcode'], ...bsns.slice(0, 2).map((bsn) => [bsn, '1012AB'])]));
    const voor = await um.gevonden();
    const nee: Tabel = [
      ['BSN', 'Postcode', 'Toestemming'],
      [bsns[0] ?? '', '1012AB', 'Nee'],
    ];
    const uitkomst = await um.leverAan(`${soort}&modus=mutaties`, csv(nee));
    expect(uitkomst).toMatchObject({ status: 'gepubliceerd', aantallen: { zonderToestemming: 1 } });
    expect(voor).toHaveLength(2);
    expect(await um.gevonden()).toEqual(voor.filter((id) => id !== pseudoniemVan(bsns[0] ?? '')));
  });

  test.each(['volledig', 'mutaties'])(
    'in modus=%s publishes nobody of whom another row says No, however far apart the rows are',
    async (modus) => {
      const vulling = Array.from({ length: 1_100 }, (_, nummer) => [`${modus}-${nummer}`, '1012AB', 'Ja']);
      const rijen: Tabel = [
        ['ID', 'Postcode', 'Toestemming'],
        ...[
          ['eerst-ja', '1012AB', 'Ja'],
          ['eerst-nee', '1012AB', 'Nee'],
        ],
        ...vulling,
        ...[
          ['eerst-ja', '1012AB', 'Nee'],
          ['eerst-nee', '1012AB', 'Ja'],
        ],
      ];
      const uitkomst = await um.leverAan(`${soort}&modus=${modus}&fouten=sla-over`, csv(rijen));
      expect(uitkomst).toMatchObject({
        status: 'gepubliceerd',
        aantallen: { gelezen: 1_104, foutief: 2, zonderToestemming: 2 },
      });
      const gepubliceerd = (await records(uitkomst)) as { idWerkzoekende: string }[];
      const ids = gepubliceerd.map(({ idWerkzoekende }) => idWerkzoekende);
      expect(ids).toEqual(expect.arrayContaining(vulling.map(([id]) => id)));
      expect(ids.filter((id) => id.startsWith('eerst'))).toEqual([]);
    },
  );

  test('when nobody consented nothing changes, and it says so', async () => {
    const nee = csv([
      ['ID', 'Postcode', 'Toestemming'],
      ['a', '1012AB', 'Nee'],
    ]);
    const uitkomst = await um.leverAan(soort, nee);
    expect(uitkomst).toMatchObject({
      status: 'afgekeurd',
      reden: { code: 'geen-toestemming' },
      aantallen: { foutief: 0 },
    });
  });
});

test('without a key a file that needs one is refused, and says what to do', async () => {
  const { PSEUDONIEM_SLEUTEL: _, ...zonder } = standaardConfig;
  const ander = await startAanleverOpstelling({ config: zonder });
  try {
    const uitkomst = await ander.leverAan(
      soort,
      csv([
        ['BSN', 'Postcode'],
        [bsns[0] ?? '', '1012AB'],
      ]),
    );
    expect(uitkomst.reden).toMatchObject({
      code: 'pseudoniem-sleutel',
      melding: expect.stringContaining('PSEUDONIEM_SLEUTEL'),
    });
    const enkele = await ander.leverAan(
      soort,
      csv([
        ['ID', 'Postcode'],
        ['a', '1012AB'],
        [bsns[0] ?? '', '1012AB'],
      ]),
    );
    expect(enkele).toMatchObject({ status: 'afgekeurd', aantallen: { foutief: 1 } });
  } finally {
    await ander.stop();
  }
}, 60_000);

test('a burgerservicenummer is left nowhere in the database', async () => {
  const tables = [
    'aanleveringen',
    'aanlevering_fouten',
    'aanlevering_mappingen',
    'aanlevering_delen',
    'publicatie_records',
    'gebeurtenissen',
    'mappingen',
  ] as const;
  for (const table of tables) {
    const tekst = JSON.stringify(await um.db(table).select(), (_, deel: unknown) =>
      Buffer.isBuffer(deel) ? deel.toString('latin1') : deel,
    );
    for (const bsn of bsns) expect(tekst.includes(bsn) ? table : '').toBe('');
    expect(tekst.includes('geheim@example.nl') ? table : '').toBe('');
  }
});
