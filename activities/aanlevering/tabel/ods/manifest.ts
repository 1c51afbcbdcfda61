import { versleuteld } from '../herken/formaat.ts';
import { leesHeelXml } from '../xml/lees-xml.ts';
import { ODF } from '../xml/naamruimten.ts';
import type { ZipArchief } from '../zip/zip-archief.ts';

const MANIFEST = 'META-INF/manifest.xml';

/** Throws when the manifest says that parts are encrypted; the parts themselves then look like damage. */
export async function weigerVersleuteldeOds(archief: ZipArchief): Promise<void> {
  if (archief.heeft('encrypted-package')) throw versleuteld();
  if (!archief.heeft(MANIFEST)) return;
  await leesHeelXml(
    { stukken: archief.stroom(MANIFEST), naamruimten: ODF },
    {
      open: (naam) => {
        if (naam === 'manifest:encryption-data') throw versleuteld();
      },
    },
  );
}
