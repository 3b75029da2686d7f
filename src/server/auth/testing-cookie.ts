// The cookie of a sign-in without its form, for tests and measurements of processes that have no pages.
import { encode } from "@auth/core/jwt";

interface MadeCookie {
  readonly name: string;
  readonly secret: string;
  readonly userId: string;
  readonly sessionId: string;
}

/** The value of the Cookie header, for a process that has this secret and gives its cookie this name. */
export async function madeCookie({ name, secret, userId, sessionId }: MadeCookie): Promise<string> {
  return `${name}=${await encode({ token: { sub: userId, sid: sessionId }, secret, salt: name })}`;
}
