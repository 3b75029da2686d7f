"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { ButtonLink } from "@/ui/button-link";
import { PageWithRail } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { useNowAndThen } from "../activity/components/use-now-and-then";
import { ApprovalNotice } from "../approvals/components/approval-notice";
import { LiveBodyProvider } from "../bodies/components/live/live-body-context";
import { NeedsPanel } from "../bodies/components/needs-panel";
import { compareContent } from "../comparison/comparison-rules";
import { ContentProvider } from "../drafts/components/content-context";
import { DraftSavedState } from "../drafts/components/draft-saved-state";
import { PresentPeople } from "../drafts/components/present-people";
import { UndoButtons } from "../drafts/components/undo-buttons";
import { useDraft, useDraftSession } from "../drafts/components/use-draft";
import { useLiveDocument } from "../drafts/components/use-live-document";
import { useUndo } from "../drafts/components/use-undo";
import { bodyFieldOf, type DocumentContent, type Field } from "../field-rules";
import { TagsField } from "../lists/components/tags-field";
import { PresenceProvider } from "../sheet/components/place-frame";
import { ThreadsProvider } from "../threads/components/threads-provider";
import { FreshnessButton } from "../verification/components/freshness-button";
import { VerificationSection } from "../verification/components/verification-section";
import { PublishButton } from "../versions/components/publish-button";
import { DocumentGone } from "./document-gone";
import { comparePath, KIND_PLACES, listPath, reviewPath } from "./document-link";
import { DocumentMenu } from "./document-menu";
import { DocumentNotices } from "./document-notices";
import { DocumentRail } from "./document-rail";
import { StatePill } from "./state-pill";
import { useDocumentApi } from "./use-document-api";

export interface DocumentPageProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly fields: readonly Field[];
  readonly missing: (content: DocumentContent) => readonly string[];
  /** The kind's way to show its content; reads it by `useContent`. */
  readonly sheet: ReactNode;
  /** What the kind shows beside its sheet; reads the content as well. */
  readonly beside?: ReactNode;
  /** What reviews left behind, which know of documents, not the other way round. */
  readonly reviews?: ReactNode;
  /** What leads through the page, above its sheet; reads the content. */
  readonly guide?: ReactNode;
  /** What the kind says of a publication before it is confirmed; mounted anew with each revision. */
  readonly beforePublishing?: ReactNode;
}

/** A document as the person may see it: the draft, edited in place or read; for viewers what is published. */
export function DocumentPage({
  kind,
  documentId,
  fields,
  missing,
  sheet,
  beside,
  reviews,
  guide,
  beforePublishing,
}: DocumentPageProps) {
  const { id: workspaceId, slug, may, personId } = useWorkspace();
  const target = { workspaceId, documentId };
  const api = useDocumentApi(kind);
  const { data, error } = useSuspenseQuery(api.get.queryOptions(target));
  const { document, published } = data;
  const session = useDraftSession(kind, target, personId);
  const { isLive, presence } = useLiveDocument(target, session);
  const draft = useDraft(kind, target, session, { mayRead: may("draft.read"), isLive });
  const canEdit = may("draft.edit") && document.retired === null;
  const undoing = useUndo(draft, canEdit);
  // Comparing 300 claims takes longer than a keystroke may.
  const compared = useNowAndThen(draft?.content) ?? draft?.content;
  const changes = useMemo(
    () => (compared && published ? compareContent(fields, published.content, compared) : []),
    [fields, published, compared],
  );

  if (error && refusal(error).code === "NOT_FOUND") return <DocumentGone kind={kind} />;
  const content = draft?.content ?? (may("draft.read") ? null : published?.content);
  if (!content) return <SkeletonRows label="Loading the draft…" />;
  const isRetired = document.retired !== null;
  const current = document.currentVersion;
  const atHand = draft && { kind, target, fields, document, published, draft, missing: missing(content), changes };
  const edit = draft && canEdit ? draft.edit : null;
  return (
    <ThreadsProvider documentId={documentId} version={draft ? null : current}>
      <PresenceProvider value={presence}>
        <LiveBodyProvider
          {...target}
          personId={personId}
          mayWrite={canEdit}
          isDraft={draft !== null && document.retired === null}
        >
          <TopBar
            crumbs={[
              { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
              { label: content.title || "No name yet" },
            ]}
            actions={
              <>
                <PresentPeople />
                {current !== null && changes.length > 0 && (
                  <ButtonLink href={comparePath(slug, kind, documentId, { from: current, to: "draft" })}>
                    Compare with v{current}
                  </ButtonLink>
                )}
                {may("review.decide") && !isRetired && (
                  <ButtonLink href={reviewPath(slug, kind, documentId)}>Review</ButtonLink>
                )}
                {atHand && may("document.publish") && <PublishButton {...atHand} beforePublishing={beforePublishing} />}
                <DocumentMenu kind={kind} document={document} />
              </>
            }
          >
            <FreshnessButton of={document} />
            <StatePill
              state={isRetired || !draft ? document.state : draftState(current, changes.length)}
              version={current}
            />
            {draft && <DraftSavedState draft={draft} canEdit={edit !== null} />}
            {edit && draft && <UndoButtons draft={draft} acts={undoing} />}
          </TopBar>
          <PageWithRail
            railLabel="History"
            rail={
              <>
                <TagsField kind={kind} document={document} />
                <VerificationSection kind={kind} document={document} />
                <ContentProvider content={content} edit={edit}>
                  <NeedsPanel field={bodyFieldOf(fields)} documentId={documentId} />
                  {beside}
                </ContentProvider>
                {reviews}
                <DocumentRail
                  kind={kind}
                  documentId={documentId}
                  changeCount={draft ? changes.length : undefined}
                  shown={draft ? null : current}
                  content={compared ?? content}
                />
              </>
            }
          >
            {atHand && <ApprovalNotice {...atHand} />}
            <DocumentNotices kind={kind} document={document} draft={draft} />
            <ContentProvider content={content} edit={edit}>
              {guide}
              <div {...(edit && { "data-draft": "" })}>{sheet}</div>
            </ContentProvider>
          </PageWithRail>
        </LiveBodyProvider>
      </PresenceProvider>
    </ThreadsProvider>
  );
}

function draftState(current: number | null, changeCount: number) {
  if (current === null) return "draft";
  return changeCount > 0 ? "changed" : "published";
}
