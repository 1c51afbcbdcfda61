import { verbergBsn } from '../validatie/bsn.ts';

/** The name of a sheet as UM keeps and shows it: without a BSN, and no longer than a column of the database. */
export const toonbareBladnaam = (bladnaam: string): string =>
  verbergBsn(bladnaam.slice(0, 200).toWellFormed().replaceAll('\0', '\uFFFD')).slice(0, 255);
