// Fills an empty database with the demo, by the product's own use cases and in one transaction.
import { eq } from "drizzle-orm";
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
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { foundWorkspace } from "@/features/workspaces/use-cases/found-workspace";
import { openScope, type Scope } from "@/server/access/open-scope";
import { hashPassword } from "@/server/auth/passwords";
import type { Connection, Tx } from "@/server/db/client";
import { datasets } from "@/server/db/schema/dataset";
import { documents } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";
import { enqueue } from "@/server/jobs/enqueue";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/shared/demo-people";
import type { Permission } from "@/shared/permissions";
import { DEMO_COMPANY, DEMO_DOCUMENTS } from "./demo-company";
import { demoSeeded } from "./demo-data-job";
import { DEMO_DATASET } from "./demo-dataset";
import type { DemoDocument, DemoItem, DemoValue } from "./demo-document";
import { pinnedProse } from "./demo-pins";
import { holdReviews } from "./demo-reviews";
import { DEMO_READ_CLOSELY, DEMO_TALKED_ABOUT, readClosely, sayThings } from "./demo-threads";

const HOUR = 60 * 60 * 1000;

/** Called at every start with DEMO on, under a lock. Does nothing when there is anybody already. */
export async function seedDemo({ app }: { readonly owner: Connection; readonly app: Connection }): Promise<void> {
  const [somebody] = await app.db.select({ id: users.id }).from(users).limit(1);
  if (somebody) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await app.db.transaction(async (tx) => {
    const ids = new Map<string, string>();
    for (const { name, email } of DEMO_PEOPLE) {
      const userId = crypto.randomUUID();
      await tx.insert(users).values({ id: userId, name, email, passwordHash, emailVerified: new Date() });
      ids.set(nicknameOf(email), userId);
    }
    const userIdOf = (nickname: string): string => {
      const userId = ids.get(nickname);
      if (!userId) throw new Error(`the demo has nobody called ${nickname}`);
      return userId;
    };
    const [owner, ...others] = DEMO_PEOPLE;
    if (!owner) return;
    const { id: workspaceId } = await foundWorkspace(tx, userIdOf(nicknameOf(owner.email)), {
      name: DEMO_COMPANY,
      timeZone: "Europe/London",
    });
    for (const { email, role } of others) {
      await tx.insert(memberships).values({ workspaceId, userId: userIdOf(nicknameOf(email)), role });
    }
    await tx.insert(datasets).values({ ...DEMO_DATASET, workspaceId, createdBy: userIdOf("kofi") });
    const titles = new Map<string, string>();
    for (const [index, document] of DEMO_DOCUMENTS.entries()) {
      const documentId = await writeDocument(tx, { workspaceId, userIdOf, titles }, document);
      titles.set(document.title, documentId);
      // One transaction has one time; lists are ordered by it, so the documents are spread over the last days.
      const changedAt = new Date(Date.now() - (DEMO_DOCUMENTS.length - index) * 5 * HOUR);
      const createdAt = new Date(changedAt.getTime() - oldestOf(document) * 24 * HOUR);
      await tx.update(documents).set({ changedAt, createdAt }).where(eq(documents.id, documentId));
    }
    const documentId = titles.get(DEMO_TALKED_ABOUT);
    if (documentId) await sayThings(tx, { workspaceId, documentId, userIdOf });
    const read = titles.get(DEMO_READ_CLOSELY);
    if (read) await readClosely(tx, { workspaceId, documentId: read, userIdOf });
    await holdReviews(tx, { workspaceId, userIdOf, titles });
    const today = new Date().toISOString().slice(0, 10);
    await enqueue(tx, demoSeeded, { workspaceId, userId: userIdOf("kofi"), today }, "demo-seeded");
  });
}

/** Days since its first publication. */
function oldestOf({ steps }: DemoDocument): number {
  return Math.max(1, ...steps.map(({ publish }) => publish?.daysAgo ?? 1));
}

function nicknameOf(email: string): string {
  return email.split("@")[0] ?? "";
}

/** Ids of the documents so far, by their titles. */
type Titles = ReadonlyMap<string, string>;

interface Place {
  readonly titles: Titles;
  readonly workspaceId: string;
  readonly userIdOf: (nickname: string) => string;
}

async function writeDocument(
  tx: Tx,
  { workspaceId, userIdOf, titles }: Place,
  document: DemoDocument,
): Promise<string> {
  const kind: DocumentKind = documentKinds[document.kind];
  const scopeOf = <P extends Permission>(nickname: string, permission: P): Promise<Scope<P>> =>
    openScope(tx, userIdOf(nickname), workspaceId, permission);
  const author = document.steps[0]?.by ?? "ana";
  const { documentId } = await createDocument(await scopeOf(author, "draft.edit"), kind, { title: document.title });
  for (const { by, set, publish } of document.steps) {
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
      const now = new Date(Date.now() - daysAgo * 24 * HOUR);
      await publishVersion(await scopeOf(by, "document.publish"), kind, input, { now });
    }
  }
  if (document.tags) {
    const change = { workspaceId, documentIds: [documentId], add: [...document.tags], remove: [] };
    await tagDocuments(await scopeOf(author, "draft.edit"), kind, change);
  }
  if (document.verifiers) {
    const userIds = document.verifiers.map(userIdOf);
    await nameVerifiers(await scopeOf(author, "draft.edit"), kind, { workspaceId, documentId, userIds });
  }
  if (document.retire) {
    const { by, reason } = document.retire;
    await retireDocument(await scopeOf(by, "document.retire"), kind, { documentId, reason });
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
