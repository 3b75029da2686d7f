// Being in a session together: hearing what goes on, saying what one thinks, leading and deciding.
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { burstLimit } from "@/server/access/burst-limit";
import { workspaceProcedure, workspaceSubscription } from "@/server/trpc/procedures";
import { resumable } from "@/server/trpc/resumable";
import { sessionInput } from "../review-contract";
import {
  decideItemInput,
  editNoteInput,
  handPresentingInput,
  hereInput,
  liveRoomInput,
  markInput,
  noteInput,
  presentRoomInput,
  roomItemInput,
  voteInput,
  writeNoteInput,
} from "./room-contract";
import { beHere } from "./use-cases/be-here";
import { decideItem } from "./use-cases/decide-item";
import { liveRoom } from "./use-cases/live-room";
import { markClaim } from "./use-cases/mark-claim";
import { editNote, removeNote, writeNote } from "./use-cases/note-on-item";
import { askToPresent, goToItem, handPresenting, present } from "./use-cases/present";
import { readRoom, readRoomItem } from "./use-cases/read-room";
import { readRoomDocument } from "./use-cases/read-room-document";
import { revealItem } from "./use-cases/reveal-item";
import { voteOn } from "./use-cases/vote";

/** Ten moves a second of a presenter, in two tabs. */
const presentLimit = burstLimit(200, 10);
/** A person in a session says something now and then, in a few tabs. */
const sayLimit = burstLimit(100, 10);

export function roomProcedures(kinds: DocumentKinds) {
  return {
    live: workspaceSubscription("review.follow")
      .input(liveRoomInput)
      .subscription(async ({ ctx, input }) => resumable(await liveRoom(ctx.standing, input))),
    room: workspaceProcedure("review.follow")
      .input(sessionInput)
      .query(({ ctx, input }) => readRoom(ctx.scope, input.sessionId)),
    roomItem: workspaceProcedure("review.follow")
      .input(roomItemInput)
      .query(({ ctx, input }) => readRoomItem(ctx.scope, input)),
    roomDocument: workspaceProcedure("review.follow")
      .input(roomItemInput)
      .query(({ ctx, input }) => readRoomDocument(ctx.scope, kinds, input)),
    here: workspaceProcedure("review.follow")
      .input(hereInput)
      .mutation(async ({ ctx, input }) => {
        await sayLimit.spend(ctx.session.userId);
        await beHere(ctx.scope, ctx.session, input);
      }),
    present: workspaceProcedure("review.take-part")
      .input(presentRoomInput)
      .mutation(async ({ ctx, input }) => {
        await presentLimit.spend(ctx.session.userId);
        await present(ctx.scope, input);
      }),
    goTo: workspaceProcedure("review.take-part")
      .input(roomItemInput)
      .mutation(({ ctx, input }) => goToItem(ctx.scope, input)),
    handPresenting: workspaceProcedure("review.take-part")
      .input(handPresentingInput)
      .mutation(({ ctx, input }) => handPresenting(ctx.scope, input)),
    askToPresent: workspaceProcedure("review.take-part")
      .input(sessionInput)
      .mutation(async ({ ctx, input }) => {
        await sayLimit.spend(ctx.session.userId);
        await askToPresent(ctx.scope, ctx.session, input.sessionId);
      }),
    vote: workspaceProcedure("review.take-part")
      .input(voteInput)
      .mutation(async ({ ctx, input }) => {
        await sayLimit.spend(ctx.session.userId);
        await voteOn(ctx.scope, ctx.session, input);
      }),
    mark: workspaceProcedure("review.take-part")
      .input(markInput)
      .mutation(async ({ ctx, input }) => {
        await sayLimit.spend(ctx.session.userId);
        await markClaim(ctx.scope, kinds, ctx.session, input);
      }),
    reveal: workspaceProcedure("review.take-part")
      .input(roomItemInput)
      .mutation(({ ctx, input }) => revealItem(ctx.scope, input)),
    decideItem: workspaceProcedure("review.decide")
      .input(decideItemInput)
      .mutation(({ ctx, input }) => decideItem(ctx.scope, kinds, input)),
    writeNote: workspaceProcedure("review.take-part")
      .input(writeNoteInput)
      .mutation(async ({ ctx, input }) => {
        await sayLimit.spend(ctx.session.userId);
        return writeNote(ctx.scope, ctx.session, input);
      }),
    editNote: workspaceProcedure("review.take-part")
      .input(editNoteInput)
      .mutation(({ ctx, input }) => editNote(ctx.scope, ctx.session, input)),
    removeNote: workspaceProcedure("review.take-part")
      .input(noteInput)
      .mutation(({ ctx, input }) => removeNote(ctx.scope, input)),
  };
}
