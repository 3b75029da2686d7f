// next-auth's part: the OpenID dance, the CSRF token of the sign-in form, and the encrypted cookie. Everything else,
// the session's row above all, is ours, so that another library could take its place within this folder.
import { CredentialsSignin } from "@auth/core/errors";
import type { JWT, JWTDecodeParams } from "@auth/core/jwt";
import credentials from "@auth/core/providers/credentials";
import type { Account, AuthConfig, User } from "@auth/core/types";
import { eq } from "drizzle-orm";
import { env } from "@/env";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { returnPath } from "@/shared/return-path";
import { accountAdapter } from "./account-adapter";
import { authLogger } from "./auth-logger";
import { isLinkIntended } from "./link-intent";
import { endLoginSession, openLoginSession } from "./login-sessions";
import { openidProvider } from "./openid-provider";
import { RefusedSignIn, signInWithPassword } from "./password-sign-in";
import { type RequestFacts, readRequest } from "./request-facts";
import { authSecrets, decodeSessionCookie, isHttps, readSession, sessionCookieName } from "./session-cookie";
import { ABSOLUTE_LIFETIME } from "./session-rules";

/** A refusal as next-auth passes it on: its `code` reaches the form. */
class CodedSignIn extends CredentialsSignin {
  constructor(override readonly code: string) {
    super();
  }
}

/** next-auth's configuration for one request. */
export function authConfig(db: Db, request: Request): AuthConfig {
  const facts = readRequest(request);
  const openid = openidProvider();
  const page = facts.linkIntent ? "/account" : "/sign-in";
  return {
    basePath: "/api/auth",
    secret: authSecrets(),
    trustHost: true,
    useSecureCookies: isHttps(),
    logger: authLogger,
    pages: { signIn: page, error: page },
    session: { strategy: "jwt", maxAge: ABSOLUTE_LIFETIME / 1000 },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() },
      },
    },
    jwt: { decode: ({ token }) => decodeForLinking(db, facts, token) },
    ...(openid?.issuer ? { adapter: accountAdapter(db, openid.issuer) } : {}),
    providers: [passwordProvider(db, facts), ...(openid ? [openid] : [])],
    callbacks: {
      redirect: ({ url }) => `${env().APP_URL}${ownPath(url)}`,
      signIn: ({ user, account }) => (account?.type === "oidc" ? mayEnter(db, user) : true),
      jwt: ({ token, user, account }) => (account ? openSession(db, facts, user, account) : token),
    },
  };
}

function passwordProvider(db: Db, { ip }: RequestFacts) {
  return credentials({
    id: "password",
    credentials: { email: {}, password: {} },
    async authorize({ email, password }) {
      if (typeof email !== "string" || typeof password !== "string" || password.length > 1024) {
        throw new CodedSignIn("wrong-password");
      }
      try {
        const { userId } = await signInWithPassword(db, { email, password, ip });
        return { id: userId };
      } catch (refused) {
        if (refused instanceof RefusedSignIn) throw new CodedSignIn(refused.code);
        throw refused;
      }
    },
  });
}

/**
 * next-auth decodes the cookie to find whom a sign-on should be linked to. Our answer is nobody, unless the session's
 * row is live and its person has just asked for the link: a revoked or copied cookie must not gain a lasting way in.
 */
async function decodeForLinking(db: Db, facts: RequestFacts, cookie: JWTDecodeParams["token"]): Promise<JWT | null> {
  if (!facts.linkIntent || !cookie) return null;
  const session = await readSession(db, cookie);
  if (!session || !isLinkIntended(facts.linkIntent, session.sessionId)) return null;
  return { sub: session.userId, sid: session.sessionId };
}

/** Decides about a person who comes from the provider; a path means no, and leads to the reason. */
async function mayEnter(db: Db, user: User & { isEmailConfirmed?: boolean; emailVerified?: Date | null }) {
  // Known accounts arrive as rows of ours, which have emailVerified; new ones as the provider describes them.
  const isKnown = user.emailVerified !== undefined;
  if (!isKnown) return user.isEmailConfirmed === true ? true : "/sign-in?error=address-unconfirmed";
  const [row] = await db
    .select({ isDisabled: users.isDisabled })
    .from(users)
    .where(eq(users.id, user.id ?? ""));
  return row && !row.isDisabled ? true : "/sign-in?error=disabled";
}

/** Opens a session of its own for every sign-in, ends the browser's old one, and says what the cookie holds. */
async function openSession(db: Db, facts: RequestFacts, user: User, account: Account): Promise<JWT> {
  if (!user.id) throw new Error("next-auth signed in a person without an id.");
  const sid = await openLoginSession(db, {
    userId: user.id,
    method: account.type === "oidc" ? "oidc" : "password",
    ip: facts.ip,
    userAgent: facts.userAgent,
  });
  const previous = facts.sessionCookie ? await decodeSessionCookie(facts.sessionCookie) : null;
  if (previous) await endLoginSession(db, previous.userId, previous.sessionId);
  return { sub: user.id, sid };
}

/** Path of an address that next-auth would go on to; "/" for any other origin. */
function ownPath(url: string): string {
  if (url.startsWith("/")) return returnPath(url);
  const parsed = URL.parse(url);
  if (parsed?.origin !== env().APP_URL) return "/";
  return returnPath(`${parsed.pathname}${parsed.search}${parsed.hash}`);
}
