"use client";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { Button, IconButton } from "@/ui/button";
import { Card } from "@/ui/card";
import { TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";
import { agendaTime, MAX_ITEMS } from "../plan-rules";
import { AgendaPicker } from "./agenda-picker";
import type { DraftItem, PlanDraft } from "./plan-draft";

const loadSorting = () =>
  import("@/features/documents/sheet/components/item-sorting-part").then((part) => part.ItemSortingPart);

interface PlanAgendaProps {
  readonly plan: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
}

/** The documents in the order in which they are looked at, with the minutes that each may take. */
export function PlanAgenda({ plan, change }: PlanAgendaProps) {
  const { items } = plan;
  const [isPicking, setPicking] = useState(false);
  const [isPointedAt, setPointedAt] = useState(false);
  const [news, setNews] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const Sorting = usePart(loadSorting, isPointedAt, () => setPointedAt(false));
  const move = (id: string, before: string | null) => {
    const moved = items.find(({ documentId }) => documentId === id);
    const others = items.filter(({ documentId }) => documentId !== id);
    const at = before === null ? others.length : others.findIndex(({ documentId }) => documentId === before);
    if (moved) change({ items: others.toSpliced(at, 0, moved) });
  };
  const set = (id: string, minutes: number | null) =>
    change({ items: items.map((item) => (item.documentId === id ? { ...item, minutes } : item)) });
  const remove = (item: DraftItem) => {
    change({ items: items.filter(({ documentId }) => documentId !== item.documentId) });
    setNews(`${item.title} is off the agenda.`);
  };
  return (
    <Section
      title="Agenda"
      hint={timeHint(plan)}
      action={
        <Button
          onClick={() => setPicking(true)}
          disabledReason={items.length >= MAX_ITEMS ? `An agenda holds up to ${MAX_ITEMS} documents.` : undefined}
        >
          Add documents
        </Button>
      }
    >
      {items.length === 0 ? (
        <p className="text-ink-3">Nothing on it yet. Add what is overdue, what drifts, or what you choose.</p>
      ) : (
        <Card>
          <ul
            ref={list}
            className="divide-y"
            onPointerEnter={() => setPointedAt(true)}
            onFocus={() => setPointedAt(true)}
          >
            {items.map((item) => (
              <li
                key={item.documentId}
                data-item={item.documentId}
                className="relative flex min-w-0 items-center gap-3 bg-surface px-3 py-2 first:rounded-t-m last:rounded-b-m data-dragging:z-10 data-dragging:shadow-pop"
              >
                <span data-handle={item.documentId} className="w-6 shrink-0 text-ink-3" />
                {item.kind === "persona" && <DocumentFace card={item.card} alt="" size={30} />}
                <span className="min-w-0 grow">
                  <bdi className="block truncate font-medium">{item.title || "No name yet"}</bdi>
                  <span className="block truncate text-small text-ink-3 first-letter:uppercase">{standing(item)}</span>
                </span>
                <span className="w-20 shrink-0">
                  <TextInput
                    type="number"
                    inputMode="numeric"
                    min={1}
                    max={480}
                    aria-label={`Minutes for ${item.title}`}
                    placeholder="min"
                    value={item.minutes ?? ""}
                    onChange={(event) => set(item.documentId, minutesOf(event.target.value))}
                  />
                </span>
                <IconButton
                  label={`Take ${item.title} off the agenda`}
                  icon={<X aria-hidden="true" className="size-4" />}
                  onClick={() => remove(item)}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {Sorting && items.length > 1 && (
        <Sorting
          items={items.map(({ documentId, title }) => ({ id: documentId, name: title }))}
          list={list}
          isAcross={false}
          onMove={move}
          onReady={() => {}}
        />
      )}
      <AgendaPicker
        open={isPicking}
        onOpenChange={setPicking}
        takenIds={items.map(({ documentId }) => documentId)}
        participantIds={plan.participantIds}
        onAdd={(added) => {
          change({ items: [...items, ...added.map((item) => ({ ...item, minutes: null }))].slice(0, MAX_ITEMS) });
          setNews(`${added.length} added to the agenda.`);
        }}
      />
      <LiveRegion>{news}</LiveRegion>
    </Section>
  );
}

function standing({ kind, currentVersion }: DraftItem): string {
  return `${KIND_PLACES[kind].one}, ${currentVersion === null ? "not published" : `v${currentVersion}`}`;
}

function minutesOf(text: string): number | null {
  const minutes = Math.round(Number(text));
  return text === "" || !Number.isFinite(minutes) ? null : Math.max(1, Math.min(480, minutes));
}

/** How the minutes of the agenda stand to those of the meeting. */
function timeHint({ items, mode, minutes: planned }: PlanDraft): string | undefined {
  const { minutes, unsaid } = agendaTime(items);
  if (mode === "window" || minutes === 0) return undefined;
  const rest = Number(planned) - minutes;
  if (rest < 0) return `The agenda takes ${minutes} minutes, ${-rest} more than the meeting has.`;
  if (unsaid > 0) return `${minutes} minutes are given away; ${rest} are left for ${unsaid} more.`;
  return `${minutes} of ${planned} minutes are given away.`;
}
