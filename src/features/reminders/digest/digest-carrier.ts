// The weekly letter, written as it leaves.
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Carrier } from "../delivery/carrier";
import { mailing } from "../delivery/mail-carrier";
import { heldPreferences } from "../preferences/use-cases/read-preferences";
import { findAddressee } from "./digest-queries";
import { writeDigest } from "./use-cases/write-digest";

export const digestCarrier: Carrier = async (tx, delivery, now) => {
  const { userId, workspaceId } = delivery;
  const scope = userId && (await scopeOfAccepted(tx, userId, workspaceId));
  const to = scope && (await findAddressee(tx, scope));
  const held = scope && (await heldPreferences(scope));
  if (!scope || !to || !held) return { how: "drop", why: "The person is no member any more." };
  if (!held.isMailed || !held.preferences.digest.isOn) return { how: "drop", why: "It isn't wanted any more." };
  const message = await writeDigest(scope, held, delivery.target, now);
  if (!message) return { how: "drop", why: "There was nothing to say any more." };
  // Loaded with the first mail: the templates' library takes memory that an idle worker need not spend.
  const { renderMail } = await import("@/server/mail/render-mail");
  return mailing(delivery, await renderMail(message));
};
