import type { Plaats } from './herkomst.ts';
import type { GelezenWerkbladRecord } from './lees-record.ts';

/** Why a row is no record; of its cells nothing else is told. */
export interface GeenRecord {
  readonly code: string;
  readonly melding: string;
}

/** Such a row as the readers of records hand it out; `plaats`: the row, or the cell that gives it away. */
export const alsGeenRecord = ({ code, melding }: GeenRecord, plaats: Plaats): GelezenWerkbladRecord => ({
  rij: plaats.rij,
  record: undefined,
  fouten: [{ fout: { pad: '', code, melding, ernst: 'fout' }, plaats }],
  plaatsVan: () => undefined,
});

export const teVeelCellen: GeenRecord = {
  code: 'te-veel-cellen',
  melding:
    'Deze rij heeft meer cellen dan er kolomnamen zijn. Waarschijnlijk staat er een scheidingsteken in een tekst, waardoor alles erachter is opgeschoven: zet die tekst tussen aanhalingstekens (") of haal het teken weg. Hoort deze cel er wel, geef de kolom dan een naam.',
};

export const naastDeTabel: GeenRecord = {
  code: 'naast-tabel',
  melding:
    'Deze rij is geen record: er staat alleen iets in een kolom zonder naam. Verwijder deze cel, of de hele rij.',
};
