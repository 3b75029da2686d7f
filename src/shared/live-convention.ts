// What browser and server say to each other about live documents, beside the documents themselves.

/** Where the socket is. */
export const LIVE_PATH = "/collab";

/**
 * Why a connection was refused or closed. For good until something else changes: `signed-out`, `no-access`, `gone`,
 * `schema` (the page is older than the server), `too-large` and `foreign` (the last update). The others pass.
 */
export type CloseReason =
  | "signed-out"
  | "no-access"
  | "gone"
  | "schema"
  | "crowded"
  | "too-large"
  | "foreign"
  | "full"
  | "gap"
  | "read-only"
  | "unwritten"
  | "unavailable";

/** What a refusal of the product means on a socket. */
export const CLOSE_REASONS: Readonly<Record<string, CloseReason>> = {
  UNAUTHENTICATED: "signed-out",
  FORBIDDEN: "no-access",
  NOT_FOUND: "gone",
  CONFLICT: "unavailable",
  UPSTREAM: "unavailable",
};
