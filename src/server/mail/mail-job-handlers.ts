import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { deliver } from "./deliver";
import { sendMail } from "./mail-jobs";

const sendMailHandler = handleJob(sendMail, async (message) => {
  // Loaded with the first mail: the templates' library takes memory that an idle worker need not spend.
  const { renderMail } = await import("./render-mail");
  await deliver(await renderMail(message));
});

export const mailJobHandlers: readonly JobHandler[] = [sendMailHandler];
