"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import { dataPath } from "../../components/data-link";
import { countedText, isoDayText } from "../../value-words-rules";
import type { FoundPerson, FoundRecord } from "../privacy-contract";

/** Answers somebody who asks what is known of them, and takes them out when they ask for that. */
export function PeoplePage() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [sought, setSought] = useState("");
  const found = useQuery(
    // Never kept in the page's address or longer than the page: it is somebody's name.
    trpc.datasets.findPerson.queryOptions(
      { workspaceId, text: sought },
      { enabled: sought !== "", gcTime: 0, retry: false },
    ),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setSought(text.trim());
  }

  return (
    <>
      <TopBar crumbs={[{ label: "Customer data", href: dataPath(slug) }, { label: "Find a person" }]} />
      <Page>
        <PageTitle
          title="Find a person"
          description="All that is known of somebody, in every snapshot: for whoever asks what you keep of them, or asks to be forgotten."
        />
        <form onSubmit={submit} className="flex max-w-[560px] flex-wrap items-end gap-3 pb-7">
          <Field label="Customer’s id, e-mail address or phone number" className="min-w-0 grow">
            <TextInput
              type="search"
              value={text}
              maxLength={320}
              autoComplete="off"
              required
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Button type="submit" variant="primary" pending={found.isFetching}>
            Find
          </Button>
        </form>
        {found.isError && <Notice tone="error">{refusal(found.error).message}</Notice>}
        {found.isFetching && <SkeletonRows label="Looking through every snapshot…" rows={3} />}
        {!found.isFetching && found.data && (
          <People people={found.data} sought={sought} onErased={() => setSought("")} />
        )}
      </Page>
    </>
  );
}

interface PeopleProps {
  readonly people: readonly FoundPerson[];
  readonly sought: string;
  readonly onErased: () => void;
}

function People({ people, sought, onErased }: PeopleProps) {
  if (people.length === 0) {
    return (
      <EmptyState title="Nobody found">
        No snapshot has anybody whose id or personal data are exactly “{sought}”.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-5" aria-label="Found">
      {people.map((person) => (
        <li key={person.key}>
          <Person person={person} onErased={onErased} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person, onErased }: { readonly person: FoundPerson; readonly onErased: () => void }) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const [isAsked, setAsked] = useState(false);
  const erase = useMutation(
    trpc.datasets.erasePeople.mutationOptions({
      onSuccess: () => {
        setAsked(false);
        onErased();
        toast("They are being taken out of every snapshot. The audit log says when it is done.");
      },
    }),
  );
  return (
    <Card className="px-6 py-5" aria-label={`Customer ${person.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="font-display text-display-28 wrap-anywhere">{person.id}</h2>
        {may("data.delete") && <Button onClick={() => setAsked(true)}>Erase</Button>}
      </div>
      <div className="grid gap-5 pt-3">
        {person.snapshots.map((record) => (
          <Record key={record.snapshotId} record={record} />
        ))}
      </div>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={`Erase customer ${person.id}?`}
        confirmLabel="Erase for good"
        tone="final"
        pending={erase.isPending}
        error={erase.error ? refusal(erase.error).message : undefined}
        onConfirm={() => erase.mutate({ workspaceId, keys: [person.key] })}
      >
        They are taken out of {countedText(person.snapshots.length, "snapshot")} with all that they did, and nobody can
        bring them back. Counts that were measured before stay as they were.
      </ConfirmDialog>
    </Card>
  );
}

function Record({ record: { dataset, asOf, number, values, events } }: { readonly record: FoundRecord }) {
  return (
    <section aria-label={`${dataset}, as of ${isoDayText(asOf)}`}>
      <h3 className="text-small text-ink-2">
        {dataset}, as of {isoDayText(asOf)} (no. {number}){events > 0 && `, ${countedText(events, "event")}`}
      </h3>
      <dl className="grid gap-x-6 gap-y-1 pt-1.5 sm:grid-cols-2 lg:grid-cols-3">
        {values.map(({ label, text }) => (
          <div key={label} className="flex min-w-0 gap-2">
            <dt className="shrink-0 text-ink-3">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
