const ONTSNAPT = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes the escape of ECMA-376 (ST_Xstring) for what XML cannot hold: `_x000D_`, and `_x005F_` for itself. */
export function ontsnap(tekst: string): string {
  if (!tekst.includes('_x')) return tekst;
  return tekst.replace(ONTSNAPT, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
