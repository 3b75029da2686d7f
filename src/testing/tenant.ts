// A workspace in full use: a person in every role, a segment, a persona and a scenario with two versions and a draft set aside,
// customer data,
// and an open invitation. Made through the product's own use cases.

import { eq } from "drizzle-orm";
import { documentKinds } from "@/api/document-kinds";
import { issueLink } from "@/features/accounts/use-cases/issue-link";
import { textBody } from "@/features/documents/bodies/body-rules";
import { setBody } from "@/features/documents/bodies/body-yjs";
import { changeBody } from "@/features/documents/bodies/use-cases/change-body";
import type { DocumentKind } from "@/features/documents/document-kind";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import type { DocumentContent } from "@/features/documents/field-rules";
import { mentionOf } from "@/features/documents/threads/thread-rules";
import { startTextThread } from "@/features/documents/threads/use-cases/start-text-thread";
import { startThread } from "@/features/documents/threads/use-cases/start-thread";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { readHistory } from "@/features/documents/use-cases/read-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { restoreVersion } from "@/features/documents/versions/use-cases/restore-draft";
import { personaKind } from "@/features/personas/persona-kind";
import { logEvent } from "@/features/reminders/events/use-cases/log-event";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { inviteMember } from "@/features/workspaces/use-cases/invite-member";
import type { Scope } from "@/server/access/open-scope";
import { deriveToken } from "@/server/auth/one-time-token";
import { hashPassword } from "@/server/auth/passwords";
import type { Session } from "@/server/auth/session";
import { imports } from "@/server/db/schema/dataset";
import { deliveries, webhooks } from "@/server/db/schema/reminder";
import { reviewItems, reviewParticipants, reviewSessions, reviewTasks } from "@/server/db/schema/review";
import { loginSessions, users } from "@/server/db/schema/user";
import { extraFields, memberships, pictures } from "@/server/db/schema/workspace";
import { ROLES, type Role } from "@/shared/permissions";
import { addCustomerData } from "./customer-data";
import type { TestDatabase } from "./database";
import { addPerson, addWorkspace, inScope } from "./factories";
import { sessionOf } from "./sessions";

const KINDS = documentKinds;

interface TenantDocument {
  readonly documentId: string;
  readonly revision: number;
  /** Of the draft that a restore set aside. */
  readonly restorePointId: number;
}

export interface Tenant {
  readonly workspaceId: string;
  readonly slug: string;
  readonly people: Readonly<Record<Role, Session>>;
  /** A viewer whom nobody signs in as: the one that members are changed on. */
  readonly bystander: Session;
  readonly segment: TenantDocument;
  readonly persona: TenantDocument;
  readonly scenario: TenantDocument;
  /** Three customers with an event each, the segment's rule measured on them, and a file that waits to be looked at. */
  readonly data: { readonly datasetId: string; readonly snapshotId: string; readonly importId: string };
  /** Planned for tomorrow: the persona is on its agenda, and the reviewer and the viewer are asked to come. */
  readonly session: { readonly sessionId: string; readonly itemId: string; readonly taskId: string };
  /** A business event that the persona may have been touched by. */
  readonly event: { readonly eventId: string };
  /** A letter to the viewer that was refused for good. */
  readonly deliveryId: string;
  /** Signed; no worker runs that would call it. */
  readonly webhookId: string;
  /** A field that the workspace added to its personas. */
  readonly fieldId: string;
  /** An uploaded portrait. */
  readonly pictureId: string;
  /** A viewer's, on the archetype of the persona's first version. */
  readonly thread: { readonly threadId: string; readonly commentId: string };
  /** A reviewer's, for words of the persona's story. */
  readonly proposal: { readonly commentId: string };
  readonly invitation: { readonly id: string; readonly email: string; readonly token: string };
  /** The owner's: what their own account's procedures ask for. */
  readonly account: { readonly password: string; readonly verifyToken: string; readonly resetToken: string };
}

