import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginBuild, isFresh } from "./build-state.mjs";

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "build-state-"));
  write("package-lock.json", "{}");
  write("src/a.ts", "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("nothing is fresh before it was built, and a build that was broken off isn't either", () => {
  expect(isFresh(root, "dist")).toBe(false);
  beginBuild(root, "dist");
  expect(isFresh(root, "dist")).toBe(false);
});

test.each<[string, () => void]>([
  ["a changed source", () => write("src/a.ts", "2")],
  ["a new source", () => write("src/b/c.ts", "1")],
  ["a source less", () => rmSync(path.join(root, "src/a.ts"))],
  ["another package", () => write("package-lock.json", '{"a":1}')],
])("%s makes a build stale", (_what, change) => {
  beginBuild(root, "dist")();
  expect(isFresh(root, "dist")).toBe(true);
  change();
  expect(isFresh(root, "dist")).toBe(false);
});

test("a change while building makes the build stale", () => {
  const done = beginBuild(root, "dist");
  write("src/a.ts", "2");
  done();
  expect(isFresh(root, "dist")).toBe(false);
});

test.each<[string, () => void]>([
  ["a checkout that only touches files", () => utimesSync(path.join(root, "src/a.ts"), 1, 1)],
  ["a test", () => write("src/a.test.ts", "1")],
  ["what checks the sources", () => write("src/tooling/rules.ts", "1")],
])("%s leaves a build fresh", (_what, change) => {
  beginBuild(root, "dist")();
  change();
  expect(isFresh(root, "dist")).toBe(true);
});
