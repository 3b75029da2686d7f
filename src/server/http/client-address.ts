import { isIP } from "node:net";

/**
 * Who is calling. Every proxy appends the address it saw, so with `proxies` of ours in front, that many entries from
 * the right are ours and the last of them tells the client; what stands further left anybody may have written.
 * Empty when there is no address.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const direct = plain(socketAddress ?? "");
  if (proxies === 0 || !forwardedFor) return direct;
  const seen = forwardedFor.split(",").map((entry) => plain(entry.trim()));
  const client = seen.at(-Math.min(proxies, seen.length)) ?? "";
  return isIP(client) === 0 ? direct : client;
}

/** An IPv4 address as such, also where a socket for both kinds writes it as IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