/** Publishes twice, edits, and restores version 1, so that every list has something to show. */
async function publishedDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  title: string,
  line: "archetype" | "summary",
): Promise<TenantDocument> {
  const { workspaceId } = scope;
  const { documentId } = await createDocument(scope, kind, { title });
  await changeBody(scope, kind, documentId, (doc) => setBody(doc, textBody("It came on a Tuesday, in the rain.")));
  const write = (value: string) =>
    editDraft(scope, kind, {
      workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [{ op: "set", path: [line], value }],
    });
  const publish = (revision: number, note: string) =>
    publishVersion(scope.also("document.publish"), kind, {
      workspaceId,
      documentId,
      revision,
      note,
      reason: "wording",
    });
  await publish((await write("Buys for the whole family")).revision, "First");
  await publish((await write("Buys for the whole street")).revision, "Wider");
  await write("Buys for the whole town");
  const { revision } = await restoreVersion(scope.also("document.restore"), kind, { documentId, number: 1 });
  const { restorePoints } = await readHistory(scope.also("document.read"), kind, documentId);
  const restorePointId = restorePoints[0]?.id;
  if (restorePointId === undefined) throw new Error("Restoring set nothing aside.");
  return { documentId, revision, restorePointId };
}

/** A password, a signed-in browser and links that were mailed, so that procedures of one's account have an object. */
async function addAccount({ owner, app }: TestDatabase, { userId, sessionId }: Session): Promise<Tenant["account"]> {
  const password = "correct horse battery staple";
  await owner.db
    .update(users)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(users.id, userId));
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await owner.db.insert(loginSessions).values({ id: sessionId, userId, method: "password", expiresAt });
  const [verify, reset] = await app.db.transaction(async (tx) => [
    await issueLink(tx, userId, "verify-email"),
    await issueLink(tx, userId, "reset-password"),
  ]);
  return {
    password,
    verifyToken: deriveToken("verify-email", verify),
    resetToken: deriveToken("reset-password", reset),
  };
}

async function addData(
  { owner, app }: TestDatabase,
  who: { readonly workspaceId: string; readonly userId: string },
): Promise<Tenant["data"]> {
  const data = await inScope(app, who, "data.import", ({ tx }) =>
    addCustomerData(tx, who, {
      traits: { city: "text", email: "text", orders: "number" },
      customers: [
        { id: "a", city: "Lyon", email: "a@example.org", orders: 1 },
        { id: "b", city: "Graz", email: "b@example.org", orders: 2 },
        { id: "c", orders: 3 },
      ],
      events: {
        properties: { amount: "number" },
        amount: "amount",
        rows: ["a", "b", "c"].map((of) => ({ of, at: "2026-10-30 10:00:00", amount: 5 })),
      },
    }),
  );
  const importId = crypto.randomUUID();
  const { workspaceId, userId } = who;
  await owner.db
    .insert(imports)
    .values({ id: importId, workspaceId, createdBy: userId, fileName: "customers.csv", bytes: 10, state: "uploaded" });
  return { ...data, importId };
}

async function addWebhook({ owner }: TestDatabase, workspaceId: string, createdBy: string): Promise<string> {
  const id = crypto.randomUUID();
  const url = "https://hooks.example.org/services/x";
  const made = {
    id,
    workspaceId,
    url,
    name: "Team channel",
    kinds: [],
    secret: new Uint8Array([1]),
    createdBy,
  };
  await owner.db.insert(webhooks).values({ ...made, format: "standard" });
  return id;
}

async function addFailedDelivery(
  { owner }: TestDatabase,
  workspaceId: string,
  userId: string,
): Promise<Tenant["deliveryId"]> {
  const id = crypto.randomUUID();
  const sent = { channel: "mail", fact: `notice:${id}`, target: "viewer@example.org", state: "failed" } as const;
  await owner.db.insert(deliveries).values({ id, workspaceId, userId, ...sent, attempts: 1 });
  return id;
}

