// The first steps follow from what is in the workspace, on a real database.
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { textBody } from "@/features/documents/bodies/body-rules";
import { setBody } from "@/features/documents/bodies/body-yjs";
import { changeBody } from "@/features/documents/bodies/use-cases/change-body";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { decideReview } from "@/features/reviews/deciding/use-cases/decide-review";
import { createForPersona } from "@/features/scenarios/use-cases/create-for-persona";
import type { KindName } from "@/shared/document-kinds";
import type { Permission } from "@/shared/permissions";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { goWithoutData, leaveFirstSteps, resumeFirstSteps } from "./use-cases/leave-first-steps";
import { readFirstSteps } from "./use-cases/read-first-steps";

const KINDS: DocumentKinds = documentKinds;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function emptyPlace() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["viewer", "reviewer", "editor"]);
  const as = <P extends Permission, T>(
    who: keyof typeof people,
    permission: P,
    work: Parameters<typeof inScope<P, T>>[3],
  ) => inScope(database.app, { workspaceId, userId: people[who] }, permission, work);
  const read = (who: keyof typeof people = "editor") => as(who, "workspace.read", (scope) => readFirstSteps(scope));
  /** As "1" for done, "b" for begun, "0" for the rest. */
  const seen = async (who?: keyof typeof people) =>
    (await read(who))?.steps.map(({ state, begun }) => (state === "done" ? "1" : begun ? "b" : "0")).join("");
  const write = (kind: KindName, title: string, path: string) =>
    as("editor", "draft.edit", async (scope) => {
      const { documentId } = await createDocument(scope, KINDS[kind], { title });
      const edits = [{ op: "set" as const, path: [path], value: "Somebody" }];
      await editDraft(scope, KINDS[kind], { workspaceId, documentId, batchId: crypto.randomUUID(), edits });
      return documentId;
    });
  const publish = (kind: KindName, documentId: string, revision = 1) =>
    as("editor", "document.publish", (scope) =>
      publishVersion(scope, KINDS[kind], { workspaceId, documentId, revision, note: "First" }),
    );
  return { workspaceId, people, as, read, seen, write, publish };
}

it("are done one after the other by what people make, and never by publishing alone where more is asked", async () => {
  const { workspaceId, as, read, seen, write, publish } = await emptyPlace();
  expect(await seen()).toBe("00000");
  await as("editor", "data.import", (scope) =>
    addCustomerData(scope.tx, scope, {
      name: "Shop",
      traits: { orders: "number" },
      customers: [{ id: "1", orders: 2 }],
    }),
  );
  const segment = await write("segment", "Regulars", "summary");
  expect(await seen()).toBe("1b000");
  await publish("segment", segment);
  const persona = await write("persona", "Maya", "archetype");
  await publish("persona", persona);
  expect(await seen()).toBe("11100");
  // Publishing is a verification too, and no review.
  const { documentId: scenario } = await as("editor", "draft.edit", (scope) =>
    createForPersona(scope, { personaId: persona }),
  );
  await publish("scenario", scenario, 0);
  expect(await seen(), "a scenario that tells nothing").toBe("111b0");
  await as("editor", "draft.edit", (scope) =>
    changeBody(scope, documentKinds.scenario, scenario, (doc) => setBody(doc, textBody("It came late."))),
  );
  expect(await seen()).toBe("11110");
  await as("editor", "review.decide", (scope) =>
    decideReview(scope, documentKinds, {
      ...{ workspaceId, documentId: persona, result: "still-true", note: "", revision: 1, version: 1, tasks: [] },
    }),
  );
  const all = await read();
  expect(all?.standing).toBe("finished");
  expect(all?.steps.map(({ made }) => [made?.title, made?.by, made?.place])).toMatchObject([
    ["Shop", "editor", { type: "dataset" }],
    ["Regulars", "editor", { type: "document", kind: "segment", id: segment }],
    ["Maya", "editor", { kind: "persona", id: persona }],
    ["What happens to Maya", "editor", { kind: "scenario", id: scenario }],
    ["Maya", "editor", { kind: "persona", id: persona }],
  ]);
});

it("are put away by each for themselves, gone on with without data by all, and told to no viewer", async () => {
  const { as, read, seen, write } = await emptyPlace();
  await write("segment", "Regulars", "summary");
  await as("editor", "draft.edit", (scope) => goWithoutData(scope, true));
  await as("editor", "workspace.read", (scope) => leaveFirstSteps(scope));
  expect((await read())?.standing).toBe("left");
  expect((await read("reviewer"))?.standing).toBe("open");
  expect(await seen("reviewer")).toBe("1b000");
  // Drafts are named in them.
  expect(await read("viewer")).toBeNull();
  await as("editor", "workspace.read", (scope) => resumeFirstSteps(scope));
  await as("editor", "draft.edit", (scope) => goWithoutData(scope, false));
  expect((await read())?.standing).toBe("open");
  expect(await seen()).toBe("0b000");
});
