// What the pages for people say is held against the repository. Commands are run by docs-commands.slow.test.ts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { envSchema } from "@/env";
import packageJson from "../../package.json" with { type: "json" };
import { commandsSaid, pathsSaid, repositoryPaths, settingsSaid, settingsShown } from "./docs";
import { proofOf, REGISTER } from "./docs-register";

test("every command that a page names is proven", () => {
  const said = commandsSaid();
  expect(said.length).toBeGreaterThan(15);
  const unknown = said.filter(({ text }) => !proofOf(text));
  expect(unknown, "say in src/tooling/docs-register.ts how each is tried").toEqual([]);
});

test("the register names nothing that no page says", () => {
  const said = new Set(commandsSaid().map(({ text }) => text));
  const needed = new Set(Object.values(REGISTER).flatMap((proof) => (proof.how === "as" ? [proof.command] : [])));
  expect(Object.keys(REGISTER).filter((command) => !said.has(command) && !needed.has(command))).toEqual([]);
});

test("what is said to be run elsewhere is run there", () => {
  const slow = readFileSync("src/tooling/docs-commands.slow.test.ts", "utf8");
  const unproven = [...new Set([...Object.keys(REGISTER), ...commandsSaid().map(({ text }) => text)])].filter(
    (command) => {
      const proof = proofOf(command);
      if (proof?.how === "elsewhere") return !proof.says.test(readFileSync(proof.file, "utf8"));
      if (proof?.how === "run") return !slow.includes(`test("${command}`);
      return proof?.how === "as" && !proofOf(proof.command);
    },
  );
  expect(unproven).toEqual([]);
});

test("every npm script is started by the launcher, which knows it, or by a program of our packages", () => {
  const { stderr } = spawnSync(process.execPath, ["src/processes/launch.mjs"], { encoding: "utf8" });
  const known = /Say one of: (.+)\./.exec(stderr)?.[1]?.split(", ");
  expect(known).toContain("start");
  const scripts: Readonly<Record<string, string>> = packageJson.scripts;
  const packages = { ...packageJson.dependencies, ...packageJson.devDependencies };
  const foreign = Object.entries(scripts).filter(([, script]) => {
    const [program = "", first = "", command = ""] = script.split(" ");
    if (program === "node" && first === "src/processes/launch.mjs") return !known?.includes(command);
    return !(program in packages);
  });
  expect(foreign).toEqual([]);
  const missing = commandsSaid().filter(({ text }) => {
    const name = /^npm run (\S+)/.exec(text)?.[1] ?? /^npm (start|test)\b/.exec(text)?.[1];
    return name !== undefined && !(name in scripts);
  });
  expect(missing).toEqual([]);
});

test("every path that a page names is there", () => {
  const paths = repositoryPaths();
  /** As the pages write it: from the root, from src, or the end of a path; stars for what may stand there. */
  const isThere = (said: string) => {
    const bare = said
      .replaceAll(/[.+?^$()|[\]\\]/g, "\\$&")
      .replaceAll("**/", "\0")
      .replaceAll("*", "[^/]*");
    const choices = bare.replaceAll("\0", "(?:.*/)?").replaceAll("{", "(?:").replaceAll(",", "|").replaceAll("}", ")");
    const pattern = new RegExp(`(^|/)${choices}$`);
    return paths.some((path) => pattern.test(path));
  };
  const said = pathsSaid();
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter(({ text }) => !isThere(text) && !text.startsWith("x-"))).toEqual([]);
});

/** Set by the product for its own processes, or by Node's tools. */
const INNER = ["NODE_ENV", "WEB_PORT", "EMBEDDED_POSTGRES"];

test("settings are read, written down and shown in the example: all of them, and no others", () => {
  const read = Object.keys(envSchema.shape)
    .filter((name) => !INNER.includes(name))
    .sort();
  const said = settingsSaid();
  expect([...new Set(said.map(({ text }) => text))].sort()).toEqual(read);
  expect([...settingsShown()].sort()).toEqual(read);
});
