"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Link } from "@/ui/link";
import { documentPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import { useContentPart, useEdit } from "../../drafts/components/content-context";

/** Milliseconds of quiet after which the draft is looked at again. */
const QUIET = 1_500;

interface HintListProps {
  readonly kind: KindName;
  readonly documentId: string;
}

/** What the server found worth a look in the draft; nothing where there is nothing, or where one doesn't write. */
export function HintList(props: HintListProps) {
  const { may } = useWorkspace();
  const edit = useEdit();
  return edit && may("draft.read") ? <Hints {...props} /> : null;
}

function Hints({ kind, documentId }: HintListProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const heading = useId();
  const api = useDocumentApi(kind);
  const { data: hints = [], refetch } = useQuery(api.hints.queryOptions({ workspaceId, documentId }));
  const content = useContentPart((whole) => whole);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the content is what starts the wait anew.
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), QUIET);
    return () => clearTimeout(timer);
  }, [content, refetch]);
  if (hints.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="mt-8 max-w-[68ch] border-t pt-5">
      <h2 id={heading} className="mb-1 text-small font-semibold text-ink-2">
        Worth a look
      </h2>
      <ul className="grid gap-1 text-small text-ink-2">
        {hints.map((hint) => (
          <li key={`${hint.code} ${hint.message}`} className="wrap-anywhere">
            {hint.message}{" "}
            {hint.place !== null && (
              <button
                type="button"
                onClick={() => goTo(hint.place)}
                className="min-h-6 text-ink-3 underline underline-offset-4"
              >
                Go there
              </button>
            )}
            {hint.links.map((link) => (
              <Link
                key={link.id}
                href={documentPath(slug, link.kind, link.id)}
                className="ms-2 underline decoration-line-strong underline-offset-4"
              >
                <bdi>{link.title || "No name yet"}</bdi>
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Focuses what one writes in at the place; the sections that are folded have no place on the page. */
function goTo(place: string | null): void {
  const element = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place ?? "")}"]`);
  element?.scrollIntoView({ block: "center" });
  element?.querySelector<HTMLElement>("input, textarea, select, button")?.focus({ preventScroll: true });
}
