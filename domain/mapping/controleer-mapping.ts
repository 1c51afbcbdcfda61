import { Check } from 'typebox/value';
import type { Verzoekfout } from '../errors.ts';
import type { Soort } from '../soorten/soort.ts';
import { bevatBsn } from '../validatie/bsn.ts';
import { isBsnKop } from './bsn-kolom.ts';
import { kopnaam } from './kolommen.ts';
import type { Mapping } from './mapping.ts';
import { aantalLijsten, LIJST, ontleedVeld, type Plaatsing } from './velden.ts';

type Meld = (pad: string, melding: string) => void;

/** What is wrong with a mapping beyond its schema, all at once. Its own sentences repeat no value of a file. */
export function controleerMapping(soort: Soort, mapping: Mapping): Verzoekfout[] {
  const fouten: Verzoekfout[] = [];
  const meld: Meld = (pad, melding) => fouten.push({ in: 'body', pad, melding });
  const gebruikt = new Map<string, string>();
  if (isBsnKop(mapping.id.kolom) && mapping.id.pseudoniem !== true)
    meld('/id/pseudoniem', 'moet true zijn: een burgerservicenummer mag geen id zijn');
  for (const [index, regel] of mapping.kolommen.entries()) {
    const pad = `/kolommen/${index}`;
    if (regel.veld === undefined) continue;
    if (isBsnKop(regel.kolom))
      meld(`${pad}/veld`, 'moet weg: een kolom met burgerservicenummers wordt nooit overgenomen');
    const plaatsing = keurVeld(soort, regel.veld, `${pad}/veld`, gebruikt, meld);
    if (regel.scheiding !== undefined && plaatsing?.includes(LIJST) === false)
      meld(`${pad}/scheiding`, 'kan alleen bij een veld met [], zoals telefoonnummer[]');
    for (const [plaats, { naar }] of (regel.waarden ?? []).entries())
      if (naar !== undefined) keurWaarde(soort, regel.veld, naar, `${pad}/waarden/${plaats}/naar`, meld);
  }
  for (const [index, { veld, waarde }] of (mapping.vasteWaarden ?? []).entries()) {
    const pad = `/vasteWaarden/${index}`;
    keurVeld(soort, veld, `${pad}/veld`, gebruikt, meld);
    keurWaarde(soort, veld, waarde, `${pad}/waarde`, meld);
  }
  keurLijsten(gebruikt, meld);
  keurTeksten(mapping, meld);
  keurKoppen(mapping, meld);
  return fouten;
}

function keurVeld(
  soort: Soort,
  veld: string,
  pad: string,
  gebruikt: Map<string, string>,
  meld: Meld,
): Plaatsing | undefined {
  const gevonden = ontleedVeld(soort, veld);
  if (gevonden === undefined) {
    meld(pad, `is geen veld van een ${soort.enkelvoud}; in een lijst hoort een nummer of [] achter de naam`);
    return undefined;
  }
  if (gevonden.veld.sleutel === soort.idVeld) meld(pad, 'is het id; noem die kolom bij id');
  if (gebruikt.has(veld)) meld(pad, 'komt al van een andere kolom');
  if (gevonden.plaatsing.filter((stap) => stap === LIJST).length > 1)
    meld(pad, `kan maar één keer [] hebben: geef de andere ${aantalLijsten(gevonden.veld) - 1} een nummer`);
  gebruikt.set(veld, pad);
  return gevonden.plaatsing;
}

function keurWaarde(soort: Soort, veld: string, waarde: string | number, pad: string, meld: Meld): void {
  const gevonden = ontleedVeld(soort, veld);
  if (gevonden !== undefined && !Check(gevonden.veld.schema, waarde)) {
    const { enum: codes } = gevonden.veld.schema;
    meld(
      pad,
      codes === undefined ? 'past niet bij dit veld' : `moet een van deze codes zijn: ${codes.join(', ')}`,
    );
  }
}

/** A mapping is kept for long and shown to colleagues. */
function keurTeksten(mapping: Mapping, meld: Meld): void {
  if (bevatBsn(JSON.stringify(mapping)))
    meld('', 'De mapping bevat een getal dat een burgerservicenummer kan zijn; haal het eruit.');
}

/** Elements with numbers and elements out of one cell cannot stand in one list: nobody could say in what order. */
function keurLijsten(gebruikt: ReadonlyMap<string, string>, meld: Meld): void {
  const velden = [...gebruikt.keys()];
  for (const [veld, pad] of gebruikt) {
    const [lijst, ...rest] = veld.split('[]');
    if (rest.length > 0 && velden.some((ander) => new RegExp(`^${escape(lijst ?? '')}\\.[0-9]`).test(ander)))
      meld(pad, 'mengt [] met nummers in dezelfde lijst; kies een van beide');
  }
}

const escape = (tekst: string): string => tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Two columns of a mapping that a file cannot tell apart would both be read from the first. */
function keurKoppen({ id, toestemming, mutatie, kolommen }: Mapping, meld: Meld): void {
  const gezien = new Map<string, string>();
  for (const [pad, kolom] of [
    ['/id/kolom', id.kolom] as const,
    ...(toestemming === undefined ? [] : [['/toestemming/kolom', toestemming.kolom] as const]),
    ...(mutatie === undefined ? [] : [['/mutatie/kolom', mutatie.kolom] as const]),
    ...kolommen.map(({ kolom }, index) => [`/kolommen/${index}/kolom`, kolom] as const),
  ]) {
    const eerder = gezien.get(kopnaam(kolom));
    if (eerder === undefined) gezien.set(kopnaam(kolom), kolom);
    else if (eerder !== kolom)
      meld(pad, 'verschilt alleen in hoofdletters, spaties of leestekens van een andere kolom');
  }
}
