import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/**
 * Sessions and codes of the local identity provider, in memory: they end with the process. One map for all kinds, as
 * the provider revokes over kinds.
 */
export function identityStore(now: () => number = Date.now): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();
  const read = (key: string) => {
    const found = kept.get(key);
    if (found && found.until > now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const sweep = () => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
  };

  return (kind) => {
    const keyOf = (id: string) => `${kind}:${id}`;
    const findBy = (name: 'uid' | 'userCode', value: string) =>
      [...kept].find(([key, { payload }]) => key.startsWith(`${kind}:`) && payload[name] === value)?.[0];
    return {
      upsert: (id, payload, expiresIn) => {
        sweep();
        kept.set(keyOf(id), { payload, until: now() + (expiresIn ?? Infinity) * 1_000 });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(read(keyOf(id))),
      findByUid: (uid) => Promise.resolve(read(findBy('uid', uid) ?? '')),
      findByUserCode: (code) => Promise.resolve(read(findBy('userCode', code) ?? '')),
      consume: (id) => {
        const payload = read(keyOf(id));
        if (payload) payload.consumed = Math.floor(now() / 1_000);
        return Promise.resolve();
      },
      destroy: (id) => {
        kept.delete(keyOf(id));
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
        return Promise.resolve();
      },
    };
  };
}
