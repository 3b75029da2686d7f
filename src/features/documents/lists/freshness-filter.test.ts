// What a list's filter finds is what the badge says of each row, whatever the row and the moment.

import { and, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentMarks } from "@/server/db/schema/dataset";
import { documents, documentVerifiers } from "@/server/db/schema/document";
import { freshness } from "@/server/db/schema/verification";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import type { DocumentMark } from "../marks/mark-rules";
import { createDocument } from "../use-cases/create-document";
import { FRESHNESS, freshnessOf } from "../verification/freshness-rules";
import { listInput } from "./list-contract";
import { listOfKind } from "./use-cases/list-documents";

const MARKS: readonly DocumentMark["mark"][] = ["drifting", "contradicted", "rests-on-new", "event", "disputed"];
const MANY = 12;
const DAY_MS = 86_400_000;
const START = Date.parse("2026-11-22T00:00:00Z");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function furnish() {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor", "owner"]);
  const who = { workspaceId, userId: people.editor };
  const ids = await inScope(database.app, who, "draft.edit", async (scope) => {
    const made: string[] = [];
    for (let at = 0; at < MANY; at++) {
      made.push((await createDocument(scope, personaKind, { title: `P${at}` })).documentId);
    }
    return made;
  });
  const list = (asked: Record<string, unknown>, now: Date) =>
    inScope(database.app, who, "document.read", (scope) =>
      listOfKind(scope, personaKind, listInput.parse({ workspaceId, limit: 100, ...asked }), now),
    );
  return { workspaceId, people, ids, list };
}

it("finds by freshness what the badge says, and every document in use under one state", async () => {
  const { workspaceId, people, ids, list } = await furnish();
  const day = fc.integer({ min: -3, max: 3 });
  const row = fc.record({
    standing: fc.option(
      fc.record({ due: fc.option(fc.record({ from: day, lead: fc.nat(3) })), isPaused: fc.boolean() }),
      { freq: 5 },
    ),
    marks: fc.uniqueArray(fc.constantFrom(...MARKS), { maxLength: 3 }),
    isRetired: fc.boolean(),
  });
  const rows = fc.array(row, { minLength: MANY, maxLength: MANY });
  await fc.assert(
    fc.asyncProperty(rows, day, async (given, today) => {
      const at = (days: number) => new Date(START + days * DAY_MS);
      await database.owner.db.delete(documentMarks).where(eq(documentMarks.workspaceId, workspaceId));
      await database.owner.db.delete(freshness).where(eq(freshness.workspaceId, workspaceId));
      for (const [place, { standing, marks, isRetired }] of given.entries()) {
        const key = { workspaceId, documentId: ids[place] ?? "" };
        const retiredAt = isRetired ? at(0) : null;
        await database.owner.db.update(documents).set({ retiredAt }).where(eq(documents.id, key.documentId));
        for (const mark of marks) {
          const { documentId: sourceId } = key;
          await database.owner.db.insert(documentMarks).values({ ...key, mark, sentence: "x", sourceId });
        }
        if (!standing) continue;
        const { due, isPaused } = standing;
        await database.owner.db.insert(freshness).values({
          ...{ ...key, isPaused, verifiedAt: at(-30), verifiedBy: people.editor, verifiedVersion: 1 },
          dueOn:
            due &&
            at(due.from + due.lead)
              .toISOString()
              .slice(0, 10),
          dueFrom: due && at(due.from),
          overdueAt: due && at(due.from + due.lead + 1),
        });
      }
      const now = at(today);
      const all = (await list({}, now)).items;
      expect(all).toHaveLength(given.filter(({ isRetired }) => !isRetired).length);
      for (const state of FRESHNESS) {
        const found = (await list({ freshness: state }, now)).items;
        const shown = all.filter((one) => freshnessOf({ facts: one.freshness, marks: one.marks }, now).state === state);
        expect(found.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
      }
    }),
    { numRuns: 12 },
  );
});

it("finds what is one's own to verify: named for it, or the owner's where nobody is named", async () => {
  const { workspaceId, people, ids, list } = await furnish();
  const [unnamed = "", mine = "", others = "", notMine = ""] = ids;
  await database.owner.db
    .update(documents)
    .set({ ownerId: people.owner })
    .where(eq(documents.workspaceId, workspaceId));
  const own = and(eq(documents.workspaceId, workspaceId), inArray(documents.id, [unnamed, others]));
  await database.owner.db.update(documents).set({ ownerId: people.editor }).where(own);
  await database.owner.db.insert(documentVerifiers).values([
    { workspaceId, documentId: mine, userId: people.editor },
    { workspaceId, documentId: mine, userId: people.owner },
    { workspaceId, documentId: others, userId: people.owner },
    { workspaceId, documentId: notMine, userId: people.owner },
  ]);
  const { items } = await list({ verifier: "me", freshness: "never", sort: "title" }, new Date());
  expect(items.map(({ id }) => id)).toEqual([unnamed, mine]);
});
