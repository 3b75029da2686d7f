"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";

const loadPart = () => import("./delete-account-part").then((part) => part.DeleteAccountPart);

/** The way out altogether; what stands in it is listed. */
export function DeleteAccount() {
  const trpc = useTRPC();
  const { data: alone } = useSuspenseQuery(trpc.workspaces.ownedAlone.queryOptions());
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  const isBlocked = alone.length > 0;
  return (
    <Section
      hasLine
      title="Delete my account"
      hint="You leave all of your workspaces, and nothing here knows your name or address any more. What you wrote stays with your teams, by “Somebody who left”."
    >
      <div className="grid justify-items-start gap-3">
        {isBlocked && (
          <div className="text-ink-2">
            <p>You are the only owner of these. Hand each over or delete it first:</p>
            <ul className="ms-5 list-disc">
              {alone.map(({ name, slug }) => (
                <li key={slug}>
                  <Link href={`/w/${slug}/settings/danger`} className="wrap-anywhere underline">
                    <bdi>{name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Button
          onClick={() => setOpen(true)}
          disabledReason={isBlocked ? "Hand over or delete the workspaces that only you own first." : undefined}
        >
          Delete my account…
        </Button>
      </div>
      {Part && <Part open={isOpen} onOpenChange={setOpen} />}
    </Section>
  );
}
