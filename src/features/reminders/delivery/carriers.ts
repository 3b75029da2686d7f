// Who brings what.
import { env } from "@/env";
import { webhookCarrier } from "../webhooks/webhook-carrier";
import { noticeCarrier } from "./notice-carrier";
import { LETTER_WRITERS } from "./notice-letters";
import type { Carriers } from "./use-cases/deliver-due";

export const CARRIERS: Carriers = { mail: noticeCarrier(LETTER_WRITERS),
  webhook: webhookCarrier(() => ({ isPrivateAllowed: env().WEBHOOK_PRIVATE_TARGETS })),
 };
