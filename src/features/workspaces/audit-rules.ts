// The audit log in words.
import type { AuditAction, AuditEntry } from "./audit-contract";
import type { ApprovalPolicy } from "./policy-rules";
import { policyWords } from "./policy-rules";

/** What the filter offers, in the order of the table in the contract. */
export const AUDIT_ACTION_LABELS: Readonly<Record<AuditAction, string>> = {
  "workspace.created": "Workspace created",
  "workspace.renamed": "Workspace renamed",
  "workspace.handed-over": "Workspace handed over",
  "workspace.closed": "Workspace to be deleted",
  "workspace.taken-back": "Deletion taken back",
  "member.joined": "Member joined",
  "member.role-changed": "Role changed",
  "member.removed": "Member removed",
  "member.left": "Member left",
  "invitation.sent": "Invitation sent",
  "invitation.resent": "Invitation sent again",
  "invitation.revoked": "Invitation revoked",
  "version.published": "Version published",
  "draft.restored": "Version restored as draft",
  "document.retired": "Document retired",
  "document.reopened": "Document reopened",
  "document.deleted": "Document deleted",
  "policy.changed": "Policy changed",
  "sign-in.changed": "Sign-in changed",
  "retention.changed": "Data retention changed",
  "cadence.changed": "Verification changed",
  "webhook.changed": "Webhook changed",
  "data.imported": "Customer data imported",
  "data.changed": "Customer data’s retention changed",
  "data.deleted": "Customer data deleted",
  "data.exported": "Customer data exported",
  "person.erased": "Customer erased",
  "fields.changed": "Fields changed",
};

/** What the actor did, without their name: "changed Ben's role from viewer to editor". */
export function auditPredicate({ action, actor, objectId, objectName, details }: AuditEntry): string {
  const object = objectName ?? "somebody";
  const { title, number, role, roleBefore, roleAfter, nameBefore, nameAfter, slugBefore, slugAfter } = details;
  switch (action) {
    case "workspace.created":
      return `created the workspace ${details.name}`;
    case "workspace.renamed": {
      const address = `the address from /w/${slugBefore} to /w/${slugAfter}`;
      if (nameBefore === nameAfter) return `changed ${address}`;
      const name = `renamed the workspace from ${nameBefore} to ${nameAfter}`;
      return slugBefore === slugAfter ? name : `${name} and changed ${address}`;
    }
    case "workspace.handed-over":
      return `handed the workspace over to ${object}`;
    case "workspace.closed":
      return `closed the workspace, to be deleted on ${longDay(String(details.until))}`;
    case "workspace.taken-back":
      return "took the deletion of the workspace back";
    case "member.joined":
      return `joined as ${role}`;
    case "member.role-changed": {
      const whose = objectId === actor.userId ? "their own role" : `${possessive(object)} role`;
      return `changed ${whose} from ${roleBefore} to ${roleAfter}`;
    }
    case "member.removed":
      return `removed ${object}, who was ${role}`;
    case "member.left":
      return `left, having been ${role}`;
    case "invitation.sent":
      return `invited ${object} as ${role}`;
    case "invitation.resent":
      return `sent ${object} the invitation again, as ${role}`;
    case "invitation.revoked":
      return `revoked the invitation of ${object} as ${role}`;
    case "version.published":
      return `published version ${number} of the ${details.kind} ${title}`;
    case "draft.restored":
      return `restored version ${number} of the ${details.kind} ${title} as its draft`;
    case "document.retired":
      return `retired the ${details.kind} ${title}`;
    case "document.reopened":
      return `reopened the ${details.kind} ${title}`;
    case "document.deleted":
      return `deleted the ${details.kind} ${title} with ${details.versions} ${details.versions === 1 ? "version" : "versions"} for good`;
    case "policy.changed":
      return `changed what publishing asks for from ${keptPolicy(details, "Before")} to ${keptPolicy(details, "After")}`;
    case "sign-in.changed":
      return signInPredicate(details);
    case "retention.changed":
      return `changed how long things are kept from ${details.before} to ${details.after}`;
    case "cadence.changed": {
      const what = details.kind ? `${details.kind}s are` : "documents are";
      const words = (said: string | number | null | undefined) => (said ? `“${said}”` : "what holds otherwise");
      return `changed how often ${what} verified from ${words(details.wordsBefore)} to ${words(details.wordsAfter)}`;
    }
    case "webhook.changed":
      return `${details.change} the webhook ${details.name} to ${details.host}`;
    case "data.imported":
      return `imported snapshot ${number} of ${details.name} with ${counted(details.customers, "customer")}`;
    case "data.changed":
      return `changed how long ${details.name} is kept from ${keptFor(details.daysBefore)} to ${keptFor(details.daysAfter)}`;
    case "data.deleted":
      return number === null
        ? `deleted the customer data ${details.name}`
        : `deleted snapshot ${number} of the customer data ${details.name}`;
    case "data.exported":
      return `exported ${details.what} of ${details.name} in ${counted(details.rows, "row")}`;
    case "person.erased":
      return `erased ${counted(details.people, "customer")} from ${counted(details.snapshots, "snapshot")}`;
    case "fields.changed":
      if (details.change === "sorted") return `sorted the fields added to ${details.kind}s`;
      if (details.change === "brought back") return `brought back the field ${details.label} of ${details.kind}s`;
      return `${details.change} the field ${details.label} of ${details.kind}s`;
  }
}

function signInPredicate({ byBefore, byAfter, domainsBefore, domainsAfter }: AuditEntry["details"]): string {
  const way = byAfter === "oidc" ? "let members enter by single sign-on only" : "let members enter by any way again";
  const who = `let people be invited from ${domainsAfter || "anywhere"}, before from ${domainsBefore || "anywhere"}`;
  if (domainsBefore === domainsAfter) return way;
  return byBefore === byAfter ? who : `${way}, and ${who}`;
}

/** "Ana changed Ben's role from viewer to editor." */
export function auditSentence(entry: AuditEntry): string {
  return `${entry.actor.name} ${auditPredicate(entry)}.`;
}

/** "29 November 2026" */
function longDay(moment: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(moment));
}

/** A policy as an act keeps it. */
function keptPolicy(details: AuditEntry["details"], when: "Before" | "After"): string {
  const by: ApprovalPolicy["by"] = details[`by${when}`] === "verifiers" ? "verifiers" : "reviewers";
  return policyWords({ needed: Number(details[`needed${when}`]), by });
}

function counted(n: string | number | null | undefined, noun: string): string {
  return `${Number(n).toLocaleString("en")} ${noun}${Number(n) === 1 ? "" : "s"}`;
}

function keptFor(days: string | number | null | undefined): string {
  return days === null || days === undefined ? "until it is deleted" : counted(days, "day");
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}
