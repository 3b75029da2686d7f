import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/features/workspaces/use-cases/list-audit";
import type { Scope } from "@/server/access/open-scope";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { MAX_EXTRA_FIELDS } from "./extra-field-rules";
import {
  addExtraField,
  bringBackExtraField,
  changeExtraField,
  orderExtraFields,
  readExtraFields,
  withdrawExtraField,
} from "./use-cases/change-extra-fields";

let database: TestDatabase;
let who: { workspaceId: string; userId: string };
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["admin"]);
  who = { workspaceId, userId: people.admin };
});

type Admin = Scope<"workspace.configure">;
const asAdmin = <T>(work: (scope: Admin) => Promise<T>) => inScope(database.app, who, "workspace.configure", work);
const add = (label: string, kind: "persona" | "segment" = "persona") =>
  asAdmin((scope) => addExtraField(scope, { workspaceId: who.workspaceId, kind, shape: "text", label, hint: "" }));
const labels = () =>
  asAdmin(async (scope) =>
    (await readExtraFields(scope.also("document.read"))).map(({ label, isWithdrawn }) =>
      isWithdrawn ? `(${label})` : label,
    ),
  );

describe("fields that a workspace adds", () => {
  test("are sorted, renamed, withdrawn and brought back at the end", async () => {
    const { fieldId: pets } = await add("Pets");
    const { fieldId: car } = await add("Car");
    const { fieldId: tools } = await add("Tools");
    const { workspaceId } = who;
    await asAdmin((scope) => orderExtraFields(scope, { workspaceId, kind: "persona", fieldIds: [tools, pets, car] }));
    expect(await labels()).toEqual(["Tools", "Pets", "Car"]);
    await asAdmin((scope) => withdrawExtraField(scope, tools));
    expect(await labels()).toEqual(["(Tools)", "Pets", "Car"]);
    await asAdmin((scope) => bringBackExtraField(scope, tools));
    await asAdmin((scope) => changeExtraField(scope, { workspaceId, fieldId: car, label: "Van", hint: "" }));
    expect(await labels()).toEqual(["Pets", "Van", "Tools"]);
  });

  test("have names that differ within a kind, however they are written", async () => {
    await add("Pets");
    await expect(add("pets")).rejects.toMatchObject({ code: "CONFLICT", details: { field: "label" } });
    await expect(add("Pets", "segment")).resolves.toBeDefined();
  });

  test("can't be brought back under a name that is taken by now", async () => {
    const { fieldId } = await add("Pets");
    await asAdmin((scope) => withdrawExtraField(scope, fieldId));
    await add("Pets");
    await expect(asAdmin((scope) => bringBackExtraField(scope, fieldId))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("are no more than thirty for a kind, also when two admins add at once", async () => {
    for (let count = 1; count < MAX_EXTRA_FIELDS; count += 1) await add(`Field ${count}`);
    const both = await Promise.allSettled([add("One more"), add("Another")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(add("Too many")).rejects.toMatchObject({ code: "LIMIT" });
    await expect(add("For the other kind", "segment")).resolves.toBeDefined();
  });

  test("aren't sorted by somebody who hasn't seen all of them", async () => {
    const { fieldId: pets } = await add("Pets");
    await add("Car");
    const order = asAdmin((scope) =>
      orderExtraFields(scope, { workspaceId: who.workspaceId, kind: "persona", fieldIds: [pets] }),
    );
    await expect(order).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("leave a trace in the audit log", async () => {
    const { fieldId } = await add("Pets");
    await asAdmin((scope) => withdrawExtraField(scope, fieldId));
    const { entries } = await asAdmin((scope) =>
      listAudit(scope.also("audit.read"), { workspaceId: who.workspaceId, limit: 10 }),
    );
    expect(entries.map(({ action, details }) => [action, details.change, details.label])).toEqual([
      ["fields.changed", "withdrawn", "Pets"],
      ["fields.changed", "added", "Pets"],
    ]);
  });
});
