"use client";
import { useState } from "react";
import { useContent } from "@/features/documents/drafts/components/content-context";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import { MAX_ALT } from "@/features/documents/pictures/picture-rules";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { HUE_GROUND } from "@/ui/hue";
import { Portrait } from "@/ui/portrait";
import { PERSONA_HUES, type PersonaContent } from "../persona-rules";
import { PortraitUpload } from "./portrait-upload";

const FACES_SHOWN = 12;

/** The face it has, with others to choose from. */
function facesBeside(seed: string): readonly string[] {
  return [seed, ...Array.from({ length: FACES_SHOWN - 1 }, () => crypto.randomUUID().slice(0, 8))];
}

interface PortraitDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly edit: (edit: Edit) => void;
}

/** A drawn face out of twelve, or a picture of one's own; the colour behind it; and what one sees, in words. */
export function PortraitDialogPart({ open, onOpenChange, edit }: PortraitDialogProps) {
  const { content } = useContent<PersonaContent>();
  const { portrait, hue } = content;
  const [faces, setFaces] = useState(() => facesBeside(portrait.seed));
  // The one it had stays, so that one can go back to it; somebody else may have chosen yet another one meanwhile.
  const seeds = faces.includes(portrait.seed) ? faces : [portrait.seed, ...faces.slice(1)];
  const set = (path: readonly string[], value: string | null) => edit({ op: "set", path, value });
  const choose = (seed: string) => {
    set(["portrait", "seed"], seed);
    if (portrait.picture !== null) set(["portrait", "picture"], null);
  };
  return (
    <DialogPart
      open={open}
      onOpenChange={onOpenChange}
      title="Choose a face"
      description="A drawn one shows nobody real. A picture of your own takes its place."
      footer={
        <>
          <Button variant="ghost" onClick={() => setFaces(facesBeside(portrait.seed))}>
            Show twelve others
          </Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <fieldset>
          <legend className="sr-only">Face</legend>
          <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
            {seeds.map((seed, index) => {
              const isChosen = seed === portrait.seed && portrait.picture === null;
              return (
                <button
                  key={seed}
                  type="button"
                  aria-pressed={isChosen}
                  aria-label={`Face ${index + 1}`}
                  onClick={() => choose(seed)}
                  className="overflow-hidden rounded-m border-2 border-transparent aria-pressed:border-ink"
                >
                  <Portrait seed={seed} hue={hue} alt="" className="aspect-[6/7] w-full" />
                </button>
              );
            })}
          </div>
        </fieldset>
        <PortraitUpload
          portrait={portrait}
          onUploaded={({ pictureId, alt }) => {
            set(["portrait", "alt"], alt);
            set(["portrait", "picture"], pictureId);
          }}
          onRemove={() => set(["portrait", "picture"], null)}
        />
        <fieldset>
          <legend className="mb-1.5 font-strong">Colour</legend>
          <div className="flex flex-wrap gap-2">
            {Object.entries(PERSONA_HUES).map(([name, label]) => (
              <label
                key={name}
                className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-full border border-line-strong ps-1.5 pe-3 text-small has-checked:border-ink has-checked:font-strong has-focus-visible:outline-2 has-focus-visible:outline-focus"
              >
                <input
                  type="radio"
                  name="hue"
                  className="sr-only"
                  checked={hue === name}
                  onChange={() => set(["hue"], name)}
                />
                <span className={`size-5 rounded-full ${HUE_GROUND[name as PersonaContent["hue"]]}`} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <Field label="In words" hint="Read to people who can't see the picture." isOptional={portrait.picture === null}>
          <TextInput
            key={portrait.picture}
            defaultValue={portrait.alt}
            maxLength={MAX_ALT}
            onChange={(event) => set(["portrait", "alt"], event.target.value)}
          />
        </Field>
      </div>
    </DialogPart>
  );
}
