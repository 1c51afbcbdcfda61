import { zijnBsns } from '../../../domain/mapping/bsn-kolom.ts';
import type { ExtraKolom } from '../../../domain/mapping/extra-kolommen.ts';
import { type GekozenMapping, kolommenVan } from '../../../domain/mapping/gebruik-mapping.ts';
import { type MappingNodig } from '../../../domain/mapping/kies-mapping.ts';
import { Kolomplaatsen, type Koprij } from '../../../domain/mapping/kolommen.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { kolomNaam } from '../../../domain/werkblad/cel-adres.ts';
import { HOOGSTE_KOPRIJ } from '../../../domain/werkblad/koprij.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import type { MappingHulp } from './mapping-hulp.ts';

/** The refusal of a table that UM cannot read by itself; what it did recognise is told elsewhere. */
export function mappingNodig(
  soort: Soort,
  { voorstel, ongelezen = [], extra = [] }: MappingNodig,
  isWerkmap: boolean,
): OnleesbaarBestand {
  if (extra.length > 0) return nietOpElkBlad(extra);
  const sjabloon = `vul het sjabloon in (GET /v1/sjablonen/${soort.naam}.xlsx)`;
  if (voorstel === undefined) return zonderKoppen(sjabloon, isWerkmap);
  const twijfel = voorstel.herkenning.filter(({ hoe }) => ['onbekend', 'gelijkend', 'dubbel'].includes(hoe));
  const namen = twijfel
    .slice(0, 5)
    .map(({ kolom, plaats }) => (kolom ? `“${kolom}” (${plaats})` : `kolom ${plaats} zonder naam`));
  const meer = twijfel.length > namen.length ? ` en nog ${twijfel.length - namen.length}` : '';
  const waarom = [
    ...ongelezen.map(
      (blad) => `op blad “${toonbareBladnaam(blad)}” staan andere kolommen, die niet zouden worden gelezen`,
    ),
    ...(voorstel.mapping.id === undefined ? ['geen kolom met een id'] : []),
    ...(twijfel.length > 0
      ? [`niet zeker wat dit ${twijfel.length === 1 ? 'is' : 'zijn'}: ${namen.join(', ')}${meer}`]
      : []),
  ];
  return new OnleesbaarBestand(
    'mapping-nodig',
    `UM kan dit bestand niet vanzelf lezen (${waarom.join('; ') || 'te weinig velden'}). Bekijk het voorstel bij deze aanlevering (GET /v1/aanleveringen/{id}/mapping), verbeter het, bewaar het met PUT /v1/mappingen/${soort.naam}/{naam} en lever het bestand opnieuw aan; of ${sjabloon}.`,
  );
}

/** Whoever meant to send JSON learns that it is none; a workbook cannot be meant so. */
function zonderKoppen(sjabloon: string, isWerkmap: boolean): OnleesbaarBestand {
  const waar = isWerkmap
    ? `UM vindt in de eerste ${HOOGSTE_KOPRIJ} rijen van geen enkel blad kolomnamen die het kent`
    : `Dit bestand is geen JSON, en UM vindt in de eerste ${HOOGSTE_KOPRIJ} rijen geen kolomnamen die het kent`;
  return new OnleesbaarBestand(
    'mapping-nodig',
    `${waar}. Zet daar één rij met boven elke kolom een naam en haal weg wat er te veel boven staat, of ${sjabloon}.`,
  );
}

const MEEST = 5;

function nietOpElkBlad(extra: readonly ExtraKolom[]): OnleesbaarBestand {
  const namen = extra
    .slice(0, MEEST)
    .map(
      ({ bladnaam, plaats, kolom }) =>
        `${kolom ? `“${kolom}” ` : ''}(${plaats}) op blad “${toonbareBladnaam(bladnaam)}”`,
    );
  const meer = extra.length > MEEST ? ` en nog ${extra.length - MEEST}` : '';
  const een = extra.length === 1;
  return new OnleesbaarBestand(
    'mapping-nodig',
    `Niet elk blad heeft ${een ? 'de kolom' : 'de kolommen'} ${namen.join(', ')}${meer}, en wat daarin staat zou niet worden gelezen. Geef alle bladen met records dezelfde kolommen (haal de kolom weg, of zet haar ook op de andere bladen) en lever het bestand opnieuw aan.`,
  );
}

/** Refuses what may not be read with a mapping that fits: headings that stand twice, BSNs, a key that is missing. */
export function keurGebruik({ mapping, koprijen }: GekozenMapping, { sleutel }: MappingHulp): void {
  for (const koprij of koprijen) {
    const plaatsen = new Kolomplaatsen(koprij.koppen);
    for (const kolom of kolommenVan(mapping)) {
      const dubbel = plaatsen.dubbel(kolom);
      if (dubbel.length > 0) throw dubbeleKop(kolom, dubbel);
    }
    for (const { kolom, veld } of mapping.kolommen) {
      const plaats = plaatsen.van(kolom);
      if (veld !== undefined && plaats !== undefined && zijnBsns(waarden(koprij, plaats)))
        throw metBsns(kolom, plaats);
    }
  }
  if (mapping.id.pseudoniem === true && sleutel === undefined) throw zonderSleutel();
}

const waarden = ({ steekproef }: Koprij, kolom: number): string[] =>
  steekproef.flatMap(({ cellen }) => (cellen[kolom]?.tekst.trim() ? [cellen[kolom].tekst] : []));

const naam = (kop: string): string => veiligeKop(kop) ?? 'zonder naam';

const dubbeleKop = (kolom: string, plaatsen: readonly number[]): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-kolommen',
    `De kolomnaam “${naam(kolom)}” staat boven meer dan één kolom (${plaatsen.map(kolomNaam).join(' en ')}). Geef elke kolom een eigen naam en lever het bestand opnieuw aan.`,
  );

const metBsns = (kolom: string, plaats: number): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-bsn',
    `In kolom ${kolomNaam(plaats)} (“${naam(kolom)}”) staan burgerservicenummers; die neemt UM nooit over. Haal de kolom uit het bestand of uit de mapping.`,
  );

const zonderSleutel = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'pseudoniem-sleutel',
    'Het id in dit bestand is een burgerservicenummer. UM kan daar een pseudoniem van maken, maar heeft daarvoor geen sleutel: vraag uw beheerder om PSEUDONIEM_SLEUTEL in te stellen, of gebruik een eigen nummer als id.',
  );
