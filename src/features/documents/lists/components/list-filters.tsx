"use client";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import { FRESHNESS_WORDS } from "../../verification/freshness-rules";
import { isNarrowed } from "../list-filter-rules";
import type { ListFiltersProps } from "./list-filters-part";
import { stateLabel } from "./list-states";
import type { FilterChange } from "./use-list-address";

const loadPart = () => import("./list-filters-part").then((part) => part.ListFiltersPart);

/** What the list is narrowed by, each part with a way to take it away; and, when asked for, what else it could be. */
export function ListFilters(props: ListFiltersProps) {
  const Part = usePart(loadPart, props.isOpen, props.onClose);
  const chips = useChips(props);
  return (
    <>
      {Part && props.isOpen && <Part {...props} />}
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <ul aria-label="Narrowed by" className="contents">
            {chips.map(({ key, label, without }) => (
              <li key={key} className="max-w-full">
                <button
                  type="button"
                  onClick={() => props.place.narrow(without)}
                  className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full border bg-surface px-2.5 text-small hover:border-line-strong"
                >
                  <span className="truncate">{label}</span>
                  <X aria-hidden="true" className="size-3 shrink-0 text-ink-3" />
                  <span className="sr-only">, remove this filter</span>
                </button>
              </li>
            ))}
          </ul>
          {chips.length > 1 && (
            <Button size="s" variant="ghost" onClick={props.place.reset}>
              Remove all
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: FilterChange;
}

/** Names of members and segments are asked for only when one of them is in the filter. */
function useChips({ place, facet }: ListFiltersProps): readonly Chip[] {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { state, text, owner, tags = [], segmentId, personaId, facet: choice, freshness, verifier } = place.filter;
  const members = useQuery({
    ...trpc.members.list.queryOptions({ workspaceId }),
    enabled: owner !== undefined && owner !== "me",
  });
  const segments = useQuery({
    ...trpc.segments.list.queryOptions({ workspaceId, sort: "title", limit: 100 }),
    enabled: segmentId !== undefined,
  });
  const personas = useQuery({
    ...trpc.personas.list.queryOptions({ workspaceId, sort: "title", limit: 100 }),
    enabled: personaId !== undefined,
  });
  if (!isNarrowed(place.filter)) return [];
  const ownerName = members.data?.find(({ userId }) => userId === owner)?.name ?? "somebody";
  const segment = segments.data?.items.find(({ id }) => id === segmentId)?.title ?? "one segment";
  const chips: (Chip | undefined)[] = [
    text ? { key: "text", label: `“${text}”`, without: { text: undefined } } : undefined,
    state && { key: "state", label: stateLabel(state), without: { state: undefined } },
    freshness && {
      key: "freshness",
      label: FRESHNESS_WORDS[freshness],
      without: { freshness: undefined },
    },
    verifier && { key: "verifier", label: "Mine to verify", without: { verifier: undefined } },
    choice ? { key: "facet", label: facet.choices[choice] ?? choice, without: { facet: undefined } } : undefined,
    owner
      ? { key: "owner", label: owner === "me" ? "Mine" : `Of ${ownerName}`, without: { owner: undefined } }
      : undefined,
    segmentId ? { key: "segment", label: `In ${segment}`, without: { segmentId: undefined } } : undefined,
    personaId
      ? {
          key: "persona",
          label: `With ${personas.data?.items.find(({ id }) => id === personaId)?.title ?? "one persona"}`,
          without: { personaId: undefined },
        }
      : undefined,
    ...tags.map((tag) => {
      const rest = tags.filter((one) => one !== tag);
      return { key: `tag ${tag}`, label: `Tag ${tag}`, without: { tags: rest.length > 0 ? rest : undefined } };
    }),
  ];
  return chips.filter((chip) => chip !== undefined);
}
