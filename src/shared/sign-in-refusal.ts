// Why somebody was not signed in: a code on the wire, a sentence on the screen. The page's address carries the code
// after single sign-on, so only known codes are ever shown as text.
import { waitingTime } from "./waiting-time";

const SENTENCES = {
  "wrong-password": "This address and password don't belong together. Check both, or reset the password.",
  unverified: "Confirm your address first: open the link in the mail we sent you when you signed up.",
  disabled: "This account is switched off. Ask the person who runs this installation.",
  busy: "Too many people are signing in at this moment. Try again in a few seconds.",
  "address-unconfirmed":
    "Your provider doesn't say that your e-mail address is confirmed, so we can't tell that it is yours. Confirm it there, or sign up with a password.",
  "address-taken":
    "Somebody already has an account here with your address. If that is you, sign in with your password; under Account you can then connect the two.",
  "linked-elsewhere": "This sign-on already belongs to another account here.",
  cancelled: "Signing in was cancelled at your provider. Try again, or use a password.",
  stale: "That took too long, or this browser runs no scripts or keeps no cookies. Try again.",
  failed: "Signing in didn't work because of a problem on our side or at your provider. Try again in a moment.",
} as const;

export type SignInRefusal = keyof typeof SENTENCES;

/** next-auth's own words for what went wrong, as they arrive in `?error=`. */
const NEXT_AUTH_ERRORS = new Map<string, SignInRefusal>([
  ["OAuthAccountNotLinked", "address-taken"],
  ["OAuthCallbackError", "cancelled"],
  ["MissingCSRF", "stale"],
]);

/** The code for too many tries; it carries how long to wait. */
export function limitCode(seconds: number): string {
  return `limit-${Math.ceil(seconds)}`;
}

/** Sentence for `?error=…&code=…`; an unknown error is a failure, never silence. */
export function signInRefusal(error: string, code?: string | null): { code: SignInRefusal | "limit"; text: string } {
  const named = error === "CredentialsSignin" && code ? code : error;
  const limit = /^limit-(\d{1,6})$/.exec(named)?.[1];
  if (limit) return { code: "limit", text: `Too many tries. Try again ${waitingTime(Number(limit))}.` };
  const known = NEXT_AUTH_ERRORS.get(named) ?? (Object.hasOwn(SENTENCES, named) ? (named as SignInRefusal) : "failed");
  return { code: known, text: SENTENCES[known] };
}

/** Sentence for single sign-on that could not be connected to the account of who is signed in. */
export function linkRefusal(error: string): string {
  if (error === "OAuthAccountNotLinked") return SENTENCES["linked-elsewhere"];
  return signInRefusal(error).text;
}
