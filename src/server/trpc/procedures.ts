// The only way to make a procedure. Each builder demands to be told who may call it, so forgetting does not compile.
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { openScope, type Scope } from "@/server/access/open-scope";
import { demandSignIn } from "@/server/access/sign-in-wall";
import type { Session } from "@/server/auth/session";
import type { Db, Tx } from "@/server/db/client";
import { inTransaction, readInTransaction } from "@/server/db/transaction";
import type { Events } from "@/server/events/event-listener";
import { AppError } from "@/shared/errors";
import type { Permission } from "@/shared/permissions";
import { formatError, toTrpcError } from "./error-map";
import { StandingAccess, signedOut } from "./standing-access";

/** What a request brings; made once per request by `api/context.ts`. */
export interface RequestContext {
  readonly db: Db;
  /** Whose cookie it is, which its encryption proves; whether the session still lives only its row tells. */
  readonly claimedUserId: () => Promise<string | null>;
  /**
   * Reads the session's row on first use; null for a visitor. Throws only when the database can't answer. Within a
   * transaction it must be asked by that one: with a second connection each, requests could wait for one another.
   */
  readonly session: (on?: Tx) => Promise<Session | null>;
  /** Reads the row anew: for what stays open longer than a request. */
  readonly sessionNow: (on: Tx) => Promise<Session | null>;
  /** What is announced while a subscription is open. */
  readonly events: Events;
  /** Address of the client as far as it can be trusted, for rate limits and the session list. */
  readonly ip: string;
  readonly userAgent: string;
}

/** Who may call a procedure; the census test refuses one without it. */
export type Access = { visitor: true } | { signedIn: true } | { permission: Permission };

const t = initTRPC
  .context<RequestContext>()
  .meta<{ access: Access }>()
  .create({
    errorFormatter: formatError,
    isDev: false,
    // A stream that is silent for longer than two pings is dead, whatever the socket says.
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns refusals of the product into tRPC's, for every procedure. */
const translated = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw toTrpcError(result.error.cause);
  return result;
});

/** Anyone, signed in or not. Rate limits are the procedure's own duty. */
export const visitorProcedure = translated.meta({ access: { visitor: true } });

function requireSession(session: Session | null): Session {
  if (!session) throw signedOut();
  return session;
}

/** A signed-in person, outside of any workspace. */
export const signedInProcedure = translated.meta({ access: { signedIn: true } }).use(async ({ ctx, next }) => {
  return next({ ctx: { session: requireSession(await ctx.session()) } });
});

/**
 * A member of the workspace named by `input.workspaceId` who holds the permission. The whole procedure runs in one
 * transaction that sees that workspace alone; it is rolled back when the procedure fails.
 */
export function workspaceProcedure<P extends Permission>(permission: P) {
  return (
    translated
      .meta({ access: { permission } })
      // Each contract is strict and names workspaceId itself; here it is only picked out.
      .input(z.object({ workspaceId: z.uuid() }))
      .use(async ({ ctx, input, next, type }) => {
        const userId = await ctx.claimedUserId();
        if (userId === null) throw signedOut();
        const transact = type === "query" ? readInTransaction : inTransaction;
        return transact(ctx.db, async (tx) => {
          // Both are asked at once, and told in order: a stranger without a session learns of no workspace.
          const asked = ctx.session(tx);
          const opened = openScope(tx, userId, input.workspaceId, permission);
          opened.catch(() => {});
          const session = requireSession(await asked);
          const scope: Scope<P> = await opened;
          demandSignIn(scope, session);
          const result = await next({ ctx: { session, scope } });
          // Thrown, so that the transaction rolls back; tRPC would otherwise hand the failure on as a value.
          if (!result.ok) throw result.error;
          return result;
        });
      })
  );
}

/**
 * As `workspaceProcedure`, for queries that take longer than a connection may be held: the permission is checked first, and
 * `ctx.inScope` runs what it is given in a short transaction of its own after the same check.
 */
export function workspaceQuestion<P extends Permission>(permission: P) {
  return translated
    .meta({ access: { permission } })
    .input(z.object({ workspaceId: z.uuid() }))
    .use(async ({ ctx, input, next }) => {
      const userId = await ctx.claimedUserId();
      if (userId === null) throw signedOut();
      const inScope = <T>(work: (scope: Scope<P>) => Promise<T>): Promise<T> =>
        readInTransaction(ctx.db, async (tx) => {
          const asked = ctx.sessionNow(tx);
          const opened = openScope(tx, userId, input.workspaceId, permission);
          opened.catch(() => {});
          const session = requireSession(await asked);
          const scope = await opened;
          demandSignIn(scope, session);
          return work(scope);
        });
      await inScope(async () => {});
      return next({ ctx: { inScope } });
    });
}

/**
 * A subscription of a member who holds the permission. It holds no connection while it is open: `ctx.standing` opens
 * a transaction when one is needed. Access is looked at again at least every 30 seconds, and at once when the
 * person's membership or session changes; who has lost it gets the refusal, and the stream ends.
 */
export function workspaceSubscription<P extends Permission>(permission: P) {
  return translated
    .meta({ access: { permission } })
    .input(z.object({ workspaceId: z.uuid() }))
    .use(async ({ ctx, input, next, signal }) => {
      const userId = await ctx.claimedUserId();
      if (userId === null) throw signedOut();
      const standing = await StandingAccess.open({ ctx, userId, workspaceId: input.workspaceId, permission, signal });
      const result = await next({ ctx: { standing } });
      if (!result.ok) throw result.error;
      return { ...result, data: standing.guard(result.data as AsyncIterable<unknown>) } as typeof result;
    });
}
