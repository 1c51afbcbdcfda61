import type { Knex } from 'knex';
import { findActiefRecord } from '../../db/actieve-publicaties.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { transactie } from '../../db/transactie.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Soort } from '../../domain/soorten/soort.ts';
import type { Bericht } from './bericht.ts';
import { ongeldig } from './bron-fout.ts';
import type { BronIndex } from './index/bron-index.ts';
import { nietGereed, onbekendeGemeente } from './zoek.ts';

/** `SafeIDString` of the contract. */
const ID = /^[a-zA-Z0-9_.-]{1,200}$/;

/**
 * One record exactly as the gemeente delivered it. That it was handed out stands in the trail of the gemeente:
 * both happen, or neither.
 */
export async function detail(
  deps: { readonly db: Knex; readonly clock: Clock; readonly index: BronIndex },
  soort: Soort,
  bericht: Bericht,
  id: string,
  correlatieId: string,
): Promise<string> {
  const oin = bericht.toParty;
  const bekend = deps.index.kent(oin);
  if (bekend === undefined) throw nietGereed();
  if (!bekend) throw onbekendeGemeente();
  const inhoud = ID.test(id) ? await transactie(deps.db, vindEnVermeld) : undefined;
  if (inhoud === undefined) throw ongeldig(`Deze gemeente heeft geen ${soort.enkelvoud} met dit id.`);
  return inhoud;

  async function vindEnVermeld(trx: Knex.Transaction): Promise<string | undefined> {
    const gevonden = await findActiefRecord(trx, oin, soort.naam, id);
    if (gevonden === undefined) return undefined;
    await recordEvent(trx, {
      tijdstip: deps.clock().toISOString(),
      oin,
      actor: `oin:${bericht.fromParty}`,
      actie: 'detail-beantwoord',
      objectSoort: soort.naam,
      objectId: id,
      uitkomst: 'gelukt',
      correlatieId,
    });
    return gevonden;
  }
}
