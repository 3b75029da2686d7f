"use client";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { DOCUMENT_KINDS, type KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { toast } from "@/ui/toast";
import { MAX_TOUCHED } from "../event-rules";

export interface Touched {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
}

interface TouchedDocumentsProps {
  readonly touched: readonly Touched[];
  readonly onChange: (touched: readonly Touched[]) => void;
}

/** Chosen by name, one by one, or a segment with all personas that stand for it. */
export function TouchedDocuments({ touched, onChange }: TouchedDocumentsProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const heading = useId();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const wanted = useDeferredValue(text.trim());
  const found = useQueries({
    queries: DOCUMENT_KINDS.map((kind) =>
      trpc.documents.linkTargets.queryOptions({ workspaceId, kind, text: wanted }, { staleTime: 10_000 }),
    ),
    combine: (answers) => answers.flatMap(({ data = [] }) => data.slice(0, 6)),
  }).filter(({ id }) => !touched.some((one) => one.id === id));

  function add(more: readonly Touched[]) {
    const fresh = more.filter(({ id }) => !touched.some((one) => one.id === id));
    onChange([...touched, ...fresh].slice(0, MAX_TOUCHED));
    setSaid(fresh.length === 1 ? `${fresh[0]?.title || "No name yet"} chosen` : `${fresh.length} chosen`);
  }
  async function addWithPersonas(segment: Touched) {
    const asked = trpc.documents.linkedFrom.queryOptions({ workspaceId, documentId: segment.id });
    const linking = await queries.fetchQuery(asked).catch((error) => {
      toast(refusal(error).message, { tone: "error" });
    });
    if (!linking) return;
    const personas = linking.filter(({ kind, list }) => kind === "persona" && list === "segments");
    const ids = [...new Map(personas.map(({ id, kind, title }) => [id, { id, kind, title }])).values()];
    add([segment, ...ids]);
  }
  return (
    <section aria-labelledby={heading} className="grid gap-2">
      <h3 id={heading} className="text-label text-ink-3">
        What it may touch
      </h3>
      {touched.length > 0 && (
        <ul aria-label="Chosen" className="flex flex-wrap gap-1.5">
          {touched.map(({ id, title }) => (
            <li key={id} className="max-w-full">
              <button
                type="button"
                onClick={() => onChange(touched.filter((one) => one.id !== id))}
                className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full border bg-surface px-2.5 text-small hover:border-line-strong"
              >
                <bdi className="truncate">{title || "No name yet"}</bdi>
                <X aria-hidden="true" className="size-3 shrink-0 text-ink-3" />
                <span className="sr-only">, take away</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label="Find a segment, persona or scenario" isLabelHidden>
        <TextInput
          type="search"
          value={text}
          maxLength={200}
          placeholder="Find by name"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      </Field>
      <LiveRegion>{said}</LiveRegion>
      <ul className="max-h-56 divide-y overflow-y-auto rounded-s border">
        {found.map(({ id, kind, title }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 px-2.5 py-1">
            <button
              type="button"
              onClick={() => add([{ id, kind, title }])}
              className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-[2px] text-start hover:text-ink focus-visible:-outline-offset-2"
            >
              <Plus aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
              <bdi className="min-w-0 truncate">{title || "No name yet"}</bdi>
              <span className="text-small text-ink-3">{KIND_PLACES[kind].one}</span>
            </button>
            {kind === "segment" && (
              <Button size="s" variant="ghost" onClick={() => void addWithPersonas({ id, kind, title })}>
                With its personas
              </Button>
            )}
          </li>
        ))}
        {found.length === 0 && (
          <li className="px-2.5 py-2 text-small text-ink-3">Nothing else has these words in its name.</li>
        )}
      </ul>
    </section>
  );
}
