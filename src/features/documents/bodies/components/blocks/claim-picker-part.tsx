"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { useDocumentApi } from "../../../components/use-document-api";
import type { LinkedDocument } from "../../../links/link-contract";
import { DocumentFace } from "../../../lists/components/document-face";
import { ProvenanceMark } from "../../../sheet/components/claim-marks";
import { type EmbeddedClaim, matchingClaims } from "../../claim-embed-rules";

interface ClaimPickerProps {
  readonly onClose: () => void;
  /** Attributes of the block. */
  readonly onChoose: (attrs: Readonly<Record<string, unknown>>) => void;
}

const ROW =
  "flex min-h-9 w-full items-center gap-2.5 rounded-s px-2 py-1.5 text-start hover:bg-sunk focus-visible:bg-sunk focus-visible:outline-offset-[-2px]";

/** First whose claim, then which one. */
export function ClaimPickerPart({ onClose, onChoose }: ClaimPickerProps) {
  const [of, setOf] = useState<LinkedDocument | null>(null);
  return (
    <DialogPart
      open
      onOpenChange={(open) => !open && onClose()}
      title={of ? `A claim of ${of.title || "the persona"}` : "Whose claim?"}
      description="It is shown in the words of the version that is published now, and says so when a newer one changes it."
      footer={of && <Button onClick={() => setOf(null)}>Choose somebody else</Button>}
    >
      {of ? <ClaimList of={of} onChoose={onChoose} /> : <OwnerList onChoose={setOf} />}
    </DialogPart>
  );
}

function OwnerList({ onChoose }: { readonly onChoose: (document: LinkedDocument) => void }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const { data, error } = useQuery(
    trpc.documents.linkTargets.queryOptions(
      { workspaceId, kind: "persona", text: wanted },
      { placeholderData: (before) => before },
    ),
  );
  const published = data?.filter(({ currentVersion }) => currentVersion !== null);
  return (
    <div className="grid gap-3">
      <Field label="Find a persona by its name">
        <TextInput maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <ul className="-mx-2 max-h-[50vh] overflow-y-auto">
        {published?.map((document) => (
          <li key={document.id}>
            <button type="button" onClick={() => onChoose(document)} className={ROW}>
              <DocumentFace card={document.card} alt="" size={26} />
              <bdi className="min-w-0 flex-1 truncate">{document.title || "No name yet"}</bdi>
              <span className="text-small text-ink-3 tabular-nums">v{document.currentVersion}</span>
              <ChevronRight aria-hidden="true" className="size-4 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      {error && <p className="text-small text-stale">{refusal(error).message}</p>}
      {published?.length === 0 && (
        <p className="text-small text-ink-3">
          {wanted ? "No published persona has these words in its name." : "No persona is published yet."}
        </p>
      )}
    </div>
  );
}

interface ClaimListProps extends Pick<ClaimPickerProps, "onChoose"> {
  readonly of: LinkedDocument;
}

function ClaimList({ of: { id, kind }, onChoose }: ClaimListProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  const [text, setText] = useState("");
  const { data, error } = useQuery(api.claims.queryOptions({ workspaceId, documentId: id }));
  const sections = data && matchingClaims(data.sections, text);
  const choose = (claim: Pick<EmbeddedClaim, "place" | "text">) =>
    data &&
    onChoose({ document: id, kind, version: data.version, title: data.title, place: claim.place, text: claim.text });
  return (
    <div className="grid gap-3">
      <Field label="Find a claim by its words">
        <TextInput maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="-mx-2 max-h-[50vh] overflow-y-auto">
        {sections?.map(({ label, claims }) => (
          <section key={label} aria-label={label}>
            <h3 className="px-2 pt-2 pb-1 text-label text-ink-3">{label}</h3>
            <ul>
              {claims.map((claim) => (
                <li key={claim.place}>
                  <button type="button" onClick={() => choose(claim)} className={ROW}>
                    <bdi className="min-w-0 flex-1 wrap-anywhere">{claim.text}</bdi>
                    <ProvenanceMark claim={claim} />
                    {claim.provenance === "assumption" && <span className="text-small text-due">Assumption</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {error && <p className="text-small text-stale">{refusal(error).message}</p>}
      {sections?.length === 0 && (
        <p className="text-small text-ink-3">{text ? "No claim has these words." : "This version claims nothing."}</p>
      )}
    </div>
  );
}
