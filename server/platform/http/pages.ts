// The pages that need no login: what this is, and the documentation of the API, all served from here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Response, Router } from 'express';
import { DOCS_HTML, DOCS_SCRIPT, HOME_HTML, PAGE_STYLE } from './page-texts.ts';

const require = createRequire(import.meta.url);

/** The few files of Swagger UI that the page needs; the package holds many more. */
const DOCS_FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

function send(response: Response, mediaType: string, content: string | Buffer, cache: string): void {
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Cache-Control', cache);
  response.end(content);
}

const HTML = 'text/html; charset=utf-8';

/** @param describe makes the OpenAPI document; called once, when it is first asked for */
export function pagesRouter(describe: () => unknown): Router {
  const router = Router({ strict: true });
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  const files = new Map<string, Buffer>();
  let description: string | undefined;

  router.get('/', (_request, response) => send(response, HTML, HOME_HTML, 'no-cache'));
  router.get('/page.css', (_request, response) =>
    send(response, 'text/css; charset=utf-8', PAGE_STYLE, 'no-cache'),
  );
  router.get('/openapi.json', (_request, response) => {
    description ??= JSON.stringify(describe());
    send(response, 'application/json; charset=utf-8', description, 'no-cache');
  });
  router.get(['/docs', '/docs/'], (_request, response) => send(response, HTML, DOCS_HTML, 'no-cache'));
  router.get('/docs/init.js', (_request, response) =>
    send(response, 'text/javascript; charset=utf-8', DOCS_SCRIPT, 'no-cache'),
  );
  for (const [name, mediaType] of Object.entries(DOCS_FILES)) {
    router.get(`/docs/${name}`, (_request, response) => {
      let content = files.get(name);
      if (!content) {
        content = readFileSync(join(folder, name));
        files.set(name, content);
      }
      send(response, mediaType, content, 'public, max-age=86400');
    });
  }
  return router;
}
