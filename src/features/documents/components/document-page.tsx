"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { ButtonLink } from "@/ui/button-link";
import { PageWithRail } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { compareContent } from "../comparison-rules";
import type { DocumentContent, Field } from "../field-rules";
import { ApprovalNotice } from "./approval-notice";
import { ContentProvider } from "./content-context";
import { DocumentGone } from "./document-gone";
import { comparePath, KIND_PLACES, listPath } from "./document-link";
import { DocumentMenu } from "./document-menu";
import { DocumentNotices } from "./document-notices";
import { DocumentRail } from "./document-rail";
import { DraftSavedState } from "./draft-saved-state";
import { PublishButton } from "./publish-button";
import { StatePill } from "./state-pill";
import { ThreadsProvider } from "./threads-context";
import { type KindName, useDocumentApi } from "./use-document-api";
import { useDraft } from "./use-draft";

export interface DocumentPageProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly fields: readonly Field[];
  readonly missing: (content: DocumentContent) => readonly string[];
  /** The kind's way to show its content; reads it by `useContent`. */
  readonly sheet: ReactNode;
}

/** A document as the person may see it: the draft, edited in place or read; for viewers what is published. */
export function DocumentPage({ kind, documentId, fields, missing, sheet }: DocumentPageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const target = { workspaceId, documentId };
  const api = useDocumentApi(kind);
  const { data, error } = useSuspenseQuery(api.get.queryOptions(target));
  const draft = useDraft(kind, target, may("draft.read"));
  const { document, published } = data;

  if (error && refusal(error).code === "NOT_FOUND") return <DocumentGone kind={kind} />;
  const content = draft?.content ?? (may("draft.read") ? null : published?.content);
  if (!content) return <SkeletonRows label="Loading the draft…" />;
  const isRetired = document.retired !== null;
  const changes = draft && published ? compareContent(fields, published.content, draft.content) : [];
  const current = document.currentVersion;
  const atHand = draft && { kind, target, fields, document, published, draft, missing: missing(content), changes };
  const edit = draft && may("draft.edit") && !isRetired ? draft.edit : null;
  return (
    <ThreadsProvider documentId={documentId} version={draft ? null : current}>
      <TopBar
        crumbs={[
          { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
          { label: content.title || "No name yet" },
        ]}
        actions={
          <>
            {current !== null && changes.length > 0 && (
              <ButtonLink href={comparePath(slug, kind, documentId, { from: current, to: "draft" })}>
                Compare with v{current}
              </ButtonLink>
            )}
            {atHand && may("document.publish") && <PublishButton {...atHand} />}
            <DocumentMenu kind={kind} document={document} />
          </>
        }
      >
        <StatePill
          state={isRetired || !draft ? document.state : draftState(current, changes.length)}
          version={current}
        />
        {edit && draft && <DraftSavedState draft={draft} />}
      </TopBar>
      <PageWithRail
        railLabel="History"
        rail={
          <DocumentRail
            kind={kind}
            documentId={documentId}
            changeCount={draft ? changes.length : undefined}
            shown={draft ? null : current}
            content={content}
          />
        }
      >
        {atHand && <ApprovalNotice {...atHand} />}
        <DocumentNotices kind={kind} document={document} draft={draft} />
        <ContentProvider content={content} edit={edit}>
          {sheet}
        </ContentProvider>
      </PageWithRail>
    </ThreadsProvider>
  );
}

function draftState(current: number | null, changeCount: number) {
  if (current === null) return "draft";
  return changeCount > 0 ? "changed" : "published";
}
