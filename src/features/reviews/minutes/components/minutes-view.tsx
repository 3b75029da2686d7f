"use client";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Page, PageTitle } from "@/ui/page";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import { SessionPill } from "../../planning/components/session-pill";
import { newPlanPath, reviewsPath } from "../../planning/review-link-rules";
import { whenText } from "../../planning/when-rules";
import { peopleText } from "../minutes-words-rules";
import { MinutesItemView } from "./minutes-item";

/** What a session came to, to be read, printed and taken along. */
export function MinutesView({ sessionId }: { readonly sessionId: string }) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const target = { workspaceId, sessionId };
  const { data: minutes } = useSuspenseQuery(trpc.reviews.minutes.queryOptions(target));
  const download = async () => {
    try {
      const file = await queries.fetchQuery(trpc.reviews.downloadMinutes.queryOptions(target));
      saveText(file);
    } catch (error) {
      toast(refusal(error).message, { tone: "error" });
    }
  };
  return (
    <>
      <div className="print:hidden">
        <TopBar
          crumbs={[{ label: "Reviews", href: reviewsPath(slug) }, { label: minutes.title }]}
          actions={
            <>
              <Button onClick={download}>Download</Button>
              <Button onClick={() => window.print()}>Print</Button>
              {may("review.plan") && (
                <ButtonLink href={newPlanPath(slug, sessionId)} variant="primary">
                  Plan the next
                </ButtonLink>
              )}
            </>
          }
        >
          <SessionPill session={{ state: "closed", mode: minutes.mode }} />
        </TopBar>
      </div>
      <Page width="text">
        <PageTitle eyebrow="Minutes" title={minutes.title} description={minutes.purpose || undefined} />
        <div className="grid gap-1 pb-7 text-ink-2">
          <p>{whenText(minutes)}</p>
          <p>
            {minutes.facilitator} facilitated. {peopleText(minutes)}.
          </p>
          <p className="text-small text-ink-3">
            Closed <Time at={minutes.closedAt} isExact />
          </p>
        </div>
        <ol className="grid gap-8">
          {minutes.items.map((item) => (
            <MinutesItemView key={item.documentId} item={item} sessionId={sessionId} />
          ))}
        </ol>
      </Page>
    </>
  );
}

function saveText({ name, text }: { readonly name: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