async function addSession(
  { owner }: TestDatabase,
  workspaceId: string,
  who: { readonly editor: string; readonly reviewer: string; readonly viewer: string },
  documentId: string,
): Promise<Tenant["session"]> {
  const [sessionId, itemId, taskId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const startsAt = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await owner.db.insert(reviewSessions).values({
    ...({ id: sessionId, workspaceId, title: "Autumn review", mode: "live", timeZone: "UTC" } as const),
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 60 * 60 * 1000) },
    ...{ facilitatorId: who.editor, plannedBy: who.editor },
  });
  await owner.db.insert(reviewItems).values({ id: itemId, workspaceId, sessionId, documentId, position: 1 });
  const asked = [who.editor, who.reviewer, who.viewer].map((userId) => ({ workspaceId, sessionId, userId }));
  await owner.db.insert(reviewParticipants).values(asked);
  const task = { text: "Ask five customers", assigneeId: who.viewer, createdBy: who.editor, dueOn: "2999-01-31" };
  await owner.db.insert(reviewTasks).values({ id: taskId, workspaceId, documentId, sessionId, ...task });
  return { sessionId, itemId, taskId };
}

export async function addTenant(database: TestDatabase): Promise<Tenant> {
  const { owner, app } = database;
  const { workspaceId, slug, people } = await addWorkspace(owner, ROLES);
  const bystander = await addPerson(owner, "Bystander");
  await owner.db.insert(memberships).values({ workspaceId, userId: bystander, role: "viewer" });
  const sessions = await Promise.all(ROLES.map(async (role) => [role, await sessionOf(owner, people[role])] as const));
  const asEditor = { workspaceId, userId: people.editor };
  const [segment, persona, scenario] = await inScope(app, asEditor, "draft.edit", async (scope) => [
    await publishedDocument(scope, segmentKind, "Family buyers", "summary"),
    await publishedDocument(scope, personaKind, "Maya", "archetype"),
    await publishedDocument(scope, scenarioKind, "The hinge", "summary"),
  ]);
  const data = await addData(database, asEditor);
  const thread = await inScope(app, { workspaceId, userId: people.viewer }, "document.comment", (scope) =>
    startThread(scope, KINDS, {
      workspaceId,
      documentId: persona.documentId,
      place: "archetype",
      version: 1,
      body: `Is this so? ${mentionOf({ userId: people.owner, name: "owner" })}`,
    }),
  );
  const proposal = await inScope(app, { workspaceId, userId: people.reviewer }, "document.comment", (scope) =>
    startTextThread(scope, KINDS, {
      documentId: persona.documentId,
      version: null,
      quote: "in the rain",
      positions: null,
      body: "",
      proposal: "in the snow",
    }),
  );
  const email = `invited-${workspaceId.slice(0, 8)}@example.org`;
  const { invitationId } = await inScope(app, { workspaceId, userId: people.admin }, "member.manage", (scope) =>
    inviteMember(scope, { workspaceId, email, role: "reviewer" }),
  );
  const fieldId = crypto.randomUUID();
  const field = { kind: "persona", shape: "text", label: "Pets", position: 1 } as const;
  await owner.db.insert(extraFields).values({ id: fieldId, workspaceId, ...field });
  const pictureId = crypto.randomUUID();
  const picture = { bytes: new Uint8Array([1]), width: 1, height: 1, uploadedBy: people.editor };
  await owner.db.insert(pictures).values({ id: pictureId, workspaceId, ...picture });
  const event = await inScope(app, asEditor, "cadence.set", (scope) =>
    logEvent(scope, {
      ...({ kind: "price", title: "Delivery costs more", note: "", happenedOn: "2026-11-01" } as const),
      documentIds: [persona.documentId],
    }),
  );
  const signedIn = Object.fromEntries(sessions) as Record<Role, Session>;
  return {
    workspaceId,
    slug,
    people: signedIn,
    bystander: await sessionOf(owner, bystander),
    segment,
    persona,
    scenario,
    data,
    event,
    fieldId,
    pictureId,
    deliveryId: await addFailedDelivery(database, workspaceId, people.viewer),
    webhookId: await addWebhook(database, workspaceId, people.admin),
    session: await addSession(database, workspaceId, people, persona.documentId),
    thread,
    proposal,
    account: await addAccount(database, signedIn.owner),
    invitation: { id: invitationId, email, token: deriveToken("invitation", invitationId) },
  };
}
