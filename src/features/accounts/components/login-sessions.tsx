"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { Pill } from "@/ui/pill";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { LoginSession } from "../account-contract";

/** Where the person is signed in, each to end. */
export function LoginSessions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: sessions } = useSuspenseQuery(trpc.accounts.sessions.queryOptions());
  const refresh = () => queries.invalidateQueries(trpc.accounts.sessions.pathFilter());
  const onError = (error: unknown) => toast(refusal(error).message, { tone: "error" });
  const endOne = useMutation(trpc.accounts.endSession.mutationOptions({ onSettled: refresh, onError }));
  const endAll = useMutation(
    trpc.accounts.endSessions.mutationOptions({
      onError,
      onSuccess: (_nothing, { keepThis }) => {
        if (!keepThis) return location.assign("/sign-in");
        toast("All other browsers are signed out.");
        return refresh();
      },
    }),
  );
  const hasOthers = sessions.some(({ isThis }) => !isThis);

  return (
    <Section hasLine title="Where you are signed in" hint="A browser that isn’t used for seven days signs itself out.">
      <Card>
        <CardList>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isEnding={endOne.isPending && endOne.variables.sessionId === session.id}
              onEnd={() => endOne.mutate({ sessionId: session.id })}
            />
          ))}
        </CardList>
      </Card>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          pending={endAll.isPending && endAll.variables.keepThis}
          pendingLabel="Signing out…"
          disabledReason={hasOthers ? undefined : "You are signed in here only."}
          onClick={() => endAll.mutate({ keepThis: true })}
        >
          Sign out everywhere else
        </Button>
        <Button
          variant="ghost"
          pending={endAll.isPending && !endAll.variables.keepThis}
          pendingLabel="Signing out…"
          onClick={() => endAll.mutate({ keepThis: false })}
        >
          Sign out everywhere
        </Button>
      </div>
    </Section>
  );
}

interface SessionRowProps {
  readonly session: LoginSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const { device, ip, signedInAt, lastSeenAt, isThis } = session;
  return (
    <CardRow>
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-strong">{device}</p>
        <p className="text-small text-ink-3">
          {ip && `${ip} · `}signed in <Time at={signedInAt} />, last used <Time at={lastSeenAt} />
        </p>
      </div>
      {isThis ? (
        <Pill tone="fresh">This browser</Pill>
      ) : (
        <Button
          size="s"
          pending={isEnding}
          pendingLabel="Signing out…"
          aria-label={`Sign out ${device}`}
          onClick={onEnd}
        >
          Sign out
        </Button>
      )}
    </CardRow>
  );
}
