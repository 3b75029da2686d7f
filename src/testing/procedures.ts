// The router as tests walk it: every procedure by path, with who may call it and what it takes.
import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { appRouter } from "@/api/root";
import type { Session } from "@/server/auth/session";
import type { Connection, Db, Tx } from "@/server/db/client";
import { type Access, createCallerFactory } from "@/server/trpc/procedures";
import { silentEvents } from "./silent-events";

export interface Procedure {
  /** Such as personas.publish. */
  readonly path: string;
  /** Such as personas. */
  readonly router: string;
  readonly type: "query" | "mutation" | "subscription";
  /** Undefined when it was not made by one of our builders. */
  readonly access: Access | undefined;
  /** The strict schema of the whole input; undefined when it takes none. */
  readonly contract: z.ZodType | undefined;
}

interface Definition {
  readonly type: Procedure["type"];
  readonly meta?: { readonly access?: Access };
  readonly inputs: readonly z.ZodType[];
}

// A router's definition is a flat record of its procedures by dotted path; tRPC types it by nesting.
const definitions = appRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>;

export const procedures: readonly Procedure[] = Object.entries(definitions).map(([path, { _def }]) => ({
  path,
  router: path.split(".")[0] ?? path,
  type: _def.type,
  access: _def.meta?.access,
  contract: _def.inputs.at(-1),
}));

const createCaller = createCallerFactory(appRouter);
type Call = (input: unknown) => Promise<unknown>;

/** Calls a procedure by its path as the person would, or as a visitor. */
export function callProcedure(db: Db, session: Session | null, path: string, input: unknown, ip = "192.0.2.1") {
  const context = {
    db,
    claimedUserId: async () => session?.userId ?? null,
    session: async () => session,
    sessionNow: async () => session,
    events: silentEvents(),
  };
  const caller: unknown = createCaller({ ...context, ip, userAgent: "test" });
  const procedure = path.split(".").reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], caller);
  return (procedure as Call)(input);
}

/** tRPC's code of a refusal, "OK" for none. */
export async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "OK";
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}

/** Runs `work` as the product would and undoes all of it, also what succeeded. */
export async function undone<T>(connection: Connection, work: (db: Db, tx: Tx) => Promise<T>): Promise<T> {
  const undo = new Error("undo");
  let result: { readonly value: T } | undefined;
  try {
    await connection.db.transaction(async (tx) => {
      // A transaction within it becomes a savepoint; the rate limiter asks the driver, past every transaction.
      const db = Object.assign(tx, { $client: connection.sql }) as unknown as Db;
      result = { value: await work(db, tx) };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (!result) throw new Error("The work ended without a result.");
  return result.value;
}
