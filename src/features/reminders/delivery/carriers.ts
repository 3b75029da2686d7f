// Who brings what.
import { env } from "@/env";
import { digestCarrier } from "../digest/digest-carrier";
import { webhookCarrier } from "../webhooks/webhook-carrier";
import { noticeCarrier } from "./notice-carrier";
import { LETTER_WRITERS } from "./notice-letters";
import type { Carriers } from "./use-cases/deliver-due";

export const CARRIERS: Carriers = {
  mail: noticeCarrier(LETTER_WRITERS),
  digest: digestCarrier,
  webhook: webhookCarrier(() => ({ isPrivateAllowed: env().WEBHOOK_PRIVATE_TARGETS })),
};
