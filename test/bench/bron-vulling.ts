import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { postcoderegios } from '../../domain/selectie/postcodes.ts';
import { laadPostcodes } from '../../api/bron/laad-postcodes.ts';
import { beroepen, maakProfiel } from '../support/profielen.ts';
import { vraagObject } from '../support/vraagobjecten.ts';
import { Willekeur } from '../support/willekeur.ts';

/** Gemeenten with the postcode areas that each covers: neighbours in the numbering, as in the country. */
export interface Land {
  readonly gemeenten: readonly { readonly oin: string; readonly gebieden: readonly string[] }[];
}

export interface Vraag {
  readonly oin: string;
  readonly lichaam: string;
}

export async function maakLand(aantal: number, postcodeFile: string | undefined): Promise<Land> {
  const bestand = postcodeFile && existsSync(postcodeFile) ? postcodeFile : undefined;
  const postcodes = bestand ? await laadPostcodes(bestand) : postcoderegios;
  const bekend = Array.from({ length: 9000 }, (_, i) => String(i + 1000)).filter((pc4) =>
    postcodes.coordinaat(pc4),
  );
  return {
    gemeenten: Array.from({ length: aantal }, (_, i) => ({
      oin: `0000000100${String(i).padStart(10, '0')}`,
      gebieden: bekend.slice(
        Math.floor((i * bekend.length) / aantal),
        Math.max(
          Math.floor(((i + 1) * bekend.length) / aantal),
          Math.floor((i * bekend.length) / aantal) + 1,
        ),
      ),
    })),
  };
}

/** Fills a migrated SQLite file with one publicatie of job seekers for each gemeente. */
export function vul(bestand: string, land: Land, profielen: number): void {
  const db = new DatabaseSync(bestand);
  db.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  const perGemeente = Math.round(profielen / land.gemeenten.length);
  land.gemeenten.forEach(({ oin }, i) => {
    db.prepare('INSERT INTO gemeenten (oin, naam) VALUES (?, ?)').run(oin, `Gemeente ${i}`);
    publiceer(db, land, i, perGemeente, 1);
  });
  db.close();
}

/** A new set for one gemeente, published like any other: the rows first, the pointer last. */
export function vervang(bestand: string, land: Land, nummer: number, aantal: number, zaad: number): string {
  const db = new DatabaseSync(bestand);
  db.exec('PRAGMA busy_timeout = 10000');
  const id = publiceer(db, land, nummer, aantal, zaad);
  db.close();
  return id;
}

function publiceer(db: DatabaseSync, land: Land, nummer: number, aantal: number, zaad: number): string {
  const gemeente = land.gemeenten[nummer];
  if (!gemeente) throw new Error(`No gemeente ${nummer}`);
  const w = new Willekeur(zaad * 1_000_003 + nummer);
  const id = `${String(zaad).padStart(8, '0')}-${String(nummer).padStart(8, '0')}`;
  const record = db.prepare(
    'INSERT INTO publicatie_records (publicatie_nummer, record_id, regel, inhoud) VALUES (?, ?, ?, ?)',
  );
  const { lastInsertRowid: publicatie } = db
    .prepare(
      `INSERT INTO publicaties (id, oin, soort, aanlevering_id, status, aantal, aangemaakt_op) VALUES (?, ?, 'werkzoekende', ?, 'actief', ?, '')`,
    )
    .run(id, gemeente.oin, id, aantal);
  db.exec('BEGIN IMMEDIATE');
  for (let i = 0; i < aantal; i += 1) {
    const recordId = `${w.geheel(1e8, 9e8).toString(16)}${String(i).padStart(10, '0')}`;
    const profiel = maakProfiel(w, recordId, `${w.kies(gemeente.gebieden)}AB`);
    record.run(publicatie, recordId, i + 1, JSON.stringify(profiel));
  }
  db.exec('COMMIT');
  db.prepare(
    `INSERT INTO actieve_publicaties (oin, soort, publicatie_id, versie) VALUES (?, 'werkzoekende', ?, ?)
     ON CONFLICT (oin, soort) DO UPDATE SET publicatie_id = excluded.publicatie_id, versie = excluded.versie`,
  ).run(gemeente.oin, id, zaad * 1_000_000 + nummer);
  return id;
}

/** VUM puts one question to every gemeente; here to as many as lie around it, so that most answers are long. */
const GEVRAAGDEN = 10;

/** Questions around a postcode, each put to the gemeenten around it. */
export function maakVragen(land: Land, aantal: number): Vraag[] {
  const w = new Willekeur(11);
  const gemeenten = land.gemeenten;
  return Array.from({ length: Math.ceil(aantal / GEVRAAGDEN) }, () => {
    const eerste = w.geheel(0, Math.max(0, gemeenten.length - GEVRAAGDEN));
    const rondom = gemeenten.slice(eerste, eerste + GEVRAAGDEN);
    const postcodes = rondom.flatMap(({ gebieden }) => gebieden.map((pc4) => `${pc4}ZZ`));
    const vraagobject = vraagObject(w, 'werkzoekende', { postcodes, beroepen });
    const lichaam = JSON.stringify({ vraagObject: vraagobject });
    return rondom.map(({ oin }) => ({ oin, lichaam }));
  }).flat();
}
