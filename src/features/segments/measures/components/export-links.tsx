"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { Exported } from "./exported";

const loadDialog = () => import("./export-dialog-part").then((part) => part.ExportDialogPart);

interface ExportLinksProps extends Exported {
  readonly label?: string;
}

/** Opens what chooses columns and format of a download. */
export function ExportLinks({ label = "Export…", ...what }: ExportLinksProps) {
  const [isOpen, setOpen] = useState(false);
  const Dialog = usePart(loadDialog, isOpen, () => setOpen(false));
  return (
    <>
      <Button
        size="s"
        variant="ghost"
        icon={<Download aria-hidden="true" className="size-3.5" />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {Dialog && <Dialog {...what} open={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
