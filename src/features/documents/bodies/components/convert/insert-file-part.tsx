"use client";
import { useMutation } from "@tanstack/react-query";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useId, useRef, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { Body } from "../../body-rules";
import { TEXT_FILES, useConvertFile } from "./use-convert-file";

export interface InsertFileProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Puts the text of the file where the caret is. */
  readonly onInsert: (body: NonNullable<Body>) => void;
}

export function InsertFilePart({ open, onOpenChange, onInsert }: InsertFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const convert = useConvertFile();
  const read = useMutation({
    mutationFn: convert,
    onSuccess: ({ body, notes }, file) => {
      if (body) onInsert(body);
      toast([`“${file.name}” is in the text.`, ...notes].join(" "));
      onOpenChange(false);
    },
  });
  const take = (file: File | undefined) => {
    if (file && !read.isPending) read.mutate(file);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title="Insert a file"
      description="Its text goes where the caret is: headings, lists, tables, quotes and links as they are."
      footer={<Button onClick={() => onOpenChange(false)}>Cancel</Button>}
    >
      <div className="grid gap-4">
        {read.isError && <Notice tone="error">{messageOf(read.error)}</Notice>}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same. */}
        <div
          className={clsx(
            "grid justify-items-center gap-2 rounded-m border border-dashed p-6 text-center transition-colors",
            isOver ? "border-ink bg-sunk" : "border-line-strong",
          )}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files[0]);
          }}
        >
          <Button
            variant="primary"
            icon={<FileUp aria-hidden="true" className="size-4" />}
            pending={read.isPending}
            pendingLabel="Reading the file…"
            onClick={() => input.current?.click()}
          >
            Choose a file…
          </Button>
          <p className="text-ink-2">or drop one here: Word (.docx), Markdown, HTML or plain text, up to 10 MB</p>
          <label htmlFor={inputId} className="sr-only">
            File to insert
          </label>
          <input
            ref={input}
            id={inputId}
            type="file"
            tabIndex={-1}
            accept={TEXT_FILES}
            className="sr-only"
            onChange={(event) => {
              take(event.target.files?.[0]);
              // The same file may be chosen again after it was changed.
              event.target.value = "";
            }}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** Sentences of ours are for people; those of the wire are read by `refusal`. */
function messageOf(error: unknown): string {
  return error instanceof Error && !("data" in error) ? error.message : refusal(error).message;
}
