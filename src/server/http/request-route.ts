// What a request is called in log and metrics: one of a number of names that no visitor can add to.
import { API_PATH, CALENDAR_PATH, DOWNLOAD_PATH, UPLOAD_PATH } from "@/shared/api-convention";

export interface NamedRoute {
  /** A procedure, "batch" of several, or a pattern of paths. */
  readonly route: string;
  /** Of a batch, each once. */
  readonly calls?: readonly string[];
  /** Asked for by machines all the time: files of pages, probes. */
  readonly isQuiet: boolean;
}

export interface KnownRoutes {
  readonly isProcedure: (name: string) => boolean;
  /** The pattern of a page's path. */
  readonly pageOf: (path: string) => string | undefined;
}

const PROBES = new Set(["/api/health", "/api/ready", "/api/metrics"]);
/** Of paths that go on with a secret or a name. */
const PREFIXES = [UPLOAD_PATH, CALENDAR_PATH];

/** `path` without query, as the front door reads it. */
export function namedRoute(path: string, { isProcedure, pageOf }: KnownRoutes): NamedRoute {
  if (path.startsWith(`${API_PATH}/`)) {
    const asked = path.slice(API_PATH.length + 1).split(",", 20);
    const names = [...new Set(asked.map((name) => (isProcedure(name) ? name : "unknown")))];
    const [only] = names;
    return names.length === 1 && only
      ? { route: only, isQuiet: false }
      : { route: "batch", calls: names, isQuiet: false };
  }
  if (PROBES.has(path)) return { route: path, isQuiet: true };
  if (path.startsWith("/_next/")) return { route: "/_next", isQuiet: true };
  if (path === DOWNLOAD_PATH) return { route: path, isQuiet: false };
  const prefix = PREFIXES.find((one) => path.startsWith(`${one}/`));
  if (prefix) return { route: prefix, isQuiet: false };
  return { route: pageOf(path) ?? "other", isQuiet: /^\/(portraits|pictures|icon)\b/.test(path) };
}
