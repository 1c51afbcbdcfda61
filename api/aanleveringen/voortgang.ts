import type { AanleveringFase, AanleveringRow } from '../../db/tables.ts';
import type { Voorbeeld } from '../../domain/aanleveringen/voorbeeld.ts';

/**
 * How far an upload is. Follows from its row alone, the clock left out: as long as nothing moved the answer is the
 * same, and a poll costs next to nothing.
 */
export function presentVoortgang(row: AanleveringRow): object {
  const { fase, gelezen, geldig, foutief, zonder_toestemming: zonderToestemming, gepubliceerd } = row;
  const deel = deelGedaan(row);
  const klaarOp = deel === undefined ? undefined : verwachtKlaarOp(row, deel);
  return {
    toelichting: toelichtingen[fase],
    ...{ fase, gelezen, geldig, foutief, zonderToestemming, gepubliceerd },
    ...(deel === undefined ? {} : { percentage: Math.floor(deel * 100) }),
    ...(klaarOp === undefined ? {} : { verwachtKlaarOp: klaarOp }),
  };
}

const toelichtingen: Readonly<Record<AanleveringFase, string>> = {
  ontvangst: 'Het bestand komt binnen.',
  wacht: 'Het bestand is binnen en wacht op zijn beurt.',
  controle: 'Het bestand wordt gelezen en gecontroleerd.',
  voorbeeld: 'De aanlevering wordt vergeleken met wat VUM nu vindt.',
  goedkeuring: 'De aanlevering wacht op een besluit van iemand van uw gemeente.',
  samenvoegen: 'Wat niet verandert, wordt overgenomen uit de huidige publicatie.',
  publicatie: 'De aanlevering wordt gepubliceerd.',
  opruimen: 'De aanlevering is afgerond; UM ruimt nog op.',
  klaar: 'De aanlevering is afgerond.',
};

/** Part of the phase that is done, 0 to 1; undefined where it cannot be told. */
function deelGedaan(row: AanleveringRow): number | undefined {
  const { fase, gelezen_bytes, bytes, overgenomen } = row;
  if (fase === 'klaar') return 1;
  if (fase === 'controle') return bytes === 0 ? undefined : Math.min(1, gelezen_bytes / bytes);
  if (fase !== 'samenvoegen' || row.voorbeeld === null) return undefined;
  const { ongewijzigd } = JSON.parse(row.voorbeeld) as Voorbeeld;
  return ongewijzigd === 0 ? undefined : Math.min(1, overgenomen / ongewijzigd);
}

/** When the phase ends if it goes on as it went; undefined while that is anybody's guess. */
function verwachtKlaarOp({ fase, fase_sinds, voortgang_op }: AanleveringRow, deel: number) {
  if (fase === 'klaar' || deel < 0.01 || fase_sinds === null || voortgang_op === null) return undefined;
  const begin = Date.parse(fase_sinds);
  const geduurd = Date.parse(voortgang_op) - begin;
  return geduurd <= 0 ? undefined : new Date(begin + geduurd / deel).toISOString();
}
