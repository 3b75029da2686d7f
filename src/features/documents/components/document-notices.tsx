"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { DocumentHead } from "../document-contract";
import type { LiveDraft } from "../drafts/components/use-draft";
import type { Edit } from "../drafts/edit-rules";
import { markLink } from "../marks/components/mark-link";
import type { DocumentMark } from "../marks/mark-rules";
import { KIND_PLACES } from "./document-link";

interface DocumentNoticesProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly draft: LiveDraft | null;
}

/** What one should know before reading: that it is retired, that one only reads, that something was not saved. */
export function DocumentNotices({ kind, document, draft }: DocumentNoticesProps) {
  const { may, slug } = useWorkspace();
  const { one } = KIND_PLACES[kind];
  const refused = draft?.save.refused;
  return (
    <div className="grid gap-3 not-empty:pb-6">
      {document.retired && (
        <Notice tone="due" title={`This ${one} is retired`}>
          Since <Time at={document.retired.at} />. {document.retired.reason}
        </Notice>
      )}
      {/* What comes from the document itself is told where it is measured or discussed. */}
      {document.state !== "retired" &&
        document.marks
          .filter(({ sourceId }) => sourceId !== document.id)
          .map((mark) => {
            const link = markLink(slug, document.id, mark);
            return (
              <Notice
                key={`${mark.mark} ${mark.sourceId}`}
                tone="due"
                title={MARK_TITLES[mark.mark]}
                action={
                  link && (
                    <ButtonLink size="s" href={link.href}>
                      {link.words}
                    </ButtonLink>
                  )
                }
              >
                {mark.sentence} Since <Time at={mark.since} />. It goes when somebody confirms that the {one} is still
                true, or publishes a new version.
              </Notice>
            );
          })}
      {draft && !may("draft.edit") && (
        <Notice>You are reading the draft. Editors can change it; what is published stands under Versions.</Notice>
      )}
      {draft && refused && (
        <Notice
          tone="error"
          title="Something you changed was not saved"
          action={
            <>
              <Button size="s" onClick={() => void copy(refused.edits)}>
                Copy what I wrote
              </Button>
              <Button size="s" variant="ghost" onClick={draft.dismissRefusal}>
                Dismiss
              </Button>
            </>
          }
        >
          {refused.message}
        </Notice>
      )}
    </div>
  );
}

const MARK_TITLES: Readonly<Record<DocumentMark["mark"], string>> = {
  drifting: "The customer data have moved away from what it stands for",
  contradicted: "Evidence speaks against it",
  "rests-on-new": "A segment that it stands for has a new version",
  event: "Something happened that it may not know of",
  disputed: "Much is being said about it",
};

/** Puts the texts of refused edits on the clipboard, one a line. */
async function copy(edits: readonly Edit[]): Promise<void> {
  const texts = edits.flatMap((edit) => {
    if (edit.op === "set") return typeof edit.value === "string" ? [edit.value] : [JSON.stringify(edit.value)];
    return edit.op === "insert" ? [String(edit.item.text ?? "")] : [];
  });
  try {
    await navigator.clipboard.writeText(texts.join("\n"));
    toast("Copied.");
  } catch {
    toast("The browser did not allow copying. Select the text on the page instead.", { tone: "error" });
  }
}
