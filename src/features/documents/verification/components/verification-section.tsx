"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { localDay, localDayText } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { usePart } from "@/ui/use-part";
import type { DocumentHead } from "../../document-contract";
import type { VerificationView } from "../verification-contract";
import { SOURCE_WORDS } from "./source-words";
import { useVerificationRefresh } from "./use-verification-refresh";

const loadCadence = () => import("./document-cadence-part").then((part) => part.DocumentCadencePart);
const loadPause = () => import("./pause-dialog-part").then((part) => part.PauseDialogPart);
const loadVerifiers = () => import("../../approvals/components/verifiers-dialog").then((part) => part.VerifiersDialog);
const loadHistory = () => import("./verification-history-part").then((part) => part.VerificationHistoryPart);

interface VerificationSectionProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
}

/** Beside a document: who confirmed it until when, how often that happens, and who does it. */
export function VerificationSection({ kind, document }: VerificationSectionProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useVerificationRefresh(kind);
  const documentId = document.id;
  const { data } = useQuery(trpc.verification.get.queryOptions({ workspaceId, documentId }));
  const [asked, setAsked] = useState<"cadence" | "verifiers" | "pause" | "history" | null>(null);
  const close = () => setAsked(null);
  const closeVerifiers = () => {
    close();
    void queryClient.invalidateQueries({ queryKey: trpc.verification.pathKey() });
  };
  const Cadence = usePart(loadCadence, asked === "cadence", close);
  const Verifiers = usePart(loadVerifiers, asked === "verifiers", close);
  const Pause = usePart(loadPause, asked === "pause", close);
  const History = usePart(loadHistory, asked === "history", close);
  const resume = useMutation(
    trpc.verification.resume.mutationOptions({
      onSuccess: () => refresh().then(() => toast("It is verified again.")),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  const canSet = may("cadence.set") && document.retired === null;
  return (
    <section aria-label="Verification">
      <div className="mb-2.5 flex min-h-6 items-center gap-1">
        <h2 className="font-semibold">Verification</h2>
        <TermHint term="freshness" />
      </div>
      {data ? (
        <div className="grid gap-3">
          <Facts document={document} verification={data} />
          <div className="flex flex-wrap gap-2">
            {canSet && (
              <Button size="s" onClick={() => setAsked("cadence")}>
                Change…
              </Button>
            )}
            {canSet &&
              (data.pause ? (
                <Button size="s" pending={resume.isPending} onClick={() => resume.mutate({ workspaceId, documentId })}>
                  Resume
                </Button>
              ) : (
                <Button size="s" onClick={() => setAsked("pause")}>
                  Pause…
                </Button>
              ))}
            {canSet && (
              <Button size="s" onClick={() => setAsked("verifiers")}>
                Verifiers…
              </Button>
            )}
            <Button size="s" variant="ghost" onClick={() => setAsked("history")}>
              History
            </Button>
          </div>
          {Cadence && asked === "cadence" && (
            <Cadence kind={kind} documentId={documentId} verification={data} open onClose={close} />
          )}
          {Verifiers && (
            <Verifiers kind={kind} document={document} open={asked === "verifiers"} onClose={closeVerifiers} />
          )}
          {Pause && asked === "pause" && <Pause kind={kind} documentId={documentId} open onClose={close} />}
          {History && asked === "history" && <History documentId={documentId} open onClose={close} />}
        </div>
      ) : (
        <SkeletonRows label="Loading its verification…" rows={2} />
      )}
    </section>
  );
}

function Facts({
  document,
  verification,
}: Pick<VerificationSectionProps, "document"> & { verification: VerificationView }) {
  const { timeZone } = useWorkspace();
  const { freshness, retired } = document;
  const { cadence, pause, verifiers, areNamed, days } = verification;
  const [next] = days;
  const today = localDay(Date.now(), timeZone);
  return (
    <div className="grid gap-1.5 text-ink-2">
      {freshness ? (
        <p>
          v{freshness.verifiedVersion} by <bdi>{freshness.verifiedBy.name}</bdi>, <Time at={freshness.verifiedAt} />
        </p>
      ) : (
        <p>Not verified yet: the first publication is the first time.</p>
      )}
      {pause && (
        <p>
          <span className="font-strong text-ink">Paused</span> since <Time at={pause.since} />
          {pause.note && `: ${pause.note}`}
        </p>
      )}
      {next && !pause && retired === null && (
        <p className={next < today ? "text-stale" : undefined}>
          {next < today ? "It was to be verified by " : "To be verified by "}
          <time dateTime={next} className="whitespace-nowrap">
            {localDayText(next, today)}
          </time>
        </p>
      )}
      <p>
        {cadence.words}, <span className="text-ink-3">{SOURCE_WORDS[cadence.source]}</span> <TermHint term="cadence" />
      </p>
      <p>
        By <bdi>{verifiers.map(({ name }) => name).join(", ")}</bdi>
        {!areNamed && (
          <span className="text-ink-3">
            {verifiers.every(({ isThere }) => isThere)
              ? ", who owns it"
              : ", who owns it but has left: admins are asked"}
          </span>
        )}{" "}
        <TermHint term="verifier" />
      </p>
    </div>
  );
}
