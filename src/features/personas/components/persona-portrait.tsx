"use client";
import { useState } from "react";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { PlaceFrame } from "@/features/documents/sheet/components/place-frame";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { PersonaContent } from "../persona-rules";

const loadDialog = () => import("./portrait-dialog-part").then((part) => part.PortraitDialogPart);

/** The face on its colour; for people who may edit, a button that opens the choice of another. */
export function PersonaPortrait() {
  const portrait = useContentPart((content: PersonaContent) => content.portrait);
  const hue = useContentPart((content: PersonaContent) => content.hue);
  const title = useContentPart((content: PersonaContent) => content.title);
  const edit = useEdit();
  const [isOpen, setOpen] = useState(false);
  const Dialog = usePart(loadDialog, isOpen, () => setOpen(false));
  const face = (
    <DocumentFace
      card={{ portrait, hue }}
      alt={portrait.alt || `Portrait of ${title}`}
      isFirst
      className="h-[196px] w-[168px] rounded-l"
    />
  );
  if (!edit) return face;
  return (
    <div className="group relative h-fit w-[168px]">
      <PlaceFrame place="portrait.seed">
        {face}
        <span className="absolute end-2 bottom-2 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <Button size="s" onClick={() => setOpen(true)} aria-label="Change the portrait">
            Change
          </Button>
        </span>
      </PlaceFrame>
      {Dialog && <Dialog open={isOpen} onOpenChange={setOpen} edit={edit} />}
    </div>
  );
}
