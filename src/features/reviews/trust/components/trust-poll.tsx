"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { ScoreChoice } from "@/ui/score-choice";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import type { OwnTrust } from "../trust-contract";
import { LEAST_SCORE, MAX_USE, MOST_SCORE, SCALE_WORDS, TRUST_STATEMENTS } from "../trust-rules";
import { TrustByVersion } from "./trust-by-version";

interface TrustPollProps {
  readonly documentId: string;
  /** The version that was read. */
  readonly version: number;
  /** The session after which it is asked. */
  readonly sessionId?: string | undefined;
}

/** Asks how far one trusts a version, once; the answer can be changed until the next version. Shows what all said. */
export function TrustPoll({ documentId, version, sessionId }: TrustPollProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: trust, error } = useQuery(trpc.reviews.trust.queryOptions({ workspaceId, documentId }));
  const [isChanging, setChanging] = useState(false);
  if (error) return <Notice tone="error">{refusal(error).message}</Notice>;
  if (!trust) return <SkeletonRows label="Loading the poll…" rows={3} />;
  const isOpen = trust.openVersion === version;
  if (isOpen && (trust.own === null || isChanging)) {
    return <TrustForm {...{ documentId, version, sessionId }} own={trust.own} onDone={() => setChanging(false)} />;
  }
  return (
    <div className="grid gap-4">
      <TrustByVersion versions={trust.versions} />
      {isOpen && (
        <Button size="s" className="justify-self-start" onClick={() => setChanging(true)}>
          Change my answer
        </Button>
      )}
      {!isOpen && trust.versions.length === 0 && <p className="text-ink-2">Nobody was asked about v{version}.</p>}
    </div>
  );
}

interface TrustFormProps extends TrustPollProps {
  readonly own: OwnTrust | null;
  readonly onDone: () => void;
}

function TrustForm({ documentId, version, sessionId, own, onDone }: TrustFormProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [scores, setScores] = useState<readonly (number | null)[]>(own?.scores ?? TRUST_STATEMENTS.map(() => null));
  const [use, setUse] = useState(own?.use ?? "");
  const answer = useMutation(
    trpc.reviews.answerTrust.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.reviews.trust.queryFilter({ workspaceId, documentId }));
        toast("Thank you. Nobody sees what you answered, only what all did.");
        onDone();
      },
    }),
  );
  const given = scores.filter((score) => score !== null);
  const left = TRUST_STATEMENTS.length - given.length;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.isPending || left > 0) return;
        answer.mutate({ workspaceId, documentId, version, use, scores: given, ...(sessionId && { sessionId }) });
      }}
    >
      <p className="text-ink-2">
        How far do you trust v{version}? {SCALE_WORDS}
      </p>
      {answer.isError && <Notice tone="error">{refusal(answer.error).message}</Notice>}
      {TRUST_STATEMENTS.map(({ key, text }, at) => (
        <ScoreChoice
          key={key}
          label={text}
          min={LEAST_SCORE}
          max={MOST_SCORE}
          value={scores[at] ?? null}
          onValue={(value) => setScores(scores.map((score, place) => (place === at ? value : score)))}
        />
      ))}
      <Field label="Name one thing that you would use it for" isOptional>
        <TextInput value={use} maxLength={MAX_USE} onChange={(event) => setUse(event.target.value)} />
      </Field>
      <Button
        type="submit"
        className="justify-self-start"
        pending={answer.isPending}
        disabledReason={left === 0 ? undefined : left === 1 ? "1 statement is left." : `${left} statements are left.`}
      >
        {own === null ? "Send" : "Change my answer"}
      </Button>
    </form>
  );
}
