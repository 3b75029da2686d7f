"use client";
import clsx from "clsx";
import { useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { usePart } from "@/ui/use-part";
import { documentPath } from "../../components/document-link";
import { DocumentFace } from "../../lists/components/document-face";
import type { LinkedDocument } from "../link-contract";

const loadCard = () => import("../../lists/components/document-card-part").then((part) => part.DocumentCardPart);

interface DocumentChipProps {
  readonly document: LinkedDocument;
  /** Side of the face in pixels; 0 for a plain link in running text. */
  readonly face?: number | undefined;
  readonly className?: string | undefined;
}

/** A link to a document with its face; pointing at it or reaching it by keyboard shows who it is. */
export function DocumentChip({ document, face = 22, className }: DocumentChipProps) {
  const { slug } = useWorkspace();
  const anchor = useRef<HTMLAnchorElement>(null);
  const [isWanted, setWanted] = useState(false);
  const Card = usePart(loadCard, isWanted, () => setWanted(false));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWanted(true), after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWanted(false), 120);
  };
  const keep = () => clearTimeout(timer.current);
  const hasFace = face > 0 && document.kind === "persona";
  return (
    <>
      <Link
        ref={anchor}
        href={documentPath(slug, document.kind, document.id)}
        onPointerEnter={(event) => event.pointerType === "mouse" && show(350)}
        onPointerLeave={hide}
        onFocus={(event) => event.target.matches(":focus-visible") && show(0)}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && setWanted(false)}
        className={clsx(
          "min-w-0 underline decoration-line-strong underline-offset-4 hover:decoration-ink-2",
          face > 0 && "inline-flex max-w-full items-center gap-2",
          className,
        )}
      >
        {hasFace && <DocumentFace card={document.card} alt="" size={face} />}
        <bdi className="min-w-0 wrap-anywhere">{document.title || "No name yet"}</bdi>
      </Link>
      {Card && isWanted && <Card document={document} anchor={anchor} onStay={keep} onLeave={hide} />}
    </>
  );
}
