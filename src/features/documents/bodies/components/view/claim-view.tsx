"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useDocumentApi } from "../../../components/use-document-api";
import { ProvenanceMark } from "../../../sheet/components/claim-marks";
import { claimAt, claimFate } from "../../claim-embed-rules";
import { useBodyCard } from "./body-cards";
import { BodyChip } from "./body-chip";
import type { PinnedDocument } from "./pinned-document";

/** What one may do about it where one writes. */
export interface ClaimActs {
  readonly update: (newest: { readonly version: number; readonly title: string; readonly text: string }) => void;
  readonly unlink: () => void;
}

interface ClaimViewProps {
  readonly pinned: PinnedDocument;
  /** As of `placeOf`. */
  readonly place: string;
  /** As the pinned version has it. */
  readonly text: string;
  readonly acts?: ClaimActs | undefined;
}

/** A claim of a persona in a text, in the words of the version that the text was written for. */
export function ClaimView({ pinned, place, text, acts }: ClaimViewProps) {
  const { card } = useBodyCard(pinned.id);
  const newest = card?.currentVersion ?? null;
  const isNewer = newest !== null && newest !== pinned.version;
  const then = useVersionClaims(pinned, pinned.version, card !== undefined);
  const now = useVersionClaims(pinned, newest, isNewer);
  const claim = then && claimAt(then, place);
  const fate = now && isNewer ? claimFate(text, claim, now, place) : "same";
  const successor = now && claimAt(now, place);
  return (
    <figure data-claim="">
      <p dir="auto">
        <span
          className={clsx(
            claim?.provenance === "assumption" &&
              "underline decoration-due decoration-dashed decoration-[1.5px] underline-offset-[5px]",
          )}
        >
          {text}
        </span>
        {claim?.provenance === "assumption" && <span className="sr-only"> (assumption, no evidence yet)</span>}
      </p>
      <figcaption className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <BodyChip pinned={pinned} />
        {claim && <span>{claim.section}</span>}
        {claim && <ProvenanceMark claim={claim} />}
        {isNewer && fate !== "same" && (
          <span className="text-due">
            {fate === "dropped" ? `v${newest} no longer says this` : `v${newest} says it differently`}
          </span>
        )}
        {acts && (
          <span className="ms-auto inline-flex gap-3 print:hidden">
            {isNewer && successor && (
              <Act onPress={() => acts.update({ version: newest, title: now.title, text: successor.text })}>
                Update to v{newest}
              </Act>
            )}
            <Act onPress={acts.unlink}>Keep the words only</Act>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Act({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-6 font-strong text-ink-2 underline decoration-line-control underline-offset-4 hover:text-ink"
    >
      {children}
    </button>
  );
}

/** What a version claims; it never changes, so it is asked for once. */
function useVersionClaims({ id, kind }: PinnedDocument, version: number | null, isWanted: boolean) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  const { data } = useQuery(
    api.claims.queryOptions(
      { workspaceId, documentId: id ?? "", version: version ?? 1 },
      { enabled: isWanted && id !== null && version !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return data;
}
