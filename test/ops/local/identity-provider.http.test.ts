import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { createTokenVerifier, type VerifyToken } from '../../../api/identity.ts';
import { demoGebruikers, demoGemeenten } from '../../../ops/local/demo.ts';
import { portalClientId, umAudience } from '../../../ops/local/identity-config.ts';
import { identityKeys } from '../../../ops/local/identity-keys.ts';
import { startIdentityProvider, type IdentityProvider } from '../../../ops/local/identity-provider.ts';
import { freePort } from '../../../ops/local/ports.ts';
import { browser, logIn, openLogin, systemToken } from '../../support/inloggen.ts';

const dir = mkdtempSync(join(tmpdir(), 'um-idp-'));
const keysFile = join(dir, 'keys.json');
const portalUrl = 'http://127.0.0.1:7999';
const [voorbeeldstad] = demoGemeenten;
const keys = identityKeys(
  keysFile,
  demoGemeenten.map(({ clientId }) => clientId),
);
const gemeenten = demoGemeenten.map((gemeente) => ({
  ...gemeente,
  clientSecret: keys.clientSecrets[gemeente.clientId] ?? '',
}));
let idp: IdentityProvider;
let verify: VerifyToken;

beforeAll(async () => {
  const port = await freePort();
  idp = await startIdentityProvider({ port, portalUrl, gemeenten, gebruikers: demoGebruikers, keys });
  const claims = { claimOin: 'oin', claimRollen: 'rollen' };
  verify = createTokenVerifier({ issuer: idp.issuer, audience: umAudience, ...claims });
});
afterAll(async () => {
  await idp.stop();
  rmSync(dir, { recursive: true });
});

const login = (gebruikersnaam: string, wachtwoord: string, redirectUri: string) =>
  logIn({ issuer: idp.issuer, clientId: portalClientId, redirectUri, gebruikersnaam, wachtwoord });

describe('the local identity provider', () => {
  test.each(demoGebruikers.map((gebruiker) => [gebruiker.gebruikersnaam, gebruiker] as const))(
    'lets %s log in with code + PKCE, and the API accepts the token',
    async (gebruikersnaam, { wachtwoord, oin, rollen, naam }) => {
      const tokens = await login(gebruikersnaam, wachtwoord, `${portalUrl}/portaal/terug`);
      expect(await verify(tokens.access_token)).toEqual({ subject: gebruikersnaam, oin, rollen });
      expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: gebruikersnaam, oin, rollen, naam });
    },
  );

  test('sends people back to any port of this machine, for tools', async () => {
    const tokens = await login('operator', 'demo', 'http://127.0.0.1:43210/callback');
    expect((await verify(tokens.access_token)).rollen).toEqual(['operator']);
  });

  test.each(gemeenten)('gives the system of $naam a token that the API accepts', async (gemeente) => {
    const { access_token } = await systemToken(idp.issuer, gemeente.clientId, gemeente.clientSecret);
    expect(await verify(access_token)).toEqual({
      subject: gemeente.clientId,
      oin: gemeente.oin,
      rollen: gemeente.rollen,
    });
  });

  test('refuses a wrong password in Dutch, and escapes what was typed', async () => {
    await expect(login('operator', 'fout', 'http://127.0.0.1:43210/callback')).rejects.toThrow('refused');
    const visit = browser();
    const query = new URLSearchParams({
      client_id: portalClientId,
      redirect_uri: 'http://127.0.0.1/callback',
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const form = await openLogin(visit, `${idp.issuer}/auth?${query.toString()}`);
    const body = new URLSearchParams({ gebruikersnaam: '"><script>', wachtwoord: 'demo' });
    const page = await (await visit(form, { method: 'POST', body })).text();
    expect(page).toContain('klopt niet');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
    expect(page).not.toContain('"><script>');
  });

  test('refuses a wrong client secret', async () => {
    await expect(systemToken(idp.issuer, voorbeeldstad?.clientId ?? '', 'fout')).rejects.toThrow('401');
  });

  test('refuses a log-in that another browser started, with a page', async () => {
    const answer = await fetch(`${idp.issuer}/inloggen/onbekend`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Begin opnieuw vanuit UM');
  });

  test('keeps its secrets for the owner alone, and the same over a restart', () => {
    expect(statSync(keysFile).mode & 0o777).toBe(0o600);
    expect(identityKeys(keysFile, Object.keys(keys.clientSecrets))).toEqual(keys);
  });
});
