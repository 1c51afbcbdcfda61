import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Middleware } from 'koa';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const base = '/v1/documentatie/';
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
};

const page = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>UM: beschrijving van de API</title>
<link rel="stylesheet" href="swagger-ui.css">
<link rel="icon" type="image/png" href="favicon-32x32.png">
</head>
<body>
<main id="api"><noscript>Zonder JavaScript: lees <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript></main>
<script src="swagger-ui-bundle.js"></script>
<script src="start.js"></script>
</body>
</html>
`;
const script = `SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#api', docExpansion: 'list' });\n`;

/** The API description as a page for people. */
export const documentation: Middleware = async (ctx, next) => {
  if (!['GET', 'HEAD'].includes(ctx.method) || !`${ctx.path}/`.startsWith(base)) {
    await next();
    return;
  }
  const name = ctx.path.slice(base.length);
  const type = files[name];
  // Swagger UI writes style attributes and draws its icons from data URLs.
  ctx.set(
    'Content-Security-Policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  );
  if (`${ctx.path}/` === base) ctx.redirect(base);
  else if (name === '') send('text/html', page);
  else if (name === 'start.js') send('text/javascript', script);
  else if (type) send(type, createReadStream(join(assets, name)));

  function send(mediaType: string, body: unknown): void {
    ctx.type = mediaType;
    ctx.body = body;
  }
};
