import { defineJob } from "@/server/jobs/enqueue";
import { mailMessage } from "./mail-message";

/** Sends one mail to one person. Tried again with growing pauses when the mail server refuses. */
export const sendMail = defineJob("mail.send", mailMessage);
