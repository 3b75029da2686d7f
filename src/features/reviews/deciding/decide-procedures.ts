import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { workspaceProcedure } from "@/server/trpc/procedures";
import { decideInput } from "./decide-contract";
import { packetInput } from "./packet-contract";
import { decideAlone } from "./use-cases/decide-alone";
import { readPacket } from "./use-cases/read-packet";

/** The review of one document by one person. */
export function decideProcedures(kinds: DocumentKinds) {
  return {
    packet: workspaceProcedure("document.read")
      .input(packetInput)
      .query(({ ctx, input }) => readPacket(ctx.scope, kinds, input)),
    decideAlone: workspaceProcedure("review.decide")
      .input(decideInput)
      .mutation(({ ctx, input }) => decideAlone(ctx.scope, kinds, input)),
  };
}
