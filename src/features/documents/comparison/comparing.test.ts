import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { segmentKind } from "../../segments/segment-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import type { BesideInput, CompareInput } from "./comparison-contract";
import { besideInput } from "./comparison-contract";
import { compareVersions } from "./use-cases/compare-versions";
import { readBeside } from "./use-cases/read-beside";

let database: TestDatabase;
let editor: { userId: string; workspaceId: string };
let viewer: { userId: string; workspaceId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"]);
  editor = { workspaceId, userId: people.editor };
  viewer = { workspaceId, userId: people.viewer };
});
afterAll(() => database.drop());

async function persona(title: string): Promise<string> {
  const { documentId } = await inScope(database.app, editor, "draft.edit", (scope) =>
    createDocument(scope, personaKind, { title }),
  );
  return documentId;
}

async function write(documentId: string, archetype: string): Promise<number> {
  const { revision } = await inScope(database.app, editor, "draft.edit", (scope) =>
    editDraft(scope, personaKind, {
      workspaceId: editor.workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [{ op: "set", path: ["archetype"], value: archetype }],
    }),
  );
  return revision;
}

async function publish(documentId: string, archetype: string, reasons: { place: string; reason: "correction" }[] = []) {
  const revision = await write(documentId, archetype);
  await inScope(database.app, editor, "document.publish", (scope) =>
    publishVersion(scope, personaKind, {
      workspaceId: editor.workspaceId,
      documentId,
      revision,
      note: "Published",
      reason: "wording",
      reasons,
    }),
  );
}

function compare(who: typeof editor, documentId: string, sides: Pick<CompareInput, "from" | "to" | "isWhole">) {
  return inScope(database.app, who, "document.read", (scope) =>
    compareVersions(scope, personaKind, { workspaceId: who.workspaceId, documentId, ...sides }),
  );
}

function beside(who: typeof editor, input: Pick<BesideInput, "documentIds" | "isPublished">) {
  return inScope(database.app, who, "document.read", (scope) =>
    readBeside(scope, personaKind, { workspaceId: who.workspaceId, ...input }),
  );
}

describe("comparing versions", () => {
  it("tells the words that differ and the reasons given in between, either way round and up to the draft", async () => {
    const id = await persona("Maya");
    await publish(id, "The busy rebuilder");
    await publish(id, "The hurried rebuilder", [{ place: "archetype", reason: "correction" }]);
    await publish(id, "The Saturday rebuilder");
    await write(id, "The Sunday rebuilder");
    const given = { archetype: [{ number: 2, reason: "correction" }] };

    expect(await compare(viewer, id, { from: 1, to: 2 })).toMatchObject({
      changes: [{ place: "archetype", change: "changed", words: [4, 4, 7] }],
      reasons: given,
    });
    expect((await compare(viewer, id, { from: 2, to: 1 })).reasons).toEqual(given);
    expect((await compare(editor, id, { from: 1, to: "draft" })).reasons).toEqual(given);
    expect((await compare(editor, id, { from: 2, to: "draft" })).reasons).toEqual({});
    expect((await compare(viewer, id, { from: 3, to: 3 })).changes).toEqual([]);
  });

  it("tells what is the same on request", async () => {
    const id = await persona("Same");
    await publish(id, "One");
    const whole = await compare(viewer, id, { from: 1, to: 1, isWhole: true });
    expect(whole.changes).toContainEqual(expect.objectContaining({ place: "title", change: "same", after: "Same" }));
  });

  it("refuses the draft to people who may not read it, and versions that there are none of", async () => {
    const id = await persona("Secret");
    await publish(id, "One");
    await expect(compare(viewer, id, { from: 1, to: "draft" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(compare(viewer, id, { from: 1, to: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("documents beside each other", () => {
  it("come in the order asked for, as drafts to those who may read them and as published to others", async () => {
    const [one, two, unpublished] = [await persona("One"), await persona("Two"), await persona("Three")];
    await publish(one, "Published");
    await write(one, "Changed since");
    await publish(two, "Published too");
    const documentIds = [unpublished, two, one];

    expect(await beside(editor, { documentIds })).toMatchObject([
      { id: unpublished, isDraft: true, state: "draft", currentVersion: null },
      { id: two, isDraft: false, state: "published", content: { archetype: "Published too" } },
      { id: one, isDraft: true, state: "changed", content: { archetype: "Changed since" } },
    ]);
    for (const seen of [
      await beside(viewer, { documentIds }),
      await beside(editor, { documentIds, isPublished: true }),
    ]) {
      expect(seen.map(({ id, isDraft, content }) => [id, isDraft, content.archetype])).toEqual([
        [two, false, "Published too"],
        [one, false, "Published"],
      ]);
    }
    expect((await beside(viewer, { documentIds }))[1]?.state).toBe("published");
  });

  it("are of one workspace and one kind", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
    const stranger = { workspaceId, userId: people.editor };
    const documentIds = [await persona("Ours")];
    expect(await beside(stranger, { documentIds })).toEqual([]);
    const asSegments = await inScope(database.app, editor, "document.read", (scope) =>
      readBeside(scope, segmentKind, { workspaceId: editor.workspaceId, documentIds }),
    );
    expect(asSegments).toEqual([]);
  });

  it("are four at most, each once", () => {
    const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
    const refusal = (documentIds: readonly (string | undefined)[]) =>
      besideInput.safeParse({ workspaceId: crypto.randomUUID(), documentIds }).error?.issues[0]?.message;
    expect(refusal(ids)).toBe("Up to 4 can be compared at once.");
    expect(refusal([ids[0], ids[0]])).toBe("The same document can't stand beside itself.");
    expect(refusal(ids.slice(0, 4))).toBeUndefined();
  });
});
