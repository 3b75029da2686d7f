"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";
import { useWorkspace } from "./workspace-context";

const loadPart = () => import("./delete-workspace-part").then((part) => part.DeleteWorkspacePart);

/** For owners: closes the workspace to everybody, and has it deleted a week later. */
export function DeleteWorkspace() {
  const { name } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  return (
    <Section
      hasLine
      title="Delete the workspace"
      hint={
        <>
          <bdi>{name}</bdi> closes to everybody at once. For seven days an owner can take that back; then everything in
          it goes for good.
        </>
      }
    >
      <Button variant="accent" onClick={() => setOpen(true)}>
        Delete the workspace…
      </Button>
      {Part && <Part open={isOpen} onOpenChange={setOpen} />}
    </Section>
  );
}
