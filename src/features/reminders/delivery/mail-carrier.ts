// Brings letters to the mail server, and says in plain words why it didn't take one.
import { env } from "@/env";
import { deliver } from "@/server/mail/deliver";
import type { FinishedMail } from "@/server/mail/finished-mail";
import { mailFailure } from "@/server/mail/mail-failure";
import { DeliveryFailure, type Prepared, type WaitingDelivery } from "./carrier";

/** The same at each attempt: who gets a letter twice, since a worker died at the wrong moment, is shown it once. */
function messageIdOf(deliveryId: string): string {
  return `${deliveryId}@${new URL(env().APP_URL).hostname}`;
}

export function mailing(delivery: WaitingDelivery, mail: FinishedMail): Prepared {
  const letter = { ...mail, messageId: messageIdOf(delivery.id) };
  return {
    how: "send",
    send: async () => {
      try {
        await deliver(letter);
      } catch (error) {
        const failure = mailFailure(error);
        throw new DeliveryFailure(failure.words, failure.isPermanent);
      }
    },
  };
}
