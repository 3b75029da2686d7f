"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList } from "@/ui/card";
import { Section } from "@/ui/section";
import { SkeletonRows } from "@/ui/skeleton";
import { MAX_EXTRA_FIELDS } from "../extra-field-rules";
import { ExtraFieldDialog } from "./extra-field-dialog";
import { ExtraFieldRow } from "./extra-field-row";

const KINDS = [
  { kind: "persona", title: "Personas", hint: "Offered on every persona beside what each of them has." },
  { kind: "segment", title: "Segments", hint: "Offered on every segment beside what each of them has." },
] as const;

/** Fields and claim sections that the workspace adds to its documents. */
export function ExtraFieldsView() {
  return (
    <Suspense fallback={<SkeletonRows label="Loading the fields…" rows={4} />}>
      <div className="grid gap-9">
        {KINDS.map((part) => (
          <KindFields key={part.kind} {...part} />
        ))}
      </div>
    </Suspense>
  );
}

function KindFields({ kind, title, hint }: (typeof KINDS)[number]) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const [isAdding, setAdding] = useState(false);
  const { data } = useSuspenseQuery(trpc.extraFields.list.queryOptions({ workspaceId }));
  const fields = data.filter((field) => field.kind === kind && !field.isWithdrawn);
  const withdrawn = data.filter((field) => field.kind === kind && field.isWithdrawn);
  const isFull = fields.length >= MAX_EXTRA_FIELDS;
  return (
    <Section
      title={title}
      hint={hint}
      action={
        <Button
          onClick={() => setAdding(true)}
          disabledReason={isFull ? `A ${kind} takes up to ${MAX_EXTRA_FIELDS} added fields.` : undefined}
        >
          Add a field
        </Button>
      }
    >
      {fields.length === 0 ? (
        <p className="text-ink-3">Nothing added. What a {kind} has of its own is enough for most teams.</p>
      ) : (
        <Card aria-label={`Fields added to ${title.toLowerCase()}`}>
          <CardList>
            {fields.map((field, place) => (
              <ExtraFieldRow key={field.id} field={field} ids={fields.map(({ id }) => id)} place={place} />
            ))}
          </CardList>
        </Card>
      )}
      {withdrawn.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit text-small text-ink-2">
            {withdrawn.length} withdrawn; documents that use {withdrawn.length === 1 ? "it keep it" : "them keep them"}
          </summary>
          <Card className="mt-2" aria-label={`Fields withdrawn from ${title.toLowerCase()}`}>
            <CardList>
              {withdrawn.map((field) => (
                <ExtraFieldRow key={field.id} field={field} ids={[]} place={0} />
              ))}
            </CardList>
          </Card>
        </details>
      )}
      <ExtraFieldDialog kind={kind} field={null} open={isAdding} onOpenChange={setAdding} />
    </Section>
  );
}
