// Retells a document's history from what people were answered, one act after the other by the revision that each made,
// and says what of it the database disagrees with. What several people did at once must read as if in some order.

import type { LoggedBatch } from "@/features/documents/drafts/edit-log-queries";
import { applyEdits, isSameJson } from "@/features/documents/drafts/edit-rules";

/** An act that was acknowledged, with the revision of the draft that it made. */
export type Acknowledged =
  | { readonly act: "edit"; readonly revision: number; readonly batchId: string }
  | { readonly act: "publish"; readonly revision: number; readonly number: number }
  | { readonly act: "restore"; readonly revision: number; readonly number: number }
  | { readonly act: "bring back"; readonly revision: number; readonly restorePointId: number };

/** What the database holds in the end. */
export interface StoredHistory {
  readonly start: unknown;
  readonly draft: { readonly revision: number; readonly content: unknown };
  readonly log: readonly LoggedBatch[];
  readonly versions: readonly { readonly number: number; readonly content: unknown }[];
  readonly restorePoints: readonly { readonly id: number; readonly revision: number; readonly content: unknown }[];
}

/** Sentences for what doesn't fit; none when the history is the one that was acknowledged. */
export function retell(acts: readonly Acknowledged[], stored: StoredHistory): readonly string[] {
  const wrong: string[] = [];
  const byRevision = new Map<number, Acknowledged>();
  for (const act of acts) {
    const other = byRevision.get(act.revision);
    const isSentTwice = other?.act === "edit" && act.act === "edit" && other.batchId === act.batchId;
    if (other && !isSentTwice) wrong.push(`revision ${act.revision} was made by ${other.act} and by ${act.act}`);
    byRevision.set(act.revision, act);
  }
  const { log, versions, restorePoints, draft } = stored;
  const logged = new Map(log.map((batch) => [batch.revision, batch]));
  const edits = [...byRevision.values()].filter(({ act }) => act === "edit").length;
  if (log.length !== edits) wrong.push(`${edits} edits were acknowledged, ${log.length} are in the log`);
  if (byRevision.size !== draft.revision) {
    wrong.push(`${byRevision.size} acts were acknowledged, the draft is at revision ${draft.revision}`);
  }

  let content = stored.start;
  let published = 0;
  for (let revision = 1; revision <= draft.revision; revision++) {
    const act = byRevision.get(revision);
    switch (act?.act) {
      case undefined:
        wrong.push(`nobody was told of revision ${revision}`);
        break;
      case "edit": {
        const batch = logged.get(revision);
        if (batch?.batchId !== act.batchId) wrong.push(`edit ${revision} is not in the log`);
        else content = applyEdits(content, batch.edits);
        break;
      }
      case "publish": {
        published += 1;
        const version = versions.find(({ number }) => number === act.number);
        if (act.number !== published) wrong.push(`v${act.number} was published where v${published} was due`);
        if (!isSameJson(version?.content, content)) wrong.push(`v${act.number} is not what revision ${revision} was`);
        break;
      }
      case "restore":
      case "bring back": {
        const kept = [...versions, ...restorePoints.filter((point) => point.revision === revision - 1)];
        if (!kept.some((one) => isSameJson(one.content, content))) wrong.push(`restore ${revision} lost the draft`);
        const source =
          act.act === "restore"
            ? versions.find(({ number }) => number === act.number)
            : restorePoints.find(({ id }) => id === act.restorePointId);
        content = source?.content;
        break;
      }
    }
  }
  if (!isSameJson(content, draft.content)) wrong.push("the draft is not what its history gives");
  const numbers = versions.map(({ number }) => number);
  if (
    !isSameJson(
      numbers,
      Array.from({ length: published }, (_, at) => at + 1),
    )
  ) {
    wrong.push(`versions are ${numbers.join(", ")} after ${published} publications`);
  }
  return wrong;
}
