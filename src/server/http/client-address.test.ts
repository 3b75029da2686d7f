import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

test.each([
  ["without proxies nobody is believed", "10.0.0.1", "6.6.6.6", 0, "10.0.0.1"],
  ["one proxy is believed about whom it saw", "10.0.0.1", "6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
  ["two proxies: the entry before the last", "10.0.0.1", "6.6.6.6, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"],
  ["fewer entries than proxies: the first", "10.0.0.1", "203.0.113.7", 3, "203.0.113.7"],
  ["what isn't an address isn't one", "10.0.0.1", "203.0.113.7, <script>", 1, "10.0.0.1"],
  ["an IPv4 address is written as one", "::ffff:192.0.2.1", undefined, 1, "192.0.2.1"],
  ["IPv6 stays", "10.0.0.1", "2001:db8::1", 1, "2001:db8::1"],
  ["no address at all", undefined, undefined, 0, ""],
])("%s", (_promise, socket, forwarded, proxies, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
});
