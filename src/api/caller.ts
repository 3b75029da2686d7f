// Who asks, and a direct way to the procedures, for server components. Apart from rsc.tsx: a page that only asks
// itself, such as sign-in, sends no cache to the browser.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { createCallerFactory } from "@/server/trpc/procedures";
import { createContext } from "./context";
import { appRouter } from "./root";

/** One for each request, so that its session is read once. */
export const requestContext = cache(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return createContext({
    cookie: jar.get(sessionCookieName())?.value,
    ip: head.get("x-real-ip") ?? "",
    userAgent: head.get("user-agent") ?? "",
  });
});

/** Calls a procedure and waits: for pages that must know something before they render. */
export const caller = cache(async () => createCallerFactory(appRouter)(await requestContext()));

/** Who is signed in, or null; read once per request. */
export const currentSession = cache(async () => (await requestContext()).session());
