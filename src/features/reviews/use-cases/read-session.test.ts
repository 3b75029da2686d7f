// An agenda must not tell what only drafts say.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { personaKind } from "@/features/personas/persona-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { listSessions } from "../planning/use-cases/list-sessions";
import { planSession } from "../planning/use-cases/plan-session";
import { readSession } from "./read-session";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("names a document that was never published to those who read drafts, and to nobody else", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["viewer", "reviewer", "editor"]);
  const sessionId = await inScope(
    database.app,
    { workspaceId, userId: people.editor },
    "review.plan",
    async (scope) => {
      const { documentId } = await createDocument(scope.also("draft.edit"), personaKind, {
        title: "Our secret launch",
      });
      const planned = await planSession(scope, {
        ...{ title: "Autumn review", purpose: "", timeZone: "UTC", facilitatorId: people.editor },
        when: { mode: "live", starts: "2199-01-01T10:00", minutes: 30 },
        items: [{ documentId, minutes: null }],
        participantIds: [people.viewer, people.reviewer],
      });
      return planned.sessionId;
    },
  );
  const seenBy = (who: "viewer" | "reviewer") =>
    inScope(database.app, { workspaceId, userId: people[who] }, "review.follow", async (scope) => ({
      agenda: (await readSession(scope, sessionId)).items.map(({ title }) => title),
      listed: (await listSessions(scope, { workspaceId, which: "coming", limit: 10 })).items[0]?.titles,
    }));
  expect(await seenBy("reviewer")).toEqual({ agenda: ["Our secret launch"], listed: ["Our secret launch"] });
  expect(await seenBy("viewer")).toEqual({ agenda: ["Not published yet"], listed: [] });
});
