"use client";
import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { preparePicture } from "@/features/documents/pictures/components/prepare-picture";
import { MAX_ALT, PICTURE_TYPES } from "@/features/documents/pictures/picture-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { pictureAddress } from "@/shared/portrait-address";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { PersonaContent } from "../persona-rules";

interface PortraitUploadProps {
  readonly portrait: PersonaContent["portrait"];
  readonly onUploaded: (uploaded: { readonly pictureId: string; readonly alt: string }) => void;
  readonly onRemove: () => void;
}

interface Chosen {
  readonly base64: string;
  /** Of the file itself, for the preview. */
  readonly address: string;
}

/** A picture of one's own in the face's place. It needs words: without them it is nothing to who can't see it. */
export function PortraitUpload({ portrait, onUploaded, onRemove }: PortraitUploadProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [alt, setAlt] = useState("");
  const [problem, setProblem] = useState("");
  const upload = useMutation(
    trpc.documents.uploadPicture.mutationOptions({
      onSuccess: ({ pictureId }) => {
        setChosen(null);
        onUploaded({ pictureId, alt: alt.trim() });
      },
    }),
  );
  useEffect(() => () => URL.revokeObjectURL(chosen?.address ?? ""), [chosen]);

  async function choose(file: File | undefined) {
    if (!file) return;
    upload.reset();
    setProblem("");
    setAlt(portrait.alt);
    try {
      setChosen({ base64: await preparePicture(file), address: URL.createObjectURL(file) });
    } catch (error) {
      setChosen(null);
      setProblem(error instanceof Error ? error.message : "This picture can't be read.");
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen && alt.trim() !== "") upload.mutate({ workspaceId, picture: chosen.base64, use: "portrait" });
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {portrait.picture !== null && !chosen && (
          // biome-ignore lint/performance/noImgElement: next/image would decode it in the process that holds the secrets.
          <img
            src={pictureAddress(workspaceId, portrait.picture)}
            alt={portrait.alt}
            className="h-14 w-12 rounded-s border-2 border-ink object-cover"
          />
        )}
        <input
          ref={input}
          type="file"
          accept={PICTURE_TYPES}
          className="sr-only"
          tabIndex={-1}
          aria-label="Picture file"
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            // The same file may be chosen again after a refusal.
            event.target.value = "";
          }}
        />
        <Button
          size="s"
          icon={<Upload aria-hidden="true" className="size-3.5" />}
          onClick={() => input.current?.click()}
        >
          {portrait.picture === null ? "Use a picture of your own" : "Use another picture"}
        </Button>
        {portrait.picture !== null && !chosen && (
          <Button size="s" variant="ghost" onClick={onRemove}>
            Back to the drawn face
          </Button>
        )}
      </div>
      {problem && <Notice tone="error">{problem}</Notice>}
      {chosen && (
        <div className="flex flex-wrap items-start gap-4 rounded-m border p-3">
          {/* biome-ignore lint/performance/noImgElement: it is a file of this browser. */}
          <img src={chosen.address} alt="" className="h-[112px] w-[96px] rounded-m bg-sunk object-cover" />
          <div className="grid min-w-0 flex-1 basis-52 gap-3">
            <Field label="What does one see?" hint="Read to people who can't see the picture.">
              <TextInput value={alt} maxLength={MAX_ALT} required onChange={(event) => setAlt(event.target.value)} />
            </Field>
            {upload.error && <Notice tone="error">{refusal(upload.error).message}</Notice>}
            <div className="flex flex-wrap gap-2">
              <Button
                type="submit"
                size="s"
                variant="primary"
                pending={upload.isPending}
                pendingLabel="Uploading…"
                disabledReason={alt.trim() === "" ? "Say first what one sees." : undefined}
              >
                Use this picture
              </Button>
              <Button size="s" variant="ghost" onClick={() => setChosen(null)}>
                Cancel
              </Button>
            </div>
          </div>
        </div>
      )}
    </form>
  );
}
