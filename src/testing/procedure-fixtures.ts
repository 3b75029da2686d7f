// What walks of the router put into inputs. A new procedure whose input can't be guessed from its schema gets a line
// here; the walks say so when it is missing.
import { DEFAULT_PREFERENCES } from "@/features/reminders/preferences/preference-rules";
import { unsubscribePath } from "@/features/reminders/preferences/unsubscribe-token";
import type { Procedure } from "./procedures";
import type { Tenant } from "./tenant";

/** By field, or by router and field, or by procedure and field: the narrowest wins. */
type ByField<T> = Readonly<Record<string, (tenant: Tenant) => T>>;

/** Ids of things that belong to a workspace: a foreign one must be as good as none. */
const OBJECT_IDS: ByField<string | number | readonly string[]> = {
  workspaceId: ({ workspaceId }) => workspaceId,
  "documents.documentId": ({ persona }) => persona.documentId,
  "segments.documentId": ({ segment }) => segment.documentId,
  "segments.restorePointId": ({ segment }) => segment.restorePointId,
  "personas.documentId": ({ persona }) => persona.documentId,
  "personas.restorePointId": ({ persona }) => persona.restorePointId,
  "scenarios.documentId": ({ scenario }) => scenario.documentId,
  "scenarios.restorePointId": ({ scenario }) => scenario.restorePointId,
  "createFor.personaId": ({ persona }) => persona.documentId,
  "createFrom.segmentId": ({ segment }) => segment.documentId,
  "segments.userId": ({ people }) => people.admin.userId,
  "personas.userId": ({ people }) => people.admin.userId,
  "scenarios.userId": ({ people }) => people.admin.userId,
  "nameVerifiers.userIds": ({ people }) => [people.reviewer.userId],
  "segments.tag.documentIds": ({ segment }) => [segment.documentId],
  "segments.retireMany.documentIds": ({ segment }) => [segment.documentId],
  "segments.reopenMany.documentIds": ({ segment }) => [segment.documentId],
  "personas.tag.documentIds": ({ persona }) => [persona.documentId],
  "personas.retireMany.documentIds": ({ persona }) => [persona.documentId],
  "personas.reopenMany.documentIds": ({ persona }) => [persona.documentId],
  "scenarios.tag.documentIds": ({ scenario }) => [scenario.documentId],
  "scenarios.retireMany.documentIds": ({ scenario }) => [scenario.documentId],
  "scenarios.reopenMany.documentIds": ({ scenario }) => [scenario.documentId],
  "threads.documentId": ({ persona }) => persona.documentId,
  "threads.threadId": ({ thread }) => thread.threadId,
  "threads.commentId": ({ thread }) => thread.commentId,
  "decideProposal.commentId": ({ proposal }) => proposal.commentId,
  "withdrawProposal.commentId": ({ proposal }) => proposal.commentId,
  "activities.documentId": ({ persona }) => persona.documentId,
  "activities.actorId": ({ people }) => people.editor.userId,
  "members.userId": ({ bystander }) => bystander.userId,
  "audit.userId": ({ bystander }) => bystander.userId,
  "webhooks.webhookId": ({ webhookId }) => webhookId,
  "deliveries.deliveryId": ({ deliveryId }) => deliveryId,
  "reviews.documentId": ({ persona }) => persona.documentId,
  "verification.documentId": ({ persona }) => persona.documentId,
  "reviews.sessionId": ({ session }) => session.sessionId,
  "reviews.itemId": ({ session }) => session.itemId,
  "reviews.taskId": ({ session }) => session.taskId,
  "reviews.facilitatorId": ({ people }) => people.editor.userId,
  "reviews.participantIds": ({ people }) => [people.reviewer.userId],
  "businessEvents.eventId": ({ event }) => event.eventId,
  "businessEvents.documentIds": ({ persona }) => [persona.documentId],
  invitationId: ({ invitation }) => invitation.id,
  datasetId: ({ data }) => data.datasetId,
  snapshotId: ({ data }) => data.snapshotId,
  importId: ({ data }) => data.importId,
  "extraFields.fieldId": ({ fieldId }) => fieldId,
  pictureId: ({ pictureId }) => pictureId,
};

