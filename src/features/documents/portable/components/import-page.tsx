"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { KIND_PLACES, listPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { ImportPageProps } from "./import-page-props";
import { ImportPreviewed } from "./import-previewed";
import { ImportSource } from "./import-source";
import { useKeptSource } from "./use-kept-source";

/** A text or a file becomes documents: first the text, then what would go where, then the import. */
export function ImportPage(props: ImportPageProps) {
  const { kind } = props;
  const { id: workspaceId, slug } = useWorkspace();
  const { many } = KIND_PLACES[kind];
  const api = useDocumentApi(kind);
  const [source, setSource, forget] = useKeptSource(workspaceId, kind);
  const [isLooking, setLooking] = useState(false);
  const preview = useMutation(api.previewImport.mutationOptions({ onSuccess: () => setLooking(true) }));
  return (
    <>
      <TopBar crumbs={[{ label: many, href: listPath(slug, kind) }, { label: "Import" }]} />
      <Page>
        <PageTitle
          title={`Import ${many.toLowerCase()}`}
          description="From Word, Markdown, HTML, plain text or JSON. You see what goes where before anything is made, and nothing of the text is dropped."
        />
        {isLooking && preview.data ? (
          <ImportPreviewed
            {...props}
            // A new preview starts from its own choices.
            key={preview.submittedAt}
            file={source}
            preview={preview.data}
            onBack={() => setLooking(false)}
            onDone={forget}
          />
        ) : (
          <ImportSource
            source={source}
            onSource={(next) => {
              setSource(next);
              // What was refused is another text now.
              if (preview.isError) preview.reset();
            }}
            pending={preview.isPending}
            error={preview.error}
            onLook={() => preview.mutate({ workspaceId, ...source })}
          />
        )}
      </Page>
    </>
  );
}
