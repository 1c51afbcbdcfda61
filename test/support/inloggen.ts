import { createHash, randomBytes } from 'node:crypto';

export interface LoginRequest {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly gebruikersnaam: string;
  readonly wachtwoord: string;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token: string;
}

/** A browser that keeps its cookies and follows redirects by hand, as far as one host needs it. */
export function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
}

/** Follows the local identity provider's pages from the request up to the form; returns the form's address. */
export async function openLogin(visit: ReturnType<typeof browser>, url: string): Promise<string> {
  const answer = await visit(url);
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`no redirect: ${answer.status} ${await answer.text()}`);
  return new URL(location, url).href;
}

/** Logs in with code + PKCE, as a person's browser and a public client do together. */
export async function logIn(request: LoginRequest): Promise<TokenAnswer> {
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${request.issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'toestand',
  }).toString();
  const visit = browser();
  const form = await openLogin(visit, start.href);
  const { gebruikersnaam, wachtwoord } = request;
  const body = new URLSearchParams({ gebruikersnaam, wachtwoord });
  let at = form;
  let answer = await visit(form, { method: 'POST', body });
  while (!at.startsWith(request.redirectUri)) {
    if (answer.status === 401) throw new Error('refused');
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`no redirect at ${at}: ${answer.status}`);
    at = new URL(location, at).href;
    if (!at.startsWith(request.redirectUri)) answer = await visit(at);
  }
  const code = new URL(at).searchParams.get('code') ?? '';
  return fetchToken(request.issuer, {
    grant_type: 'authorization_code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    code,
    code_verifier: verifier,
  });
}

/** A token for a system, by client credentials. */
export function systemToken(issuer: string, clientId: string, clientSecret: string): Promise<TokenAnswer> {
  const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return fetchToken(issuer, { grant_type: 'client_credentials' }, { Authorization: `Basic ${credentials}` });
}

async function fetchToken(
  issuer: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as TokenAnswer;
}
