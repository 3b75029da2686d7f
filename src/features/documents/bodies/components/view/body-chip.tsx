"use client";
import { BookOpen, Shapes } from "lucide-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { comparePath, versionPath } from "../../../components/document-link";
import { DocumentChip } from "../../../links/components/document-chip";
import { DocumentFace } from "../../../lists/components/document-face";
import { useBodyCard } from "./body-cards";
import type { PinnedDocument } from "./pinned-document";

interface BodyChipProps {
  readonly pinned: PinnedDocument;
  /** Pins the newest version instead; only where one writes. */
  readonly onUpdate?: ((version: number, title: string) => void) | undefined;
}

/** A document in running text, at the version that the text was written for. */
export function BodyChip({ pinned, onUpdate }: BodyChipProps) {
  const { id, kind, title, version } = pinned;
  const { card, isMissing } = useBodyCard(id);
  const name = title || card?.title || "No name yet";
  const newest = card?.currentVersion ?? null;
  return (
    <span data-chip="" className={kind === "persona" ? undefined : "ps-2!"}>
      {kind === "persona" && <DocumentFace card={card?.card ?? {}} alt="" size={20} />}
      {kind === "segment" && <Shapes aria-hidden="true" className="size-3.5 text-ink-3" />}
      {kind === "scenario" && <BookOpen aria-hidden="true" className="size-3.5 text-ink-3" />}
      {card ? (
        <DocumentChip document={{ ...card, title: name }} face={0} className="no-underline! hover:underline!" />
      ) : (
        <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
      )}
      {version !== null && <span className="font-normal text-ink-3 tabular-nums">v{version}</span>}
      {isMissing && <span className="font-normal text-ink-3">not available</span>}
      {id && newest !== null && newest !== version && (
        <NewerVersion {...{ pinned, id, newest }}>
          {onUpdate && (
            <button
              type="button"
              onClick={() => onUpdate(newest, card?.title || name)}
              className="min-h-6 rounded-s font-semibold text-ink-2 underline underline-offset-4 hover:text-ink print:hidden"
            >
              Update
            </button>
          )}
        </NewerVersion>
      )}
    </span>
  );
}

interface NewerVersionProps {
  readonly pinned: PinnedDocument;
  readonly id: string;
  readonly newest: number;
  readonly children?: ReactNode;
}

/** That there is a newer version, with the way to what it changed. */
function NewerVersion({ pinned: { kind, version }, id, newest, children }: NewerVersionProps) {
  const { slug } = useWorkspace();
  const href =
    version === null ? versionPath(slug, kind, id, newest) : comparePath(slug, kind, id, { from: version, to: newest });
  return (
    <>
      <Link href={href} className="font-normal text-due underline decoration-dotted underline-offset-4 print:hidden">
        v{newest} is published
      </Link>
      {children}
    </>
  );
}
