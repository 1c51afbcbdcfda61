import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider, errors } from 'oidc-provider';
import { identityConfiguration, type IdentityOptions } from './identity-config.ts';
import { loginPage, messagePage } from './identity-pages.ts';

export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

const loginPath = /^\/inloggen\/([\w-]+)$/;
const maxFormBytes = 4_096;

/**
 * An OpenID Connect provider for the local stack: code + PKCE for people, client credentials for systems. Keys and
 * client secrets outlive a restart; sessions are in memory, so after a restart people log in again.
 */
export async function startIdentityProvider(
  options: IdentityOptions & { readonly port: number },
): Promise<IdentityProvider> {
  const issuer = `http://127.0.0.1:${options.port}`;
  const provider = new Provider(issuer, identityConfiguration(options));
  const protocol = provider.callback();
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', issuer).pathname;
    const handling = loginPath.test(path) ? login(provider, options, path, req, res) : protocol(req, res);
    handling.catch((error: unknown) => {
      const known = error instanceof errors.OIDCProviderError;
      const reason = known ? 'Deze inlogpoging is verlopen. Begin opnieuw vanuit UM.' : 'Er ging iets mis.';
      send(res, known ? 400 : 500, messagePage('Inloggen is niet gelukt', reason));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function login(
  provider: Provider,
  { gebruikers }: IdentityOptions,
  action: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  // Throws where this browser did not start this log-in.
  await provider.interactionDetails(req, res);
  const demo = gebruikers.map(({ gebruikersnaam, naam }) => ({ gebruikersnaam, naam }));
  if (req.method !== 'POST') {
    send(res, 200, loginPage({ action, gebruikersnaam: '', fout: null, demo }));
    return;
  }
  if (Number(req.headers['content-length'] ?? Infinity) > maxFormBytes) {
    res.setHeader('Connection', 'close');
    send(res, 413, messagePage('Inloggen is niet gelukt', 'Het formulier is te groot.'));
    return;
  }
  const form = new URLSearchParams(await text(req));
  const gebruikersnaam = (form.get('gebruikersnaam') ?? '').trim();
  const account = gebruikers.find((gebruiker) => gebruiker.gebruikersnaam === gebruikersnaam);
  if (account?.wachtwoord !== form.get('wachtwoord')) {
    const fout = 'De gebruikersnaam of het wachtwoord klopt niet.';
    send(res, 401, loginPage({ action, gebruikersnaam, fout, demo }));
    return;
  }
  await provider.interactionFinished(req, res, { login: { accountId: gebruikersnaam } });
}

function send(res: ServerResponse, status: number, page: ReturnType<typeof messagePage>): void {
  if (res.headersSent) return;
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  void Promise.resolve(page).then((body) => res.end(String(body)));
}