/** A field written and a claim added to the section. */
function editsOf(section: string) {
  return [
    { op: "set", path: ["summary"], value: "Rewritten" },
    { op: "insert", path: ["claims", section], item: { id: crypto.randomUUID(), text: "A claim" }, before: null },
  ];
}

/** A condition on the tenant's customer data, but for what it is compared with. */
const ORDERS = { k: "trait", trait: "orders", label: "orders", type: "number" };

/** A file of ids alone. */
const READING_PLAN = {
  format: { kind: "delimited", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
  ...{ subject: "customers", asOf: "2026-11-01", timeZone: "UTC", cancelled: null },
  columns: [
    {
      ...{ name: "id", role: "customer", type: "text", group: "behavioural", unit: "plain", isPersonal: false },
      ...{ decimal: ".", dateOrder: "ymd", separator: null, yes: [], no: [], missing: [] },
    },
  ],
};

/** One pixel. */
const SMALLEST_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** A day that is still to come. */
function soon(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Values that have to fit the fixtures, and those that a schema can't tell. */
const VALUES: ByField<unknown> = {
  "order.kind": () => "persona",
  "order.fieldIds": ({ fieldId }) => [fieldId],
  "uploadPicture.picture": () => SMALLEST_PNG,
  "convertToBody.fileName": () => "story.md",
  "convertToBody.file": () => btoa("# A story\n\n- one"),
  "detectAgain.format": () => ({ kind: "delimited", encoding: "utf-8", delimiter: ";", quote: null, hasHeader: true }),
  "startImport.plan": () => READING_PLAN,
  "startImport.dataset": ({ data }) => ({ id: data.datasetId }),
  timeZone: () => "Europe/Berlin",
  "erasePeople.keys": () => ["1"],
  "reviews.when": () => ({ mode: "live", starts: "2999-11-30T10:00", minutes: 60 }),
  "decideAlone.revision": ({ persona }) => persona.revision,
  "decideAlone.version": () => 2,
  "decideAlone.tasks": ({ people }) => [
    { text: "Ask five customers", assigneeId: people.reviewer.userId, dueOn: soon() },
  ],
  "changeTask.dueOn": () => soon(),
  "answerTrust.version": () => 2,
  "answerTrust.scores": () => [4, 4, 4, 4, 4],
  "reviews.items": ({ persona }) => [{ documentId: persona.documentId, minutes: 10 }],
  "businessEvents.happenedOn": () => "2026-11-20",
  "changePlan.revision": () => 0,
  "present.at": () => ({ block: "summary", offset: 12 }),
  "handPresenting.userId": ({ people }) => people.reviewer.userId,
  "reviews.noteId": () => crypto.randomUUID(),
  "mark.place": () => "summary",
  "webhooks.address": () => "https://hooks.example.org/services/y",
  "webhooks.kinds": () => ["task.given"],
  "reviews.token": () => "x".repeat(43),
  batchId: () => crypto.randomUUID(),
  page: () => crypto.randomUUID(),
  "segments.revision": ({ segment }) => segment.revision,
  "personas.revision": ({ persona }) => persona.revision,
  "scenarios.revision": ({ scenario }) => scenario.revision,
  "segments.edits": () => editsOf("needs"),
  "personas.edits": () => editsOf("goals"),
  "scenarios.edits": () => [{ op: "set", path: ["summary"], value: "Rewritten" }],
  "compare.to": () => 2,
  "claims.version": () => 1,
  "measures.version": () => null,
  "sizeChange.version": () => 1,
  "movedMembers.version": () => 1,
  "segments.documentIds": ({ segment }) => [segment.documentId],
  "linkCards.documentIds": ({ segment, persona }) => [segment.documentId, persona.documentId],
  "personas.documentIds": ({ persona }) => [persona.documentId],
  "scenarios.documentIds": ({ scenario }) => [scenario.documentId],
  "threads.place": () => "archetype",
  "threads.version": () => 1,
  "startInText.quote": () => "on a Tuesday",
  "startInText.proposal": () => null,
  "startInText.positions": () => null,
  notices: () => [crypto.randomUUID()],
  "snooze.notice": () => crypto.randomUUID(),
  "snooze.until": () => new Date(Date.now() + 86_400_000).toISOString(),
  "previewImport.text": () => "# Maya\n\n## Goals\n\n- Finish a project",
  "importDocuments.text": () => "# Maya\n\n## Goals\n\n- Finish a project",
  "importDocuments.documents": () => [{ at: 0, title: "Maya" }],
  "tag.add": () => ["Retail"],
  "list.segmentId": ({ segment }) => segment.documentId,
  "needs.personaId": ({ persona }) => persona.documentId,
  "list.personaId": ({ persona }) => persona.documentId,
  reason: () => "wording",
  reasons: () => [],
  "segments.delete.title": () => "Family buyers",
  "personas.delete.title": () => "Maya",
  "scenarios.delete.title": () => "The hinge",
  retention: () => ({ snapshotDays: 365, deliveryDays: 30, noticeDays: 90 }),
  "changeSignIn.policy": () => ({ signInBy: "any", domains: ["example.org"] }),
  approval: () => ({ needed: 1, by: "reviewers" }),
  cadence: () => ({
    ...{ plan: { how: "rule", rule: "FREQ=MONTHLY;BYMONTHDAY=-1", from: "2026-01-01" }, leadDays: [7] },
    ...{ ownerAfterDays: 14, adminsAfterDays: null },
  }),
  "retire.reason": () => "No longer true",
  "workspaces.delete.name": () => "Test",
  "takeBack.closedWorkspaceId": () => crypto.randomUUID(),
  email: () => "somebody-new@example.org",
  slug: ({ slug }) => slug,
  "preferences.preferences": () => DEFAULT_PREFERENCES,
  "preferences.token": ({ workspaceId, people }) =>
    unsubscribePath({ workspaceId, userId: people.owner.userId, group: "task" }).split("/").at(-1),
  "invitations.token": ({ invitation }) => invitation.token,
  "verifyEmail.token": ({ account }) => account.verifyToken,
  "resetPassword.token": ({ account }) => account.resetToken,
  "confirmEmailChange.token": () => "y".repeat(43),
  "readLink.token": ({ account }) => account.verifyToken,
  password: ({ account }) => account.password,
  current: ({ account }) => account.password,
  next: () => "a quite different horse battery",
  sessionId: ({ people }) => people.owner.sessionId,
  "segments.rows": () => [
    { id: crypto.randomUUID(), node: { ...ORDERS, op: "at-least", value: 2 }, within: "include" },
  ],
  "testCustomer.customerId": () => "a",
  "traitValues.trait": () => "city",
  "discoverValue.orders": () => "orders",
  "discoverFoundations.orders": () => "orders",
  "discoverGroups.features": () => ["city", "orders"],
  "draftSegments.segments": () => [
    {
      ...{ title: "Frequent buyers", summary: "", match: "all" },
      rows: [{ id: crypto.randomUUID(), node: { ...ORDERS, op: "at-least", value: 2 }, within: "include" }],
    },
  ],
};

function lookUp<T>(table: ByField<T>, path: string, field: string): ((tenant: Tenant) => T) | undefined {
  const [router = "", name = ""] = path.split(".");
  const keys = [`${path}.${field}`, `${name}.${field}`, `${router}.${field}`, field];
  return keys.map((key) => table[key]).find((value) => value !== undefined);
}

/** Fields of the procedure that name an object of a workspace, `workspaceId` aside. */
export function objectFields({ path, contract }: Procedure): readonly string[] {
  return fieldNames(contract).filter((field) => field !== "workspaceId" && lookUp(OBJECT_IDS, path, field));
}

export function fieldNames(contract: Procedure["contract"]): readonly string[] {
  const definition = contract?._zod.def as { readonly shape?: Readonly<Record<string, unknown>> } | undefined;
  return Object.keys(definition?.shape ?? {});
}

/** The prepared value of a field, or undefined when there is none. */
export function fixtureValue(path: string, field: string, tenant: Tenant): unknown {
  return (lookUp(OBJECT_IDS, path, field) ?? lookUp<unknown>(VALUES, path, field))?.(tenant);
}
