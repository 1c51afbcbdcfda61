import type { Context, Middleware } from 'koa';
import { ContractFout } from './contract-fout.ts';

/** Who speaks to whom, as the headers of a message to VUM say. */
export interface Bericht {
  /** The asking gemeente. */
  readonly fromParty: string;
  readonly toParty: string;
  /** The asking gemeente's processor. */
  readonly viaParty: string;
}

const versie = '3.0.0';
const versieKoppen = ['API-Version', 'X-VUM-berichtVersie'];
const partijKoppen = ['X-VUM-fromParty', 'X-VUM-toParty', 'X-VUM-viaParty'];

/** The headers that the contract requires: what is missing makes a call incomplete, what is wrong invalid. */
export function leesBericht(ctx: Context): Bericht {
  const ontbrekend = [...versieKoppen, ...partijKoppen].filter((naam) => ctx.get(naam) === '');
  if (ontbrekend.length > 0) {
    throw new ContractFout('400.02', 'Verplichte headers ontbreken.', ontbrekend.join(', '));
  }
  const onjuist = versieKoppen.filter((naam) => ctx.get(naam) !== versie);
  if (onjuist.length > 0)
    throw new ContractFout('400.01', `De versie moet ${versie} zijn.`, onjuist.join(', '));
  return {
    fromParty: ctx.get('X-VUM-fromParty'),
    toParty: ctx.get('X-VUM-toParty'),
    viaParty: ctx.get('X-VUM-viaParty'),
  };
}

/** Every answer carries the headers of the contract, and every failure its shape. */
export const antwoordVolgensContract: Middleware = async (ctx, next) => {
  ctx.set({ 'API-Version': versie, 'X-VUM-berichtVersie': versie });
  for (const [antwoord, vraag] of [
    ['X-VUM-fromParty', 'X-VUM-toParty'],
    ['X-VUM-toParty', 'X-VUM-fromParty'],
    ['X-VUM-viaParty', 'X-VUM-viaParty'],
  ] as const) {
    ctx.set(antwoord, ctx.get(vraag));
  }
  try {
    await next();
  } catch (fout) {
    const contractFout =
      fout instanceof ContractFout ? fout : new ContractFout('500.1', 'Er ging iets mis in de simulator.');
    if (!(fout instanceof ContractFout)) ctx.app.emit('error', fout, ctx);
    stuurJson(ctx, contractFout.status, contractFout.lichaam);
  }
};

export function stuurJson(ctx: Context, status: number, inhoud: object | null): void {
  ctx.status = status;
  ctx.body = inhoud === null ? '' : JSON.stringify(inhoud);
  if (inhoud !== null) ctx.set('Content-Type', 'application/json');
}
