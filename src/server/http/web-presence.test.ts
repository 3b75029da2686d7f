import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { isWebPresent } from "./web-presence";

test("the pages are there from the moment that their port answers until it is closed", async () => {
  const web = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => web.once("listening", resolve));
  const { port } = web.address() as AddressInfo;
  expect(await isWebPresent(port)).toBe(true);
  await new Promise((resolve) => web.close(resolve));
  expect(await isWebPresent(port)).toBe(false);
});
