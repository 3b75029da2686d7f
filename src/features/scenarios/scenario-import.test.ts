import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { bodyText } from "../documents/bodies/body-rules";
import { importDocuments } from "../documents/portable/use-cases/import-documents";
import { readDraft } from "../documents/use-cases/read-document";
import { scenarioKind } from "./scenario-kind";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TEXTS: readonly (readonly [string, string])[] = [
  [
    "English",
    "# Scenario: The tap drips\n\n**Where and when:** Sunday, in the kitchen\n\n**Trigger:** It has dripped for days\n\n## Goal\n\nTo sleep\n\n## What happens\n\nShe turns it off.\n\n## Expected outcome\n\nSilence\n",
  ],
  [
    "German",
    "# Szenario: The tap drips\n\n**Ausgangslage:** Sunday, in the kitchen\n\n**Auslöser:** It has dripped for days\n\n## Ziel\n\nTo sleep\n\n## Ablauf\n\nShe turns it off.\n\n## Ergebnis\n\nSilence\n",
  ],
  [
    "Chinese",
    "# 场景：The tap drips\n\n## 背景\n\nSunday, in the kitchen\n\n## 触发\n\nIt has dripped for days\n\n## 目标\n\nTo sleep\n\n## 经过\n\nShe turns it off.\n\n## 预期结果\n\nSilence\n",
  ],
];

test.each(TEXTS)("a scenario in somebody else's words finds its places: %s", async (_language, text) => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"] as const);
  const content = await inScope(database.app, { workspaceId, userId: people.editor }, "draft.edit", async (scope) => {
    const file = { workspaceId, format: "markdown", text, fileName: "x.md" } as const;
    const { documentIds } = await importDocuments(scope, scenarioKind, {
      ...file,
      documents: [{ at: 0, title: "The tap drips" }],
      moves: [],
    });
    return (await readDraft(scope.also("draft.read"), scenarioKind, documentIds[0] ?? "")).content;
  });
  expect(content).toMatchObject({
    title: "The tap drips",
    setting: "Sunday, in the kitchen",
    trigger: "It has dripped for days",
    objective: "To sleep",
    outcome: "Silence",
  });
  // The headings that a new scenario proposes are not put before a text that has its own.
  expect(bodyText(content.story)).toMatch(/^[^\n]+\nShe turns it off\.$/);
});
