// Runs dependency-cruiser with the rules of boundaries.mjs and hands back what it saw.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Files of ours that were read. Zero means that nothing was checked, whatever the violations say. */
  readonly modules: number;
  readonly violations: readonly Violation[];
}

interface Summary {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const run = promisify(execFile);
const CLI = fileURLToPath(new URL("../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", import.meta.url));
const RULES = fileURLToPath(new URL("boundaries.mjs", import.meta.url));

/** Cruises `folders` of the tree at `root`, which needs a tsconfig.json. Throws when the tool itself fails. */
export async function cruise(root: string, folders: readonly string[]): Promise<Cruise> {
  const { stdout } = await run(process.execPath, [CLI, "--config", RULES, "--output-type", "json", ...folders], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  });
  const result = JSON.parse(stdout) as Summary;
  return {
    modules: result.modules.filter(({ source }) => /^(src|e2e)\//.test(source)).length,
    violations: result.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  };
}
