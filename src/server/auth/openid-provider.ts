// Single sign-on with one OpenID provider, named by the environment.
import { customFetch } from "@auth/core";
import type { OIDCConfig } from "@auth/core/providers";
import type { TokenSet } from "@auth/core/types";
import { env } from "@/env";
import { emailAddress } from "@/shared/email-address";
import { requiredLine } from "@/shared/text-schemas";

/** Part of the address that the provider sends people back to; stays when the provider changes. */
export const OPENID_PROVIDER_ID = "oidc";

const PROVIDER_TIMEOUT = 10_000;

/** Name of the provider for the button, or null when there is none. */
export function openidName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env();
  return OIDC_ISSUER && OIDC_CLIENT_ID ? OIDC_NAME : null;
}

export interface OpenidClaims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
  readonly preferred_username?: string;
}

/** A person as the provider describes them. */
interface OpenidPerson {
  readonly id: string;
  readonly name: string;
  /** Normalised; empty when the provider tells none, or one that can't be an address. */
  readonly email: string;
  readonly isEmailConfirmed: boolean;
}

function readClaims(claims: OpenidClaims): OpenidPerson {
  const email = emailAddress.safeParse(claims.email).data ?? "";
  const called = [claims.name, claims.preferred_username, email.split("@")[0], "Unnamed"];
  const name = called.map((text) => requiredLine(80).safeParse(text?.slice(0, 80)).data).find(Boolean) ?? "Unnamed";
  // A few providers send the text "true"; anything else, and nothing, is no.
  const isEmailConfirmed = email !== "" && (claims.email_verified === true || claims.email_verified === "true");
  return { id: claims.sub, name, email, isEmailConfirmed };
}

/** What a JWT says, for one that is known to be good. */
function idTokenClaims(token: string): Partial<OpenidClaims> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

/** next-auth's provider, or null when the environment names none. */
export function openidProvider(): OIDCConfig<OpenidClaims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null;
  return {
    id: OPENID_PROVIDER_ID,
    name: OIDC_NAME,
    type: "oidc",
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    ...(OIDC_CLIENT_SECRET
      ? { clientSecret: OIDC_CLIENT_SECRET }
      : { client: { token_endpoint_auth_method: "none" as const } }),
    checks: ["pkce", "state", "nonce"],
    // Providers differ in where they put the address: by the standard it is in the user info, some only fill the
    // ID token. Both are read; next-auth has validated the ID token, and that both have the same subject.
    idToken: false,
    profile: (userInfo: OpenidClaims, tokens: TokenSet) => {
      const claims: OpenidClaims = tokens.id_token ? { ...idTokenClaims(tokens.id_token), ...userInfo } : userInfo;
      return { ...readClaims(claims) };
    },
    [customFetch]: (input: string | URL | Request, init?: RequestInit) =>
      fetch(input, { ...init, signal: AbortSignal.timeout(PROVIDER_TIMEOUT) }),
  };
}
