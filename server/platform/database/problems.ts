// Errors of the database in the words of the problem catalogue.
import { Problem } from '../../domain/errors.ts';
import { Prisma } from './generated/client.ts';

const UNREACHABLE = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|57P0|08|53300)/;

/** PostgreSQL's own code where Prisma wrapped its error, for example while the server is starting up. */
function originalCode(error: unknown): string | undefined {
  const wrapped = error as { meta?: { driverAdapterError?: unknown } } | null;
  const adapter = (wrapped?.meta?.driverAdapterError ?? wrapped) as {
    cause?: { originalCode?: unknown };
  } | null;
  const code = adapter?.cause?.originalCode;
  return typeof code === 'string' ? code : undefined;
}

/** Whether the same may succeed a moment later. */
export const isUnreachable = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: string };
  return (
    [code, originalCode(error)].some((text) => typeof text === 'string' && UNREACHABLE.test(text)) ||
    /connection terminated|timeout (exceeded when trying to connect|expired)|connect ECONNREFUSED/i.test(
      message ?? '',
    )
  );
};

/** @returns the error as a problem where its meaning is known, or the error itself */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2002' || error.code === 'P2034') return new Problem('conflict');
    if (error.code === 'P2025') return new Problem('not-found');
    // P2028: no connection was free in time to begin a transaction, or it ran out of time.
    if (['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'].includes(error.code))
      return unavailable(error);
  }
  return isUnreachable(error) ? unavailable(error) : error;
}

function unavailable(cause: unknown): Problem {
  const problem = new Problem('unavailable');
  problem.cause = cause;
  return problem;
}
