import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import type { Willekeur } from './willekeur.ts';

type VraagObject = Record<string, unknown>;

const beroep = 'https://linkeddata.competentnl.nl/uwv/id/occupation/';
const rijbewijzen = [
  'A',
  'A1',
  'A2',
  'AM',
  'B',
  'B+',
  'C1',
  'C',
  'D1',
  'D',
  'BE',
  'C1E',
  'CE',
  'D1E',
  'DE',
  'T',
];

/** Where random questions take their values from, so that they find something now and then. */
export interface Bronwaarden {
  readonly postcodes: readonly string[];
  readonly beroepen: readonly string[];
}

/** A question that the contract allows, with conditions at random. */
export function vraagObject(w: Willekeur, soort: SoortNaam, bron: Bronwaarden): VraagObject {
  const vraag: VraagObject = {
    selectiegebied: {
      postcode: w.kies(bron.postcodes),
      afstand: w.kans(0.6) ? w.geheel(0, 40) : w.geheel(0, 999),
    },
  };
  const voeg = (naam: string, voorwaarde: () => unknown): void => {
    if (w.kans(0.2)) vraag[naam] = voorwaarde();
  };
  voeg('werktijden.aantalWerkurenPerWeekMaximaal', () => ({ $gte: w.geheel(1, 99) }));
  voeg('werktijden.aantalWerkurenPerWeekMinimaal', () => ({ $lte: w.geheel(1, 99) }));
  voeg('flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst', () => ({ $eq: w.geheel(1, 2) }));
  const voor = soort === 'werkzoekende' ? 'arbeidsmarktkwalificatie.' : '';
  voeg(`${voor}rijbewijs`, () => alle(w, () => ({ codeSoortRijbewijs: { $eq: w.kies(rijbewijzen) } })));
  voeg(`${voor}taalbeheersing`, () => alle(w, () => taal(w)));
  if (soort === 'werkzoekende') {
    voeg('werktijden.indicatieKantoortijden', () => ({ $eq: w.geheel(1, 2) }));
    voeg('datumAanvangBeschikbaarVoorWerk', () => ({ $lte: dag(w) }));
    voeg('bemiddelingsberoep', () =>
      eenVan(w, () => ({ 'beroep.codeBeroepsnaam': { $eq: beroepsnaam(w, bron) } })),
    );
    voeg('contractvorm', () => eenVan(w, () => ({ codeTypeArbeidscontract: { $eq: w.kies(['O', 'B']) } })));
  } else {
    voeg('beroep.codeBeroepsnaam', () => ({ $eq: beroepsnaam(w, bron) }));
    voeg('datumAanvangWerkzaamheden', () => ({ $gte: dag(w) }));
    voeg('codeWerkEnDenkniveauMinimaal', () =>
      w.kies([{ $eq: '7' }, { $lt: '7' }, { $lt: '7', $gte: String(w.geheel(1, 6)) }]),
    );
  }
  return vraag;
}

/** The same question, in another order, doubled, and padded with what the standard says is ignored. */
export function opgevuld(w: Willekeur, deel: unknown, diepte = 0): unknown {
  if (Array.isArray(deel)) {
    const items = deel.map((item) => opgevuld(w, item, diepte + 1));
    if (w.kans(0.3)) items.push(structuredClone(w.kies(items)));
    if (w.kans(0.3)) items.push(w.kies([{}, { onbekend: { $eq: 1 } }, '', []]));
    return w.schud(items);
  }
  if (typeof deel !== 'object' || deel === null) return deel;
  const velden = Object.entries(deel).map(
    ([naam, waarde]) => [naam, opgevuld(w, waarde, diepte + 1)] as const,
  );
  const extra = w.kies([
    [],
    [['onbekendVeld', { $eq: 'x' }]],
    [['$onbekend', ['x']]],
    [['leeg', '']],
    [
      ['$not', {}],
      ['een.pad', null],
    ],
  ] as const);
  return Object.fromEntries(w.schud([...velden, ...extra]));
}

const alle = (w: Willekeur, element: () => unknown): unknown => ({
  $all: Array.from({ length: w.geheel(1, 3) }, () => ({ $elemMatch: element() })),
});

const eenVan = (w: Willekeur, element: () => unknown): unknown => ({
  $elemMatch: { $or: Array.from({ length: w.geheel(1, 3) }, element) },
});

function taal(w: Willekeur): VraagObject {
  return {
    codeTaal: { $eq: w.kies(['nld', 'eng', 'deu', 'fra', 'pol']) },
    ...(w.kans(0.3) && { codeNiveauTaalbeheersingMondeling: { $gte: w.geheel(2, 4) } }),
    ...(w.kans(0.3) && { codeNiveauTaalbeheersingSchriftelijk: { $gte: w.geheel(2, 4) } }),
  };
}

function beroepsnaam(w: Willekeur, bron: Bronwaarden): string {
  return w.kans(0.9) ? w.kies(bron.beroepen) : `${beroep}FFFFFFFFFF`;
}

function dag(w: Willekeur): string {
  return `${w.geheel(2015, 2035)}-${String(w.geheel(1, 12)).padStart(2, '0')}-${String(w.geheel(1, 28)).padStart(2, '0')}`;
}
