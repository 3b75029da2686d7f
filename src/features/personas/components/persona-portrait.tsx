"use client";
import { useState } from "react";
import { useContent } from "@/features/documents/components/content-context";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { HUE_GROUND } from "@/ui/hue";
import { Portrait } from "@/ui/portrait";
import { PERSONA_HUES, type PersonaContent } from "../persona-rules";

const FACES_SHOWN = 12;

function freshSeeds(): readonly string[] {
  return Array.from({ length: FACES_SHOWN }, () => crypto.randomUUID().slice(0, 8));
}

/** The face on its colour; for people who may edit, a button that opens the choice of another. */
export function PersonaPortrait() {
  const { content, edit } = useContent<PersonaContent>();
  const [isOpen, setOpen] = useState(false);
  const { portrait, hue, title } = content;
  const face = (
    <Portrait
      seed={portrait.seed}
      hue={hue}
      alt={portrait.alt || `Portrait of ${title}`}
      isFirst
      className="h-[196px] w-[168px] rounded-l"
    />
  );
  if (!edit) return face;
  return (
    <div className="relative h-fit w-[168px]">
      {face}
      <span className="absolute end-2 bottom-2">
        <Button size="s" onClick={() => setOpen(true)}>
          Change
        </Button>
      </span>
      <PortraitDialog open={isOpen} onOpenChange={setOpen} />
    </div>
  );
}

function PortraitDialog(props: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  const { content, edit } = useContent<PersonaContent>();
  const [seeds, setSeeds] = useState(freshSeeds);
  const { portrait, hue } = content;
  const set = (path: readonly string[], value: string) => edit?.({ op: "set", path, value });
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Choose a face"
      description="Drawn, not photographed: nobody real is shown."
      footer={
        <>
          <Button variant="ghost" onClick={() => setSeeds(freshSeeds())}>
            Show twelve others
          </Button>
          <Button variant="primary" onClick={() => props.onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <fieldset>
          <legend className="sr-only">Face</legend>
          <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
            {[portrait.seed, ...seeds.slice(1)].map((seed, index) => (
              <button
                key={seed}
                type="button"
                aria-pressed={seed === portrait.seed}
                aria-label={seed === portrait.seed ? "The face it has" : `Face ${index + 1}`}
                onClick={() => set(["portrait", "seed"], seed)}
                className="overflow-hidden rounded-m border-2 border-transparent aria-pressed:border-ink"
              >
                <Portrait seed={seed} hue={hue} alt="" className="aspect-[6/7] w-full" />
              </button>
            ))}
          </div>
        </fieldset>
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
        <Field label="In words" hint="Read to people who can't see the picture." isOptional>
          <TextInput
            defaultValue={portrait.alt}
            maxLength={200}
            onChange={(event) => set(["portrait", "alt"], event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
