// Somebody's access to a workspace for as long as a subscription is open.
import { openScope, type Scope } from "@/server/access/open-scope";
import { demandSignIn } from "@/server/access/sign-in-wall";
import type { Session } from "@/server/auth/session";
import type { Db, Tx } from "@/server/db/client";
import { readInTransaction } from "@/server/db/transaction";
import { accessTopic } from "@/server/events/announce";
import type { Hearing } from "@/server/events/event-hub";
import type { Events } from "@/server/events/event-listener";
import { AppError } from "@/shared/errors";
import { type Permission, type Role, roleMay } from "@/shared/permissions";
import { toTrpcError } from "./error-map";

/** Access is looked at again after so many milliseconds, changes or none. */
const LOOK_AGAIN = 25_000;

export function signedOut(): AppError {
  return new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again to go on.");
}

interface StandingOptions<P extends Permission> {
  readonly ctx: {
    readonly db: Db;
    readonly sessionNow: (on: Tx) => Promise<Session | null>;
    readonly events: Events;
  };
  readonly userId: string;
  readonly workspaceId: string;
  readonly permission: P;
  readonly signal: AbortSignal | undefined;
}

export class StandingAccess<P extends Permission> {
  private readonly over = new AbortController();
  private refusal: AppError | undefined;

  private constructor(
    private readonly options: StandingOptions<P>,
    readonly session: Session,
    private readonly role: Role,
  ) {}

  /** Throws as `openScope` does, and UNAUTHENTICATED without a session. */
  static async open<P extends Permission>(options: StandingOptions<P>): Promise<StandingAccess<P>> {
    const { session, role } = await look(options);
    return new StandingAccess(options, session, role);
  }

  get workspaceId(): string {
    return this.options.workspaceId;
  }

  /** Aborted when the client has gone or may no longer listen. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  may(permission: Permission): boolean {
    return roleMay(this.role, permission);
  }

  /** Hears a topic of the workspace until the subscription ends. */
  hear(topic: string): Promise<Hearing> {
    return this.options.ctx.events.hear({ workspaceId: this.workspaceId, topic }, this.signal);
  }

  /** Runs `work` in a short transaction of its own, after the same check as at the beginning. */
  inScope<T>(work: (scope: Scope<P>) => Promise<T>): Promise<T> {
    const { ctx, userId, workspaceId, permission } = this.options;
    return readInTransaction(ctx.db, async (tx) => {
      const scope = await openScope(tx, userId, workspaceId, permission);
      demandSignIn(scope, this.session);
      return work(scope);
    });
  }

  /** Runs `work` outside of any workspace, for a word of farewell. */
  get db(): Db {
    return this.options.ctx.db;
  }

  /** The stream while access lasts. */
  async *guard<T>(stream: AsyncIterable<T>): AsyncGenerator<T, void> {
    const { signal } = this.options;
    const leave = () => this.over.abort();
    if (signal?.aborted) return;
    signal?.addEventListener("abort", leave, { once: true });
    const watching = this.watch();
    try {
      for await (const value of stream) yield value;
      if (this.refusal) throw toTrpcError(this.refusal);
    } finally {
      signal?.removeEventListener("abort", leave);
      this.over.abort();
      await watching;
    }
  }

  /**
   * Looks again at every change of membership or session, and after a while in any case; `onRole` gets the role as it is
   * then. Resolves with the refusal when access is lost, or with nothing when the client has gone.
   */
  async follow(onRole: (role: Role) => void): Promise<AppError | undefined> {
    const { signal } = this.options;
    const leave = () => this.over.abort();
    if (signal?.aborted) leave();
    signal?.addEventListener("abort", leave, { once: true });
    await this.watch(onRole);
    return this.refusal;
  }

  /** Ends the stream when access is lost. Never rejects. */
  private async watch(
    onRole = (role: Role) => {
      if (role !== this.role) throw new AppError("CONFLICT", "Your role in this workspace has changed.");
    },
  ): Promise<void> {
    const { ctx, userId } = this.options;
    try {
      const changes = await ctx.events.hear({ workspaceId: null, topic: accessTopic(userId) }, this.signal);
      let change = changes.next();
      while (!this.signal.aborted) {
        // The first time as well: it may have changed between the opening and this moment.
        onRole((await look(this.options)).role);
        const isOver = await withPause(change.then(({ done }) => done ?? false));
        if (isOver) return;
        if (isOver === false) change = changes.next();
      }
    } catch (error) {
      // Whatever hinders the look: without one nobody goes on listening. The browser tries again.
      this.refusal =
        error instanceof AppError ? error : new AppError("UPSTREAM", "The connection has to be made anew.");
      this.over.abort();
    }
  }
}

/** What the promise gives, or undefined when it is time to look again. */
async function withPause<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LOOK_AGAIN, undefined);
  });
  try {
    return await Promise.race([promise, pause]);
  } finally {
    clearTimeout(timer);
  }
}

async function look<P extends Permission>(options: StandingOptions<P>): Promise<{ session: Session; role: Role }> {
  const { ctx, userId, workspaceId, permission } = options;
  return readInTransaction(ctx.db, async (tx) => {
    const session = await ctx.sessionNow(tx);
    if (!session) throw signedOut();
    const scope = await openScope(tx, userId, workspaceId, permission);
    demandSignIn(scope, session);
    return { session, role: scope.role };
  });
}
