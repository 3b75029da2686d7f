"use client";
import { FileUp, X } from "lucide-react";
import { useId, useRef } from "react";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { LiveRegion } from "@/ui/live-region";
import { Notice } from "@/ui/notice";
import { IMPORT_FILES } from "../file-name-rules";
import { bytePaceWords, shareDone } from "../progress-words-rules";
import { DropAnywhere } from "./drop-anywhere";
import { OpenImports } from "./open-imports";
import { ProgressBar } from "./progress-bar";
import { cancelUpload, sendFile, type UploadNow, type UploadTarget, useUpload } from "./upload-store";

/** Choose a file or drop one anywhere; it is sent at once. */
export function UploadStep({ target }: { readonly target: UploadTarget }) {
  const upload = useUpload();
  const take = (file: File) => sendFile(file, target);
  return (
    <div className="grid max-w-[860px] grid-cols-1 gap-6">
      <DropAnywhere onFile={take} />
      <LiveRegion>{upload.phase === "sending" ? `Sending ${upload.name}` : ""}</LiveRegion>
      {upload.phase === "refused" && (
        <Notice tone="error" title="This file wasn’t taken">
          {upload.message}
        </Notice>
      )}
      {upload.phase === "sending" ? <Sending upload={upload} /> : <ChooseFile onFile={take} />}
      <OpenImports />
    </div>
  );
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="grid justify-items-center gap-3 rounded-m border border-dashed border-line-strong px-4 py-14 text-center">
      <FileUp aria-hidden="true" strokeWidth={1.25} className="size-9 text-ink-3" />
      <p className="font-display text-display-28 max-sm:hidden">Drop a file anywhere on this page</p>
      <Button variant="primary" size="l" onClick={() => input.current?.click()}>
        Choose a file…
      </Button>
      <p className="max-w-[52ch] text-ink-2">
        CSV, Excel (.xlsx), Parquet or JSON lines, up to 2 GB. One row for each customer, or one for each order or
        visit. You see how it is read before anything is stored.
      </p>
      <label htmlFor={id} className="sr-only">
        File to import
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        tabIndex={-1}
        accept={IMPORT_FILES}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after it was changed.
          event.target.value = "";
        }}
      />
    </div>
  );
}

function Sending({ upload }: { readonly upload: Extract<UploadNow, { phase: "sending" }> }) {
  const pace = { done: upload.sent, total: upload.bytes, milliseconds: upload.milliseconds };
  return (
    <Card aria-label={`Sending ${upload.name}`} className="grid grid-cols-1 gap-3 px-5 py-5">
      <div className="flex items-start justify-between gap-4">
        <p className="min-w-0">
          <span className="block text-small text-ink-3">Sending</span>
          <bdi className="block truncate font-display text-display-20">{upload.name}</bdi>
        </p>
        <Button icon={<X aria-hidden="true" className="size-4" />} onClick={cancelUpload}>
          Cancel
        </Button>
      </div>
      <ProgressBar label={`Sending ${upload.name}`} share={shareDone(pace)} />
      <p className="flex flex-wrap gap-x-4 text-small text-ink-2 tabular-nums">
        {bytePaceWords(pace).map((words) => (
          <span key={words.replace(/[\d.,]+/g, "")}>{words}</span>
        ))}
      </p>
    </Card>
  );
}
