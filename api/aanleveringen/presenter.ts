import type { AanleveringFilter } from '../../db/aanleveringen.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { beschikbaarTot } from './maak-foutenbestand.ts';
import { pageOf } from '../page.ts';
import type { Voorbeeld } from '../../domain/aanleveringen/voorbeeld.ts';
import { presentVoortgang } from './voortgang.ts';

export const adresVan = (id: string): string => `/v1/aanleveringen/${id}`;

export function presentAanlevering(row: AanleveringRow): object {
  const self = adresVan(row.id);
  const tot = beschikbaarTot(row);
  return {
    id: row.id,
    soort: row.soort,
    status: row.status,
    fouten: row.fouten_modus,
    modus: row.modus,
    goedkeuring: row.goedkeuring,
    aangeleverdDoor: row.aangeleverd_door,
    aangeleverdOp: row.aangeleverd_op,
    ...(row.afgerond_op === null ? {} : { afgerondOp: row.afgerond_op }),
    ...(row.formaat === null ? {} : { formaat: row.formaat }),
    ...(row.mapping === null ? {} : { mapping: row.mapping }),
    bestand: {
      bytes: row.bytes,
      ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
      gelezenBytes: row.gelezen_bytes,
    },
    aantallen: {
      gelezen: row.gelezen,
      geldig: row.geldig,
      foutief: row.foutief,
      waarschuwingen: row.waarschuwingen,
      zonderToestemming: row.zonder_toestemming,
      bewaardeFouten: row.fouten_bewaard,
      gepubliceerd: row.gepubliceerd,
    },
    voortgang: presentVoortgang(row),
    ...(row.voorbeeld === null ? {} : { voorbeeld: JSON.parse(row.voorbeeld) as Voorbeeld }),
    ...(row.goedkeuren_voor === null ? {} : { goedkeurenVoor: row.goedkeuren_voor }),
    ...presentBesluit(row),
    ...(row.fout_code === null ? {} : { reden: { code: row.fout_code, melding: row.fout_melding ?? '' } }),
    ...(row.publicatie_id === null ? {} : { publicatieId: row.publicatie_id }),
    ...(tot === null ? {} : { foutenbestand: { beschikbaarTot: tot } }),
    _links: {
      self: { href: self },
      fouten: { href: `${self}/fouten` },
      ...(isTabel(row.formaat) ? { mapping: { href: `${self}/mapping` } } : {}),
      ...(tot === null ? {} : { foutenbestand: { href: `${self}/foutenbestand` } }),
      ...(row.publicatie_id === null ? {} : { publicatie: { href: `/v1/publicaties/${row.publicatie_id}` } }),
    },
  };
}

function presentBesluit({ besluit, besluit_reden, besloten_door, besloten_op }: AanleveringRow): object {
  if (besluit === null) return {};
  const reden = besluit_reden === null ? {} : { reden: besluit_reden };
  return { besluit: { besluit, ...reden, door: besloten_door, op: besloten_op } };
}
/** Only of a table can there be one. */
const isTabel = (formaat: string | null): boolean =>
  formaat !== null && ['xlsx', 'ods', 'csv'].includes(formaat);

export function presentAanleveringen(rows: readonly AanleveringRow[], filter: AanleveringFilter): object {
  const { page, next } = pageOf('/v1/aanleveringen', rows, filter, ({ id }) => ({ na: id }));
  return { aanleveringen: page.map(presentAanlevering), ...next };
}
