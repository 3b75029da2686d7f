import { env } from "@/env";
import { openidName } from "@/server/auth/openid-provider";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { Entrance } from "../account-contract";
import { isOutboxShown } from "./show-outbox";

/** What the sign-in and sign-up pages offer besides their forms. */
export function describeEntrance(): Entrance {
  return {
    signOnName: openidName(),
    demoPeople: env().DEMO ? [...DEMO_PEOPLE] : [],
    hasOutbox: isOutboxShown(),
  };
}
