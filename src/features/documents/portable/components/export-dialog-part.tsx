"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPCClient } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { RadioGroup } from "@/ui/choice-group";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { KIND_PLACES, printPath } from "../../components/document-link";
import type { DocumentHead } from "../../document-contract";
import type { ExportFormat } from "../portable-rules";

const FORMATS = [
  { value: "markdown", label: "Markdown", hint: "To read anywhere, and to change by hand." },
  { value: "docx", label: "Word", hint: "To work with in an office program. Word, Pages and LibreOffice read it." },
  { value: "html", label: "HTML", hint: "One page that needs nothing else." },
  { value: "json", label: "JSON", hint: "For other programs." },
] as const;
const TYPES: Readonly<Record<ExportFormat, string>> = {
  markdown: "text/markdown;charset=utf-8",
  json: "application/json",
  html: "text/html;charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
/** A longer list of versions is no choice; older ones are exported from their own page's number. */
const MOST_VERSIONS = 50;

export interface ExportDialogProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ExportDialogPart({ kind, document, open, onOpenChange }: ExportDialogProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const client = useTRPCClient();
  const form = useId();
  const { currentVersion } = document;
  const numbers = Array.from(
    { length: Math.min(currentVersion ?? 0, MOST_VERSIONS) },
    (_, at) => (currentVersion ?? 0) - at,
  );
  const versions = [
    ...numbers.map((number) => ({ value: String(number), label: `v${number}` })),
    ...(may("draft.read") ? [{ value: "draft", label: "The draft" }] : []),
  ];
  const [version, setVersion] = useState(versions[0]?.value ?? "draft");
  const [format, setFormat] = useState<ExportFormat>("markdown");
  const get = useMutation({
    mutationFn: () => {
      const api = { segment: client.segments, persona: client.personas, scenario: client.scenarios }[kind];
      const wanted = version === "draft" ? ("draft" as const) : Number(version);
      return api.export.query({ workspaceId, documentId: document.id, version: wanted, format });
    },
    onSuccess: ({ name, text }) => {
      save(name, format === "docx" ? bytesOf(text) : text, TYPES[format]);
      toast(`Exported as ${name}.`);
      onOpenChange(false);
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title={`Export this ${KIND_PLACES[kind].one}`}
      description="The file carries version, date and fingerprint. Markdown and JSON give the same document when they are imported again."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={get.isPending}>
            Export
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!get.isPending) get.mutate();
        }}
      >
        {get.isError && <Notice tone="error">{refusal(get.error).message}</Notice>}
        <Field label="Version">
          <Select options={versions} value={version} onValueChange={setVersion} />
        </Field>
        <RadioGroup legend="Format" choices={FORMATS} value={format} onValueChange={setFormat} />
        {(version === "draft" || Number(version) === currentVersion) && (
          <p className="text-ink-2">
            For a PDF,{" "}
            <Link
              className="underline"
              href={printPath(slug, kind, document.id, version === "draft" ? "draft" : undefined)}
            >
              print it or save it as PDF
            </Link>
            .
          </p>
        )}
      </form>
    </Dialog>
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Hands it over as a file, as if it had been a link. */
function save(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = window.document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; a revoked address would break it off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
