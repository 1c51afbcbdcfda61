import type { BronConfig } from '../vum-simulator/bronnen.ts';
import { Uitleg } from '../uitleg.ts';

/** Runs `doe` while VUM asks these bronnen and behaves well; afterwards it is as it was. */
export async function metBronnen<T>(
  vum: string,
  bronnen: readonly BronConfig[],
  doe: () => Promise<T>,
): Promise<T> {
  const { bronnen: eerst, gedrag } = (await beheer(vum, 'GET', '')) as {
    bronnen: unknown;
    gedrag: unknown;
  };
  try {
    await beheer(vum, 'PUT', '/gedrag', []);
    await beheer(vum, 'PUT', '/bronnen', bronnen);
    return await doe();
  } finally {
    await beheer(vum, 'PUT', '/bronnen', eerst);
    await beheer(vum, 'PUT', '/gedrag', gedrag);
  }
}

async function beheer(vum: string, method: 'GET' | 'PUT', pad: string, inhoud?: unknown): Promise<unknown> {
  const antwoord = await fetch(`${vum}/_simulator${pad}`, {
    method,
    ...(inhoud !== undefined && { body: JSON.stringify(inhoud) }),
  });
  if (antwoord.ok) return antwoord.json();
  throw new Uitleg(`Op ${vum} draait de VUM-simulator niet (status ${antwoord.status}).`);
}
