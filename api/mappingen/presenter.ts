import type { MappingRegel } from '../../db/mappingen.ts';
import type { MappingRow } from '../../db/tables.ts';
import type { GebruikteMapping } from '../../domain/mapping/gebruikte-mapping.ts';
import type { Mapping } from '../../domain/mapping/mapping.ts';

export const adresVan = ({ soort, naam }: Pick<MappingRow, 'soort' | 'naam'>): string =>
  `/v1/mappingen/${soort}/${naam}`;

/** Strong: the moment tells a mapping from one that had its name, and its version, before it was deleted. */
export const etagVan = ({ versie, gewijzigd_op }: Pick<MappingRow, 'versie' | 'gewijzigd_op'>): string =>
  `"${versie}-${Date.parse(gewijzigd_op).toString(36)}"`;

export const presentMapping = (row: MappingRow): object => ({
  ...(JSON.parse(row.inhoud) as Mapping),
  naam: row.naam,
  gewijzigdDoor: row.gewijzigd_door,
  gewijzigdOp: row.gewijzigd_op,
  _links: { self: { href: adresVan(row) } },
});

export const presentMappingen = (rows: readonly MappingRegel[]): object => ({
  mappingen: rows.map((row) => ({
    soort: row.soort,
    naam: row.naam,
    gewijzigdDoor: row.gewijzigd_door,
    gewijzigdOp: row.gewijzigd_op,
    _links: { self: { href: adresVan(row) } },
  })),
});

/** In the form in which it can be saved. */
export const presentGebruikt = ({ mapping, ...vanUm }: GebruikteMapping): object => ({
  ...mapping,
  ...vanUm,
});
