// JavaScript that a page names in its HTML, as a browser with modules would load it.
import { gzipSync } from "node:zlib";

export interface FirstLoad {
  readonly status: number;
  /** Addresses of scripts, without those for browsers of before 2018. */
  readonly scripts: readonly string[];
  /** Sum of the scripts, each gzipped by itself. */
  readonly bytes: number;
  readonly htmlBytes: number;
}

const sizes = new Map<string, number>();

export async function firstLoad(origin: string, address: string, cookie: string | undefined): Promise<FirstLoad> {
  const answer = await fetch(`${origin}${address}`, { redirect: "manual", headers: cookie ? { cookie } : {} });
  const html = await answer.text();
  const scripts = [...new Set(scriptsIn(html))];
  let bytes = 0;
  for (const script of scripts) bytes += await sizeOf(new URL(script, origin).href);
  return { status: answer.status, scripts, bytes, htmlBytes: gzipSync(html).length };
}

function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*>/g)].flatMap(([tag]) => {
    const source = /\bsrc="([^"]+)"/.exec(tag)?.[1];
    return source && !/\bnomodule\b/i.test(tag) ? [source.replaceAll("&amp;", "&")] : [];
  });
}

async function sizeOf(url: string): Promise<number> {
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  const size = gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  sizes.set(url, size);
  return size;
}
