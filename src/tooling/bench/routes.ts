// Every page of the product as an address of the demo. A new page with a new parameter says here what to put in.
import { readdirSync } from "node:fs";
import path from "node:path";

/** Page files by their route, such as /w/[slug]/personas. */
export function pageRoutes(root: string): readonly string[] {
  const app = path.join(root, "src/app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /(^|\/)page\.tsx$/.test(name))
    .map((name) => `/${name.replace(/\/?page\.tsx$/, "")}`.replace(/\/\([^)]+\)/g, ""))
    .map((route) => route || "/")
    .sort();
}

/** Values of parameters by name, or by the beginning of the route and name. */
export type RouteValues = Readonly<Record<string, string>>;

/** Throws when a parameter has no value. */
export function addressOf(route: string, values: RouteValues): string {
  const query = values[`${route}?`];
  const address = route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const kind = /\/(personas|segments|scenarios)\//.exec(route)?.[1];
    const value = (kind && values[`${kind}.${name}`]) ?? values[name];
    if (value === undefined) throw new Error(`${route} needs a value for ${name}: add it in src/tooling/bench.`);
    return value;
  });
  return query === undefined ? address : `${address}?${query}`;
}
