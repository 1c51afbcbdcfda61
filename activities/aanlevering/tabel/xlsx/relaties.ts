import { leesHeelXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import type { ZipArchief } from '../zip/zip-archief.ts';

const HOOGSTENS = 10_000;

/** One line of a .rels part: `soort` is the last word of its type (`worksheet`), `doel` the name of a part. */
export interface Relatie {
  readonly id: string;
  readonly soort: string;
  readonly doel: string;
}

/** The relations of a part (the package itself is the empty name). What points outside the file is left out. */
export async function leesRelaties(archief: ZipArchief, van: string): Promise<Relatie[]> {
  const map = van.slice(0, van.lastIndexOf('/') + 1);
  const onderdeel = `${map}_rels/${van.slice(map.length)}.rels`;
  const relaties: Relatie[] = [];
  if (!archief.heeft(onderdeel)) return relaties;
  await leesHeelXml(
    { stukken: archief.stroom(onderdeel), naamruimten: OOXML },
    {
      open: (naam, a) => {
        if (naam !== 'Relationship' || a['TargetMode'] === 'External') return;
        const type = a['Type'] ?? '';
        const soort = type.slice(type.lastIndexOf('/') + 1);
        relaties.push({ id: a['Id'] ?? '', soort, doel: doelVan(archief, map, a['Target'] ?? '') });
        if (relaties.length > HOOGSTENS) throw beschadigd('Het verwijst naar te veel onderdelen.');
      },
    },
  );
  return relaties;
}

/**
 * A target is relative to the folder of its part, or to the root of the file when it begins with a slash. It is a
 * reference in which a space is `%20`; by ECMA-376 the name in the archive is as well, and often it is not.
 */
function doelVan(archief: ZipArchief, map: string, doel: string): string {
  const voluit = doel.startsWith('/') ? doel : map + doel;
  const geschreven = padVan(voluit);
  return archief.heeft(geschreven) ? geschreven : padVan(ontcijfer(voluit));
}

function padVan(voluit: string): string {
  const pad: string[] = [];
  for (const deel of voluit.replaceAll('\\', '/').split('/')) {
    if (deel === '..') pad.pop();
    else if (deel !== '' && deel !== '.') pad.push(deel);
  }
  return pad.join('/');
}

function ontcijfer(doel: string): string {
  try {
    return decodeURIComponent(doel);
  } catch {
    return doel;
  }
}
