"use client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Page } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { TopBar } from "@/ui/top-bar";
import { useTurning } from "@/ui/use-turning";
import type { DocumentHead } from "../document-contract";
import type { DocumentContent, Field } from "../field-rules";
import { freshnessLine, turningMoments } from "../verification/freshness-rules";
import { documentPath, KIND_PLACES, listPath, printPath } from "./document-link";
import { PrintedContent } from "./printed-content";
import { useDocumentApi } from "./use-document-api";

export interface PrintPageProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly fields: readonly Field[];
  /** The working copy, for those who may read it, instead of what is published. */
  readonly isDraft: boolean;
  /** What stands before the name. */
  readonly face?: ((content: DocumentContent) => ReactNode) | undefined;
}

/** As it is at the time of printing. */
function PrintedFreshness({ document, version }: { readonly document: DocumentHead; readonly version: number | null }) {
  const { timeZone } = useWorkspace();
  const now = useTurning(turningMoments(document.freshness), timeZone);
  return document.retired ? null : freshnessLine(document, version, new Date(now), timeZone);
}

/** A document on paper: everything that it says, with the version that says so, its date and its owner. */
export function PrintPage({ kind, documentId, fields, isDraft, face }: PrintPageProps) {
  const { id: workspaceId, slug, name, may } = useWorkspace();
  const api = useDocumentApi(kind);
  const target = { workspaceId, documentId };
  const { data } = useSuspenseQuery(api.get.queryOptions(target));
  const { data: draft } = useQuery(api.draft.queryOptions(target, { enabled: isDraft }));
  const { document, published } = data;
  const content = isDraft ? draft?.content : published?.content;
  if (!content) return <SkeletonRows label="Loading the text…" />;
  const { one, many } = KIND_PLACES[kind];
  return (
    <>
      <div className="print:hidden">
        <TopBar
          crumbs={[
            { label: many, href: listPath(slug, kind) },
            { label: content.title || "No name yet", href: documentPath(slug, kind, documentId) },
            { label: "Print" },
          ]}
          actions={
            <>
              {published && may("draft.read") && (
                <ButtonLink href={printPath(slug, kind, documentId, isDraft ? undefined : "draft")}>
                  {isDraft ? `Show v${published.number}` : "Show the draft"}
                </ButtonLink>
              )}
              <Button
                variant="primary"
                icon={<Printer aria-hidden="true" className="size-4" />}
                onClick={() => window.print()}
              >
                Print or save as PDF
              </Button>
            </>
          }
        />
      </div>
      <Page width="text" className="print:max-w-none print:p-0">
        <article className="min-w-0 wrap-anywhere">
          <header className="flex items-start gap-5 border-b pb-5">
            {face?.(content)}
            <div className="min-w-0">
              <p className="text-small text-ink-3 first-letter:uppercase">{one}</p>
              <h1 dir="auto" className="font-display text-display-36">
                {content.title || "No name yet"}
              </h1>
              <p className="mt-2 text-small text-ink-2">
                {isDraft ? (
                  <>
                    Draft{published && ` after v${published.number}`}
                    {draft && (
                      <>
                        , changed <Time at={draft.changedAt} /> by {draft.changedBy.name}
                      </>
                    )}
                  </>
                ) : (
                  published && (
                    <>
                      Version {published.number}, published <Time at={published.publishedAt} /> by{" "}
                      {published.author.name}
                    </>
                  )
                )}
                {" · "}Owner {document.owner.name} · {name}
              </p>
              <p className="mt-1 text-small text-ink-2">
                <PrintedFreshness document={document} version={isDraft ? null : (published?.number ?? null)} />
              </p>
              {document.retired && <p className="mt-1 text-small text-due">Retired: {document.retired.reason}</p>}
            </div>
          </header>
          <PrintedContent fields={fields} content={content} />
        </article>
      </Page>
    </>
  );
}
