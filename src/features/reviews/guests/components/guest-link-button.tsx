"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { Session } from "../../session-contract";

const load = () => import("./guest-link-part").then((part) => part.GuestLinkPart);

/** Lets people without an account watch; for who leads the session. */
export function GuestLinkButton({ session }: { readonly session: Session }) {
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(load, isOpen, () => setOpen(false));
  return (
    <>
      <Button onClick={() => setOpen(true)}>Guests</Button>
      {Part && <Part session={session} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
