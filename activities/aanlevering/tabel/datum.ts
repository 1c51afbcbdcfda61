import type { Cel } from './tabel.ts';

const DAG = 86_400_000;
/** Day 0 of the calendar from 1 March 1900 on; before it Excel is a day off, for it believes in 29 February 1900. */
const NUL_1900 = Date.UTC(1899, 11, 30);
const NUL_1904 = Date.UTC(1904, 0, 1);
const LAATSTE = Date.UTC(9999, 11, 31);

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** Strict OOXML (ECMA-376 part 1, 18.18.11) keeps a time of day the same way. */
const TIJD = /^T?([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?$/;

/** A cell from a day number of Excel shown as a date. 29 February 1900 and day 0 do not exist. */
export function datumVanDagnummer(dagnummer: number, stelsel1904: boolean): Cel {
  let dag = dagnummer;
  if (dagnummer > 0 && dagnummer < 1) return tijdVanDagdeel(dagnummer);
  if (!stelsel1904) {
    if (dagnummer >= 60 && dagnummer < 61) return ongeldig('1900-02-29');
    if (dagnummer >= 0 && dagnummer < 1) return ongeldig('1900-01-00');
    if (dagnummer < 60) dag += 1;
  }
  const moment = (stelsel1904 ? NUL_1904 : NUL_1900) + Math.round(dag * DAG);
  if (dagnummer < 0 || !(moment < LAATSTE + DAG)) return ongeldig(String(dagnummer));
  return { soort: 'datum', tekst: alsDatum(new Date(moment).toISOString()) };
}

/** A time of day or a duration from a number of days: 1.5 is `36:00:00`. */
export function tijdVanDagdeel(dagen: number): Cel {
  const millis = Math.round(dagen * DAG);
  if (millis < 0 || millis > Number.MAX_SAFE_INTEGER) return ongeldig(String(dagen));
  const delen = [millis / 3_600_000, (millis / 60_000) % 60, (millis / 1_000) % 60];
  const tekst = delen.map((deel) => String(Math.floor(deel)).padStart(2, '0')).join(':');
  return { soort: 'tijd', tekst: tekst + breuk(millis % 1_000) };
}

/**
 * A cell from a date, or a time of day, that the file spells out. A time of midnight is dropped; a zone is, as a
 * sheet has none.
 */
export function datumVanIso(iso: string): Cel {
  const deel = ISO.exec(iso.trim());
  if (!deel) return tijdVanIso(iso);
  const [, jaar, maand, dag, uur = '00', minuut = '00', seconde = '00', onder = ''] = deel;
  const tekst = `${jaar ?? ''}-${maand ?? ''}-${dag ?? ''}T${uur}:${minuut}:${seconde}.${onder.slice(0, 3).padEnd(3, '0')}`;
  const moment = new Date(`${tekst}Z`);
  // A date such as 31 February rolls over: then it does not come back as it was.
  if (Number.isNaN(moment.getTime()) || moment.toISOString() !== `${tekst}Z`) return ongeldig(iso);
  return { soort: 'datum', tekst: alsDatum(tekst) };
}

function tijdVanIso(iso: string): Cel {
  const [, uur, minuut, seconde = '00', onder = ''] = TIJD.exec(iso.trim()) ?? [];
  if (uur === undefined || minuut === undefined) return ongeldig(iso);
  const millis = Number(onder.slice(0, 3).padEnd(3, '0'));
  return { soort: 'tijd', tekst: `${uur}:${minuut}:${seconde}${breuk(millis)}` };
}

function alsDatum(iso: string): string {
  const tijd = iso.slice(11, 23);
  if (tijd === '00:00:00.000') return iso.slice(0, 10);
  return tijd.endsWith('.000') ? iso.slice(0, 19) : iso.slice(0, 23);
}

function breuk(millis: number): string {
  return millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`;
}

function ongeldig(tekst: string): Cel {
  return { soort: 'fout', tekst, reden: 'ongeldige-waarde' };
}
