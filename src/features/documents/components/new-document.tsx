"use client";
import { FileInput, Plus } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { usePart } from "@/ui/use-part";
import { importPath, KIND_PLACES } from "./document-link";
import type { NewDocumentDialogProps } from "./new-document-part";

const loadPart = () => import("./new-document-part").then((part) => part.NewDocumentPart);

/** The two ways to a new document: from nothing or a template, or out of a file. */
export function NewDocument({ kind }: { readonly kind: KindName }) {
  const { slug } = useWorkspace();
  return (
    <>
      <ButtonLink href={importPath(slug, kind)} icon={<FileInput aria-hidden="true" className="size-4" />}>
        Import
      </ButtonLink>
      <NewDocumentButton kind={kind} />
    </>
  );
}

/** The one thing to press where there is no document yet. */
export function NewDocumentButton({ kind }: { readonly kind: KindName }) {
  const [isOpen, setOpen] = useState(false);
  const { one } = KIND_PLACES[kind];
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setOpen(true)}>
        New {one}
      </Button>
      <NewDocumentDialog kind={kind} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}

/** Asks what to start from and for a name, and opens the new document. Its code is loaded when it is first opened. */
export function NewDocumentDialog(props: NewDocumentDialogProps) {
  const Part = usePart(loadPart, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}
