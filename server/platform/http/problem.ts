// Turns whatever went wrong into one problem document (RFC 9457) in the caller's language; the only place that does.

import type { ErrorRequestHandler, Response } from 'express';
import { ZodError } from 'zod';
import type { Locale } from '../../domain/access/actor.ts';
import { PROBLEMS, Problem, type ProblemCode } from '../../domain/errors.ts';
import { asProblem } from '../database/problems.ts';
import { problemDetails, problemTitles } from '../i18n/problems.ts';
import { faultText } from '../i18n/texts.ts';
import type { Logger } from '../logger.ts';
import { contextOf, localeOf } from './context.ts';
import { toFaults } from './faults.ts';

/** @returns the public form of a problem */
export function problemDocument(
  problem: Problem,
  requestId: string,
  locale: Locale,
): Record<string, unknown> {
  const { code, faults, extra } = problem;
  return {
    ...extra,
    type: `urn:izdoo:problem:${code}`,
    title: problemTitles[code][locale],
    status: PROBLEMS[code],
    detail: problemDetails[code]?.[locale] ?? extra['detail'],
    instance: `urn:izdoo:request:${requestId}`,
    code,
    errors:
      faults.length === 0
        ? undefined
        : faults.map((fault) => ({
            ...fault.params,
            at: fault.at,
            code: fault.code,
            message: faultText(fault.code, locale, fault.params),
          })),
  };
}

/** Errors of Express and its parsers, by their `type` or their status. */
function knownCode(error: { type?: unknown; status?: unknown }): ProblemCode | null {
  switch (error.type) {
    case 'entity.too.large':
      return 'too-large';
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return 'unsupported-media-type';
    default:
      return error.status === 400 ? 'malformed-request' : null;
  }
}

/** @returns the problem that an error stands for; an unknown one is `internal-error` and keeps its cause to itself */
export function toProblem(thrown: unknown): Problem {
  // A database that is away is `unavailable`, wherever it was asked.
  const error = asProblem(thrown);
  if (error instanceof Problem) return error;
  const code = typeof error === 'object' && error !== null ? knownCode(error) : null;
  if (code) return new Problem(code);
  const problem = new Problem('internal-error');
  problem.cause = error;
  return problem;
}

/** Writes the document and the headers that belong to its status. */
export function sendProblem(response: Response, problem: Problem, requestId: string, locale: Locale): void {
  const status = PROBLEMS[problem.code];
  const body = JSON.stringify(problemDocument(problem, requestId, locale));
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.setHeader('Content-Language', locale);
  response.setHeader('Cache-Control', 'no-store');
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="izdoo"');
  const wait = problem.extra['retryAfter'];
  if (typeof wait === 'number') response.setHeader('Retry-After', String(Math.ceil(wait)));
  else if (problem.code === 'unavailable') response.setHeader('Retry-After', '5');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

/** What is wrong in one text, for clients that read nothing else. */
const withDetail = ({ code, faults, extra }: Problem, locale: Locale): Problem => {
  const lines = faults.map((fault) => `${fault.at}: ${faultText(fault.code, locale, fault.params)}`);
  return new Problem(code, faults, { detail: [problemTitles[code][locale], ...lines].join('; '), ...extra });
};

const isAbort = (error: unknown): boolean =>
  (error as { type?: string; code?: string } | null)?.type === 'request.aborted' ||
  (error as { code?: string } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';

/**
 * The last handler of the app.
 * @param translate tells what an error of the database means, where it is known
 */
export const problemHandler =
  (logger: Logger, translate: (error: unknown) => unknown = (error) => error): ErrorRequestHandler =>
  (error, request, response, _next) => {
    const context = contextOf(request);
    // Nobody is listening any more: there is no answer to give and nothing to mend.
    if (isAbort(error) || response.destroyed) {
      response.destroy();
      return;
    }
    const problem = toProblem(translate(error));
    if (PROBLEMS[problem.code] >= 500) {
      const { requestId, route } = context;
      const err = problem.cause ?? problem;
      // Of a result that does not fit its schema the places are named, never the values.
      const places =
        err instanceof ZodError ? toFaults(err, 'body', undefined).map(({ at }) => at) : undefined;
      logger.error({ requestId, route, err, places }, 'request failed');
    }
    if (response.headersSent) {
      // Half an answer must not look like a whole one.
      response.destroy();
      return;
    }
    sendProblem(
      response,
      context.detailed ? withDetail(problem, localeOf(context)) : problem,
      context.requestId,
      localeOf(context),
    );
  };
