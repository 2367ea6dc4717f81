// The screens: files of the build, and one page for every address that the browser application knows.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, Router } from 'express';
import sirv from 'sirv';
import { contentPolicy } from './security-headers.ts';

const NONCE = '%nonce%';
/** Tells the screens, before anybody signs in, whether this is training. */
const TRAINING = '%training%';

/** Addresses that belong to the API and its pages; nothing there is ever answered with a screen. */
const NOT_SCREENS = /^\/(?:v1|docs|openapi\.json|healthz|readyz|statusz|metrics|page\.css)(?:\/|$)/;

const wantsPage = (request: Request): boolean =>
  request.method === 'GET' && !NOT_SCREENS.test(request.path) && request.accepts(['json', 'html']) === 'html';

/** @param folder where the build lies; without one the next router answers */
export function screensRouter(folder: string, { training }: { readonly training: boolean }): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return router;
  const html = readFileSync(page, 'utf8').replace(TRAINING, training ? 'on' : 'off');
  // Names of assets carry their content's hash: they never change.
  const assets = sirv(join(folder, 'assets'), {
    immutable: true,
    maxAge: 31_536_000,
    brotli: true,
    gzip: true,
  });
  // A build replaced under a running server takes files away: what is gone is not found, and the server lives.
  router.use('/assets', (request, response, next) =>
    existsSync(join(folder, 'assets', request.path)) ? assets(request, response, next) : next(),
  );
  router.get('/favicon.svg', (_request, response) => response.sendFile(join(folder, 'favicon.svg')));
  router.use((request, response, next) => {
    if (!wantsPage(request)) return next();
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentPolicy(nonce));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.end(html.replace(NONCE, nonce));
  });
  return router;
}
