"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { ButtonLink } from "@/ui/button-link";
import { Message } from "@/ui/message-page";
import { KIND_PLACES, listPath } from "./document-link";

/** In place of a document that somebody deleted, or took away from the reader, while it was open. */
export function DocumentGone({ kind }: { readonly kind: KindName }) {
  const { slug } = useWorkspace();
  const { one, many } = KIND_PLACES[kind];
  return (
    <Message
      title={`This ${one} is gone`}
      actions={
        <ButtonLink variant="primary" href={listPath(slug, kind)}>
          All {many.toLowerCase()}
        </ButtonLink>
      }
    >
      Somebody deleted it for good while you had it open, or you may no longer see it. An admin of the workspace can
      tell who did: it stands in the audit log.
    </Message>
  );
}
