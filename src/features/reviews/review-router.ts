import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { decideProcedures } from "./deciding/decide-procedures";
import { guestProcedures } from "./guests/guest-procedures";
import { minutesProcedures } from "./minutes/minutes-procedures";
import { planningProcedures } from "./planning/planning-procedures";
import { sessionInput } from "./review-contract";
import { roomProcedures } from "./room/room-procedures";
import { taskProcedures } from "./tasks/task-procedures";
import { trustProcedures } from "./trust/trust-procedures";
import { readSession } from "./use-cases/read-session";

export function reviewRouter(kinds: DocumentKinds) {
  return router({
    session: workspaceProcedure("review.follow")
      .input(sessionInput)
      .query(({ ctx, input }) => readSession(ctx.scope, input.sessionId)),
    ...planningProcedures,
    ...minutesProcedures(kinds),
    ...guestProcedures(kinds),
    ...decideProcedures(kinds),
    ...taskProcedures,
    ...trustProcedures,
    ...roomProcedures(kinds),
  });
}
