import { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { DemoGebruiker, DemoGemeente } from './demo.ts';
import { errorPage, logoutPage } from './identity-pages.ts';
import type { IdentityKeys } from './identity-keys.ts';
import { identityStore } from './identity-store.ts';

/** Audience of the access tokens, and the resource that clients may ask for by name. */
export const umAudience = 'urn:um:api';
/** The client of people's browsers: public, so code + PKCE. */
export const portalClientId = 'um-portaal';

export interface IdentityOptions {
  readonly gemeenten: readonly (DemoGemeente & { readonly clientSecret: string })[];
  readonly gebruikers: readonly DemoGebruiker[];
  /** Where people may be sent back to, besides any port of this machine at /callback. */
  readonly portalUrl: string;
  readonly keys: IdentityKeys;
}

const hour = 3_600;
const scope = 'um';

/** What UM needs of an identity provider, as oidc-provider wants it told. */
export function identityConfiguration(options: IdentityOptions): Configuration {
  const { gebruikers, gemeenten, keys, portalUrl } = options;
  return {
    clients: [
      {
        client_id: portalClientId,
        client_name: 'UM',
        // "native" is what the standard calls a client on this very machine: http, and any port.
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [
          `${portalUrl}/portaal/terug`,
          'http://127.0.0.1/callback',
          'http://localhost/callback',
        ],
        post_logout_redirect_uris: [`${portalUrl}/portaal`],
      },
      ...gemeenten.map(({ clientId, clientSecret, naam }) => ({
        client_id: clientId,
        client_secret: clientSecret,
        client_name: naam,
        token_endpoint_auth_method: 'client_secret_basic' as const,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      })),
    ],
    adapter: identityStore(),
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookie],
      // Cookies of one host reach all its ports; these names keep two stacks side by side apart from each other.
      names: { session: 'um-idp-sessie', interaction: 'um-idp-stap', resume: 'um-idp-verder' },
    },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'oin', 'rollen'], profile: ['naam'] },
    // Every access token is for the API, so there is no page for which another kind would be needed.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => umAudience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: umAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    pkce: { required: () => true },
    ttl: {
      Interaction: hour,
      Session: 8 * hour,
      Grant: 8 * hour,
      IdToken: hour,
      AuthorizationCode: 60,
      ClientCredentials: hour,
      AccessToken: hour,
    },
    interactions: { url: (_, { uid }) => `/inloggen/${uid}`, policy: loginOnly() },
    renderError: errorPage,
    findAccount: (_, gebruikersnaam) => {
      const account = gebruikers.find((gebruiker) => gebruiker.gebruikersnaam === gebruikersnaam);
      return (
        account && {
          accountId: gebruikersnaam,
          claims: () => ({ sub: gebruikersnaam, ...claimsOf(account) }),
        }
      );
    },
    extraTokenClaims: (_, token) => {
      const party =
        token.kind === 'AccessToken'
          ? gebruikers.find(({ gebruikersnaam }) => gebruikersnaam === token.accountId)
          : gemeenten.find(({ clientId }) => clientId === token.clientId);
      return party && claimsOf(party);
    },
    loadExistingGrant: grantEverything,
  };
}

function claimsOf({ oin, rollen, naam }: DemoGemeente | DemoGebruiker) {
  return { oin, rollen: [...rollen], naam };
}

/** A native client would be asked for consent at every log-in; this one is UM itself. */
function loginOnly() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

/** UM's own client asks for nothing that a person would have to agree to. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(umAudience, scope);
  await grant.save();
  return grant;
}
