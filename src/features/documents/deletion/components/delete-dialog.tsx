"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import type { DocumentDialogProps } from "../../components/document-dialog-props";
import { documentPath, KIND_PLACES, listPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { Dependants, LinkingDocument } from "../deletion-contract";
import { isSameTitle } from "../deletion-rules";

/** What would go and what would be left pointing nowhere, before a document is deleted for good. */
export function DeleteDialog({ kind, document, open, onClose }: DocumentDialogProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const target = { workspaceId, documentId: document.id };
  const api = useDocumentApi(kind);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const form = useId();
  const [title, setTitle] = useState("");
  const { one } = KIND_PLACES[kind];
  const dependants = useQuery(api.dependants.queryOptions(target, { enabled: open, staleTime: 0 }));
  const remove = useMutation(
    api.delete.mutationOptions({
      onSuccess: async () => {
        router.push(listPath(slug, kind));
        toast(`${document.title} is deleted.`);
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: api.list.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.documents.pathKey() }),
        ]);
      },
    }),
  );
  const isTyped = dependants.data !== undefined && isSameTitle(title, dependants.data.title);
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Delete this ${one} for good?`}
      description="Nobody can bring it back. To take it out of use and keep its history, retire it instead."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="accent"
            pending={remove.isPending}
            disabledReason={isTyped ? undefined : `Type the ${one}’s title first.`}
          >
            Delete for good
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isTyped && !remove.isPending) remove.mutate({ ...target, title });
        }}
      >
        {remove.isError && <Notice tone="error">{refusal(remove.error).message}</Notice>}
        {dependants.isError && <Notice tone="error">{refusal(dependants.error).message}</Notice>}
        {dependants.isPending && <SkeletonRows label="Looking up what hangs on it…" rows={2} />}
        {dependants.data && <Goes dependants={dependants.data} />}
        {dependants.data && (
          <Field label={<>Type “{dependants.data.title}” to go on</>}>
            <TextInput value={title} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

function Goes({ dependants }: { readonly dependants: Dependants }) {
  const { slug } = useWorkspace();
  const { links, linkCount } = dependants;
  const goes = [
    counted(dependants.versions, "version"),
    counted(dependants.draftsSetAside, "draft set aside", "drafts set aside"),
    counted(dependants.threads, "thread"),
    counted(dependants.comments, "comment"),
    counted(dependants.approvals, "decision on a draft", "decisions on drafts"),
  ].filter((words) => words !== null);
  return (
    <>
      <section aria-label="What is deleted">
        <h3 className="font-semibold">What is deleted with it</h3>
        <p className="text-ink-2">
          The draft with its edit log and feed{goes.length > 0 && `, ${goes.join(", ")}`}. The audit log keeps that it
          was deleted, and by whom.
        </p>
      </section>
      <section aria-label="What links to it">
        <h3 className="font-semibold">What links to it</h3>
        {linkCount === 0 && <p className="text-ink-2">Nothing.</p>}
        {linkCount > 0 && (
          <>
            <p className="text-ink-2">These stay, and show the link as leading to something that is gone.</p>
            <ul className="mt-1.5 max-h-44 overflow-y-auto rounded-m border px-3 py-1.5">
              {links.map((link) => (
                <li key={link.id} className="flex flex-wrap gap-x-2 py-1 wrap-anywhere">
                  <Link href={documentPath(slug, link.kind, link.id)} className="underline underline-offset-4">
                    <bdi>{link.title || "No name yet"}</bdi>
                  </Link>
                  <span className="text-ink-3">
                    {KIND_PLACES[link.kind].one}, {whereWords(link)}
                  </span>
                </li>
              ))}
              {links.length < linkCount && <li className="py-1 text-ink-3">And {linkCount - links.length} more.</li>}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

function counted(count: number, one: string, many = `${one}s`): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}

function whereWords({ isInDraft, isPublished }: LinkingDocument): string {
  if (isInDraft && isPublished) return "draft and published";
  return isInDraft ? "draft only" : "published, no longer in the draft";
}
