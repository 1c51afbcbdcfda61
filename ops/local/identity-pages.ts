import { html } from 'hono/html';
import type { KoaContextWithOIDC } from 'oidc-provider';

type Html = ReturnType<typeof html>;

export interface LoginPage {
  readonly action: string;
  readonly gebruikersnaam: string;
  /** Why the last attempt failed. */
  readonly fout: string | null;
  /** Accounts to choose from, as a help for whoever tries UM out. */
  readonly demo: readonly { readonly gebruikersnaam: string; readonly naam: string }[];
}

/** Asks for the user name and the password. */
export function loginPage({ action, gebruikersnaam, fout, demo }: LoginPage): Html {
  return page(
    'Inloggen bij UM',
    html`${fout === null ? '' : html`<p class="fout" role="alert">${fout}</p>`}
      <form method="post" action="${action}">
        <label for="gebruikersnaam">Gebruikersnaam</label>
        <input
          id="gebruikersnaam"
          name="gebruikersnaam"
          value="${gebruikersnaam}"
          autocomplete="username"
          autocapitalize="none"
          required
        />
        <label for="wachtwoord">Wachtwoord</label>
        <input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password" required />
        <button type="submit">Inloggen</button>
      </form>
      <h2>Demo-accounts</h2>
      <p>
        Deze inlogpagina hoort bij de lokale proefopstelling. Het wachtwoord staat in het overzicht van npm
        start.
      </p>
      <ul>
        ${demo.map((account) => html`<li><code>${account.gebruikersnaam}</code> – ${account.naam}</li>`)}
      </ul>`,
  );
}

/** Says what went wrong with a log-in that cannot go on. */
export function messagePage(title: string, message: string): Html {
  return page(title, html`<p>${message}</p>`);
}

/** oidc-provider's hook for requests that cannot be answered with a redirect. */
export async function errorPage(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
) {
  ctx.type = 'html';
  const detail = out.error_description === undefined ? out.error : `${out.error}: ${out.error_description}`;
  ctx.body = String(await messagePage('Inloggen is niet gelukt', `Begin opnieuw vanuit UM. (${detail})`));
}

/** oidc-provider's hook for logging out; `form` is its own hidden form. */
export async function logoutPage(ctx: KoaContextWithOIDC, form: string) {
  ctx.type = 'html';
  const body = html`<p>Wilt u uitloggen?</p>
    <form-slot></form-slot>
    <button type="submit" form="op.logoutForm" name="logout" value="yes">Uitloggen</button>`;
  ctx.body = String(await page('Uitloggen', body)).replace('<form-slot></form-slot>', form);
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          body {
            font:
              1.125rem/1.5 system-ui,
              sans-serif;
            max-width: 32rem;
            margin: 3rem auto;
            padding: 0 1rem;
            color: #1a1a1a;
            background: #fff;
          }
          label {
            display: block;
            margin-top: 1rem;
            font-weight: 600;
          }
          input,
          button {
            font: inherit;
            padding: 0.5rem;
            box-sizing: border-box;
          }
          input {
            width: 100%;
            border: 1px solid #555;
          }
          button {
            margin-top: 1.5rem;
            padding: 0.5rem 1.5rem;
            color: #fff;
            background: #154273;
            border: 0;
          }
          .fout {
            padding: 0.75rem;
            border-left: 4px solid #c00;
            background: #fdecea;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}
