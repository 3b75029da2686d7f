"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { ChoiceField } from "../../field-rules";
import { FRESHNESS, FRESHNESS_WORDS } from "../../verification/freshness-rules";
import { stateOptions } from "./list-states";
import type { ListPlace } from "./use-list-address";

export interface ListFiltersProps {
  readonly kind: KindName;
  readonly place: ListPlace;
  readonly facet: ChoiceField;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** By what a list can be narrowed. Its choices are read when it opens. */
export function ListFiltersPart({ kind, place, facet }: ListFiltersProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const { filter, narrow } = place;
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions({ workspaceId }));
  const { data: used = [] } = useQuery(trpc.documents.tags.queryOptions({ workspaceId }));
  const { data: segments } = useQuery({
    ...trpc.segments.list.queryOptions({ workspaceId, sort: "title", limit: 100 }),
    enabled: kind !== "segment",
  });
  const { data: personas } = useQuery({
    ...trpc.personas.list.queryOptions({ workspaceId, sort: "title", limit: 100 }),
    enabled: kind === "scenario",
  });
  const named = (list: typeof segments | typeof personas) => [
    { value: "", label: "Any" },
    ...(list?.items ?? []).map(({ id, title }) => ({ value: id, label: title || "No name yet" })),
  ];
  const tags = filter.tags ?? [];
  const choices = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([value, label]) => ({ value, label }));
  return (
    <Card aria-label="Filter" className="grid grid-cols-2 gap-3 p-4 lg:grid-cols-4">
      <Field label="State">
        <Select
          options={stateOptions(may("draft.read"))}
          value={filter.state ?? ""}
          onValueChange={(state) => narrow({ state: state || undefined })}
        />
      </Field>
      <Field label="Freshness">
        <Select
          options={[
            { value: "", label: "Any" },
            ...FRESHNESS.map((value) => ({ value, label: FRESHNESS_WORDS[value] })),
          ]}
          value={filter.freshness ?? ""}
          onValueChange={(value) => narrow({ freshness: FRESHNESS.find((one) => one === value) })}
        />
      </Field>
      <Field label="To be verified by">
        <Select
          options={[
            { value: "", label: "Anybody" },
            { value: "me", label: "Me" },
          ]}
          value={filter.verifier ?? ""}
          onValueChange={(value) => narrow({ verifier: value === "me" ? value : undefined })}
        />
      </Field>
      <Field label={facet.label}>
        <Select
          options={[{ value: "", label: "Any" }, ...choices(facet.choices)]}
          value={filter.facet ?? ""}
          onValueChange={(value) => narrow({ facet: value || undefined })}
        />
      </Field>
      <Field label="Owner">
        <Select
          options={[
            { value: "", label: "Anybody" },
            { value: "me", label: "Me" },
            ...members.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
          value={filter.owner ?? ""}
          onValueChange={(owner) => narrow({ owner: owner || undefined })}
        />
      </Field>
      <Field label="Tag">
        <Select
          options={[
            { value: "", label: tags.length > 0 ? "And also…" : "Any" },
            ...used
              .filter((one) => one[kind] > 0 && !tags.includes(one.tag))
              .map((one) => ({ value: one.tag, label: `${one.tag} (${one[kind]})` })),
          ]}
          value=""
          onValueChange={(tag) => tag && narrow({ tags: [...tags, tag] })}
        />
      </Field>
      {kind === "scenario" && (
        <Field label="Persona">
          <Select
            options={named(personas)}
            value={filter.personaId ?? ""}
            onValueChange={(personaId) => narrow({ personaId: personaId || undefined })}
          />
        </Field>
      )}
      {kind !== "segment" && (
        <Field label="Segment">
          <Select
            options={named(segments)}
            value={filter.segmentId ?? ""}
            onValueChange={(segmentId) => narrow({ segmentId: segmentId || undefined })}
          />
        </Field>
      )}
    </Card>
  );
}
