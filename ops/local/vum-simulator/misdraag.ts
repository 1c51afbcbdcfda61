import { setTimeout as wacht } from 'node:timers/promises';
import type { Context } from 'koa';
import { stuurJson } from './bericht.ts';
import { ContractFout, type ContractCode } from './contract-fout.ts';
import type { Gedrag } from './gedrag.ts';

const codes: Partial<Record<Gedrag['aard'], ContractCode>> = {
  '400': '400.01',
  '401': '401',
  '429': '429.01',
  '500': '500.1',
  '503': '500.3',
};

/** Failures that come before there is an answer. Returns true when the message has been dealt with. */
export async function misdraagVooraf(gedrag: Gedrag, ctx: Context): Promise<boolean> {
  if (gedrag.vertragingMs !== undefined) await wacht(gedrag.vertragingMs, undefined, { ref: false });
  const code = codes[gedrag.aard];
  if (code !== undefined) throw new ContractFout(code, 'De simulator antwoordt zo op verzoek.');
  if (gedrag.aard === 'reset') ctx.req.socket.resetAndDestroy();
  if (gedrag.aard !== 'reset' && gedrag.aard !== 'geen-antwoord') return false;
  // Koa keeps its hands off: the connection stays open without an answer, or is gone.
  ctx.respond = false;
  return true;
}

/** Sends an answer in the way that was asked for. */
export function stuurAntwoord(gedrag: Gedrag, ctx: Context, antwoord: object): void {
  const tekst = JSON.stringify(antwoord);
  switch (gedrag.aard) {
    case 'onleesbaar':
      stuurJson(ctx, 200, {});
      ctx.body = tekst.slice(0, -1);
      return;
    case 'leeg': {
      stuurJson(ctx, 200, {});
      return;
    }
    case 'contractbreuk': {
      stuurJson(ctx, 200, breekContract(antwoord));
      return;
    }
    case 'reset-halverwege': {
      stuurRuw(ctx, tekst, (halverwege) => {
        ctx.res.write(halverwege, () => ctx.req.socket.resetAndDestroy());
      });
      return;
    }
    case 'traag': {
      stuurRuw(ctx, tekst, () => druppel(ctx, tekst));
      return;
    }
    default: {
      stuurJson(ctx, 200, antwoord);
      return;
    }
  }
}

function stuurRuw(ctx: Context, tekst: string, stuur: (halverwege: string) => void): void {
  ctx.respond = false;
  ctx.res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(tekst) });
  stuur(tekst.slice(0, tekst.length / 2));
}

/** A byte each 100 ms: the connection lives, the answer never comes in time. */
function druppel(ctx: Context, tekst: string): void {
  const bytes = Buffer.from(tekst);
  let plaats = 0;
  const klok = setInterval(() => {
    ctx.res.write(bytes.subarray(plaats, ++plaats));
    if (plaats >= bytes.length) ctx.res.end();
  }, 100);
  klok.unref();
  ctx.res.on('close', () => clearInterval(klok));
}

/** A field that no schema knows, in the record of a detail or in every match; without matches, no list of them. */
function breekContract(antwoord: object): object {
  const kopie = structuredClone(antwoord) as Record<string, unknown>;
  const { matches } = kopie;
  if (Array.isArray(matches)) {
    if (matches.length === 0) return { ...kopie, matches: null };
    return { ...kopie, matches: matches.map((match: object) => ({ ...match, onbekendVeld: 'x' })) };
  }
  return Object.fromEntries(
    Object.entries(kopie).map(([naam, deel]) =>
      typeof deel === 'object' ? [naam, { ...deel, onbekendVeld: 'x' }] : [naam, deel],
    ),
  );
}

/** The same matches in another order: order means nothing in the standard. */
export function schud<T>(lijst: readonly T[]): T[] {
  const kopie = [...lijst];
  for (let plaats = kopie.length - 1; plaats > 0; plaats--) {
    const ander = Math.floor(Math.random() * (plaats + 1));
    [kopie[plaats], kopie[ander]] = [kopie[ander] as T, kopie[plaats] as T];
  }
  return kopie;
}
