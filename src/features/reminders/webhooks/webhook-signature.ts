// The Standard Webhooks scheme (standardwebhooks.com): who has the secret can tell our calls from anybody's.
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

export const newSecret = (): Uint8Array => randomBytes(32);

/** As it is told and as libraries take it. */
export const secretText = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString("base64")}`;

interface Signers {
  readonly secret: Uint8Array;
  readonly previousSecret: Uint8Array | null;
  readonly previousUntil: Date | null;
}

interface Message {
  /** The same for every try, so that the other side can tell a second one. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
}

/** Signed with the secret before as well for as long as that is good: one of the signatures has to match. */
export function signatureHeaders(
  { secret, previousSecret, previousUntil }: Signers,
  { id, body, now }: Message,
): Readonly<Record<string, string>> {
  const isPreviousGood = previousSecret !== null && previousUntil !== null && previousUntil > now;
  const secrets = isPreviousGood ? [secret, previousSecret] : [secret];
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": secrets
      .map((one) => new Webhook(Buffer.from(one).toString("base64")).sign(id, now, body))
      .join(" "),
  };
}
