// Writes one of the demo's documents, by the product's own use cases.
import { documentKinds } from "@/api/document-kinds";
import { nameVerifiers } from "@/features/documents/approvals/use-cases/name-verifiers";
import type { BodyNode } from "@/features/documents/bodies/body-rules";
import { setBody } from "@/features/documents/bodies/body-yjs";
import { changeBody } from "@/features/documents/bodies/use-cases/change-body";
import type { DocumentKind } from "@/features/documents/document-kind";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import type { DocumentContent } from "@/features/documents/field-rules";
import { bodyFieldOf, emptyContent, itemsAt, placeOf } from "@/features/documents/field-rules";
import { tagDocuments } from "@/features/documents/lists/use-cases/tag-documents";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { setCadence } from "@/features/documents/verification/use-cases/set-cadence";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { openScope, type Scope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import type { Permission } from "@/shared/permissions";
import { daysBefore, happenedAt } from "./demo-clock";
import type { DemoDocument, DemoItem, DemoValue } from "./demo-document";
import { pinnedProse } from "./demo-pins";

/** Ids of the documents so far, by their titles. */
type Titles = ReadonlyMap<string, string>;

export interface DemoPlace {
  readonly titles: Titles;
  readonly workspaceId: string;
  readonly userIdOf: (nickname: string) => string;
  readonly now: Date;
}

/** Writes a document as its team did, step by step; the answer is its id. */
export async function writeDocument(
  tx: Tx,
  { workspaceId, userIdOf, titles, now }: DemoPlace,
  document: DemoDocument,
): Promise<string> {
  const kind: DocumentKind = documentKinds[document.kind];
  const scopeOf = <P extends Permission>(nickname: string, permission: P): Promise<Scope<P>> =>
    openScope(tx, userIdOf(nickname), workspaceId, permission);
  const author = document.steps[0]?.by ?? "ana";
  const { documentId } = await createDocument(await scopeOf(author, "draft.edit"), kind, { title: document.title });
  // With the first step: what is done last says when the document was changed.
  if (document.tags) {
    const change = { workspaceId, documentIds: [documentId], add: [...document.tags], remove: [] };
    await tagDocuments(await scopeOf(author, "draft.edit"), kind, change);
  }
  if (document.verifiers) {
    const userIds = document.verifiers.map(userIdOf);
    await nameVerifiers(await scopeOf(author, "draft.edit"), kind, { workspaceId, documentId, userIds });
  }
  if (document.everyWeeks) {
    const plan = { how: "interval", every: document.everyWeeks, unit: "week" } as const;
    const cadence = { plan, leadDays: [14, 3, 0], ownerAfterDays: 14, adminsAfterDays: 30 };
    await setCadence(await scopeOf(author, "cadence.set"), documentKinds, { workspaceId, documentId, cadence });
  }
  const writtenAt = (step: DemoDocument["steps"][number]) =>
    daysBefore(now, step.publish?.daysAgo ?? step.daysAgo ?? 3);
  for (const step of document.steps) {
    const { by, set, publish } = step;
    const before = (await readDraft(await scopeOf(by, "draft.read"), kind, documentId)).content;
    const prosePlace = placeOf(bodyFieldOf(kind.fields).path);
    const { [prosePlace]: told, ...fields } = set;
    const edits = Object.entries(fields).map(([place, value]) => edit(kind, before, place, value, titles));
    const batchId = crypto.randomUUID();
    const input = { workspaceId, documentId, batchId, edits };
    const scope = await scopeOf(by, "draft.edit");
    let { revision } = await editDraft(scope, kind, input);
    if (told !== undefined) {
      const body = await pinnedProse(scope.also("document.read"), told as BodyNode, titles);
      ({ revision } = await changeBody(scope, kind, documentId, (doc) => setBody(doc, body)));
    }
    if (publish) {
      const { daysAgo, ...said } = publish;
      const input = { workspaceId, documentId, revision, ...said };
      await publishVersion(await scopeOf(by, "document.publish"), kind, input, { now: daysBefore(now, daysAgo) });
    }
    await happenedAt(tx, writtenAt(step), now);
  }
  return documentId;
}

/** The whole list, or the value. Items keep the id of the same item before, so that versions compare as a team's would. */
function edit(kind: DocumentKind, before: DocumentContent, place: string, value: DemoValue, titles: Titles): Edit {
  const field = kind.fields.find(({ path }) => placeOf(path) === place);
  if (!field) throw new Error(`a ${kind.name} has no field ${place}`);
  const { path } = field;
  if (field.shape !== "list" || !Array.isArray(value)) return { op: "set", path, value };
  const name = field.attributes[0]?.path[0] ?? "";
  const old = itemsAt(before, path);
  const items = value.map((one: DemoItem) => {
    const said: Exclude<DemoItem, string> = typeof one === "string" ? { [name]: one } : one;
    const same = said.id ?? old.find((item) => item[name] === said[name])?.id;
    const id = field.linksTo ? titles.get(String(said[name])) : same;
    if (field.linksTo && !id) throw new Error(`the demo has no ${field.linksTo} called ${said[name]} by then`);
    return { ...emptyContent(field.attributes), ...said, id: id ?? crypto.randomUUID() };
  });
  return { op: "set", path, value: items };
}
