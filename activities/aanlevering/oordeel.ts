import type { AanleveringRow } from '../../db/tables.ts';

/** What the validation of a file comes to; counts are of records. `code` says why it is not published. */
export interface ControleUitslag {
  readonly akkoord: boolean;
  readonly code?: string;
  readonly gelezen: number;
  readonly geldig: number;
  readonly foutief: number;
}

/** Whether a file that was read to its end may be published. */
export function oordeel(upload: AanleveringRow | undefined): ControleUitslag {
  if (upload?.status !== 'controle') {
    return { akkoord: false, code: 'gestopt', gelezen: 0, geldig: 0, foutief: 0 };
  }
  const { gelezen, geldig, foutief } = upload;
  const code = afkeuring(upload);
  return { akkoord: code === undefined, ...(code === undefined ? {} : { code }), gelezen, geldig, foutief };
}

function afkeuring({
  fout_code,
  fouten_modus,
  gelezen,
  geldig,
  foutief,
  zonder_toestemming,
}: AanleveringRow): string | undefined {
  if (fout_code !== null) return fout_code;
  if (gelezen === 0) return 'bestand-leeg';
  if (geldig === 0 && zonder_toestemming === gelezen) return 'geen-toestemming';
  if (fouten_modus === 'weiger' && foutief > 0) return 'bestand-met-fouten';
  return geldig === 0 ? 'geen-goede-records' : undefined;
}
