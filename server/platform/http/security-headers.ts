// What browsers are told: run nothing that does not come from here as a file, embed nothing, guess nothing.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  // A dossier is shown in a frame of bytes that the page itself fetched.
  'frame-src': ['blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/**
 * The content policy as a header.
 * @param nonce number of one page: style elements that carry it are allowed, besides style sheets from here
 */
export function contentPolicy(nonce?: string): string {
  return Object.entries(POLICY)
    .map(([directive, sources]) =>
      [
        directive,
        ...sources,
        ...(nonce !== undefined && directive === 'style-src' ? [`'nonce-${nonce}'`] : []),
      ].join(' '),
    )
    .join(';');
}

export const securityHeaders = (): RequestHandler => {
  const rest = helmet({
    contentSecurityPolicy: false,
    // Headers for browsers of long ago; they would only lengthen every answer.
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  const policy = contentPolicy();
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    rest(request, response, next);
  };
};
