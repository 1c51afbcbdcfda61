import { OnleesbaarBestand } from '../validatie/onleesbaar-bestand.ts';
import { type Celmelding, losseRij } from './lees-record.ts';
import type { Bladrij } from './rij.ts';
import type { HerkendBlad } from './werkboek.ts';

/** Ids of the main sheet with their place in its order. */
export interface Volgorde {
  /** Of an id that stands there twice: the first. */
  readonly plaatsen: ReadonlyMap<string, number>;
  /** Nobody can tell which of their records a row of another sheet belongs to. */
  readonly dubbel: ReadonlySet<string>;
}

export async function leesVolgorde(hoofdblad: HerkendBlad, grenzen: Grenzen): Promise<Volgorde> {
  const plaatsen = new Map<string, number>();
  const dubbel = new Set<string>();
  let plaats = 0;
  let tekens = 0;
  for await (const { id } of hoofdblad.rijen()) {
    if (id !== undefined && plaatsen.has(id)) dubbel.add(id);
    // A copy: a piece of a parsed text keeps the whole text in memory.
    else if (id !== undefined) plaatsen.set(` ${id}`.slice(1), plaats);
    if ((tekens += id?.length ?? 0) > grenzen.idTekens) throw teVeelIds(hoofdblad);
    plaats++;
  }
  return { plaatsen, dubbel };
}

type Plaatsen = Volgorde['plaatsen'];

/** Hands out the rows of one sheet by record; the records must be asked in the order of the main sheet. */
export interface Deelblad {
  readonly blad: HerkendBlad;
  /** The rows of one record, or no more of them than a record can hold. */
  neem(plaats: number): readonly Bladrij[] | Promise<readonly Bladrij[]>;
  sluit(): unknown;
}

export interface Grenzen {
  /** Characters of all ids of the main sheet together, which are remembered to join the other sheets to it. */
  readonly idTekens: number;
  /** Characters of cells of one record on one sheet; the rows beyond it are dropped, and the record is refused. */
  readonly recordTekens: number;
  /** Characters of cells that may wait in memory for their record, of all sheets out of order together. */
  readonly wachtendeTekens: number;
  /** Rows without a record that are told one by one. */
  readonly losseRijen: number;
}

const MIB = 1024 * 1024;

export const standaardGrenzen: Grenzen = {
  idTekens: 40 * MIB,
  recordTekens: 4 * MIB,
  wachtendeTekens: 16 * MIB,
  losseRijen: 1_000,
};

/**
 * Looks through every sheet of a repeating part once. A sheet in the order of the main sheet, as templates are
 * filled in by programs, is read along with it and waits nowhere. The rows of a sheet in another order, as people
 * make it, wait in memory; beyond the limit the file is refused, because half a record must not be published.
 */
export async function leesDeelbladen(
  bladen: readonly HerkendBlad[],
  { plaatsen }: Volgorde,
  grenzen: Grenzen,
): Promise<{ readonly delen: readonly Deelblad[]; readonly losse: readonly Celmelding[] }> {
  const delen: Deelblad[] = [];
  const losse: Celmelding[] = [];
  let ruimte = grenzen.wachtendeTekens;
  for (const blad of bladen) {
    const opVolgorde = await keur(blad, plaatsen, (rij) => {
      if (losse.length < grenzen.losseRijen) losse.push(zonderRecord(rij));
    });
    if (opVolgorde) {
      delen.push(meelopend(blad, plaatsen, grenzen.recordTekens));
    } else {
      const { wachtend, tekens } = await bewaar(blad, plaatsen, ruimte);
      ruimte -= tekens;
      delen.push({ blad, neem: (plaats) => wachtend.get(plaats) ?? [], sluit: () => undefined });
    }
  }
  return { delen, losse };
}

async function keur(blad: HerkendBlad, plaatsen: Plaatsen, meld: (rij: Bladrij) => void): Promise<boolean> {
  let vorige = -1;
  let opVolgorde = true;
  for await (const rij of blad.rijen()) {
    const plaats = rij.id === undefined ? undefined : plaatsen.get(rij.id);
    if (plaats === undefined) meld(rij);
    else if (plaats < vorige) opVolgorde = false;
    else vorige = plaats;
  }
  return opVolgorde;
}

/** What a row costs in memory, in characters: a cell takes as much as this many by itself. */
export const tekensVan = ({ cellen }: Pick<Bladrij, 'cellen'>): number =>
  cellen.reduce((tekens, cel) => tekens + 32 + (cel?.tekst.length ?? 0), 0);

function meelopend(blad: HerkendBlad, plaatsen: Plaatsen, recordTekens: number): Deelblad {
  const rijen = blad.rijen();
  let volgende: IteratorResult<Bladrij> | undefined;
  return {
    blad,
    neem: async (plaats) => {
      const gevonden: Bladrij[] = [];
      let tekens = 0;
      for (volgende ??= await rijen.next(); volgende.done !== true; volgende = await rijen.next()) {
        const hier = plaatsen.get(volgende.value.id ?? '') ?? -1;
        if (hier > plaats) break;
        if (hier !== plaats || tekens > recordTekens) continue;
        tekens += tekensVan(volgende.value);
        gevonden.push(volgende.value);
      }
      return gevonden;
    },
    sluit: () => rijen.return(undefined),
  };
}

async function bewaar(blad: HerkendBlad, plaatsen: Plaatsen, ruimte: number) {
  const wachtend = new Map<number, Bladrij[]>();
  let tekens = 0;
  for await (const rij of blad.rijen()) {
    const plaats = plaatsen.get(rij.id ?? '');
    if (plaats === undefined) continue;
    tekens += tekensVan(rij);
    if (tekens > ruimte) throw teVeelDoorElkaar(blad);
    const eerdere = wachtend.get(plaats);
    if (eerdere === undefined) wachtend.set(plaats, [rij]);
    else eerdere.push(rij);
  }
  return { wachtend, tekens };
}

const teVeelDoorElkaar = ({ kop }: HerkendBlad): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    `De rijen op het blad “${kop.bladnaam}” staan in een andere volgorde dan op het eerste blad, en het zijn er te veel om te ordenen. Sorteer alle bladen op de kolom “${kop.blad.kolommen[0]?.titel ?? 'ID'}” en lever het bestand opnieuw aan.`,
    { blad: kop.bladnaam },
  );

const teVeelIds = ({ kop }: HerkendBlad): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    `De kolom “${kop.blad.kolommen[0]?.titel ?? 'ID'}” op het blad “${kop.bladnaam}” bevat meer tekst dan UM kan onthouden. Gebruik kortere ID's, of verdeel het over meer bestanden.`,
    { blad: kop.bladnaam },
  );

function zonderRecord(rij: Bladrij): Celmelding {
  const titel = rij.kop.blad.kolommen[0]?.titel ?? 'ID';
  return rij.id === undefined
    ? losseRij(rij, 'geen-id', `Vul de kolom “${titel}” in: deze rij hoort nu bij niets.`)
    : losseRij(
        rij,
        'onbekend-id',
        `Deze rij hoort bij een ${titel} dat niet op het eerste blad staat: verbeter het of verwijder de rij.`,
      );
}
