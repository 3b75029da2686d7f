// What of a client's address a limit is counted by.
import { isIP, isIPv6 } from "node:net";

/**
 * IPv4 whole; of IPv6 the first 64 bits, since one household or server is given that many addresses and could use a
 * new one for every try. Anything else, such as no address at all, counts as one client.
 */
export function addressKey(ip: string): string {
  if (isIP(ip) === 0) return "unknown";
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  // The URL parser writes every spelling of an address in one way.
  const plain = new URL(`http://[${ip.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - rest.length).fill("0");
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(":")}::/64`;
}
