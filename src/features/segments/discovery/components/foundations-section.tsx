"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FoundationFound, FoundationsAnswer } from "@/features/datasets/discovery/discovery-contract";
import { FOUNDATIONS } from "@/features/datasets/discovery/foundation-rules";
import { countedText, countText, shareText } from "@/features/datasets/value-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { Pill } from "@/ui/pill";
import { Section } from "@/ui/section";
import { Answered } from "./answered";
import { FindingDialog } from "./finding-dialog";
import { OverlapTable } from "./overlap-table";
import { RoleSelects } from "./role-selects";
import { type Finding, useDrafting } from "./use-drafting";
import type { ChosenRoles } from "./value-section";

interface FoundationsSectionProps {
  readonly datasetId: string;
  readonly chosen: ChosenRoles;
}

/** The six groups that most shops begin with, with thresholds from the data. */
export function FoundationsSection({ datasetId, chosen }: FoundationsSectionProps) {
  const { id: workspaceId } = useWorkspace();
  const [more, setMore] = useState<{ readonly discount: string | null; readonly cart: string | null }>({
    ...{ discount: null, cart: null },
  });
  const answer = useQuery({
    ...useTRPC().segments.discoverFoundations.queryOptions({ workspaceId, datasetId, ...chosen, ...more }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title="Six groups to begin with"
      hasLine
      hint="The groups that most shops know their customers by. The thresholds come from your data and are written into the rules as plain numbers."
    >
      <Answered answer={answer}>
        {(found) => {
          const lacking = (["discount", "cart"] as const).filter(
            (role) =>
              found.roles[role].options.length > 0 &&
              (more[role] !== null || found.foundations.some((one) => one.key === role && one.found === null)),
          );
          return (
            <div className="grid gap-5">
              {lacking.length > 0 && (
                <RoleSelects
                  roles={found.roles}
                  shown={lacking}
                  onChoose={(role, traitId) => setMore({ ...more, [role]: traitId })}
                />
              )}
              <Six datasetId={datasetId} answer={found} />
            </div>
          );
        }}
      </Answered>
    </Section>
  );
}

function Six({ datasetId, answer }: { readonly datasetId: string; readonly answer: FoundationsAnswer }) {
  const { may } = useWorkspace();
  const [open, setOpen] = useState<{ readonly finding: Finding; readonly size: string } | null>(null);
  const { make, isPending } = useDrafting(datasetId);
  const { foundations, nobodys, data } = answer;
  const findings = foundations.flatMap((one) => findingOf(one));
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 content-start gap-3">
        <Card>
          <CardList>
            {foundations.map((one) => {
              const { key, sentence, found } = one;
              const [finding] = findingOf(one);
              return (
                <CardRow key={key}>
                  <div className="min-w-0 flex-1 basis-52">
                    <h3 className="font-strong">{FOUNDATIONS[key].name}</h3>
                    <p className="text-small text-ink-2">{sentence}</p>
                  </div>
                  {found ? (
                    <p className="text-end text-small text-ink-2 tabular-nums">
                      <span className="block text-ink">{countText(found.customers)}</span>
                      {shareText(found.customers, data.customers)}
                    </p>
                  ) : (
                    <Pill>Not in these data</Pill>
                  )}
                  {may("draft.edit") && finding && found && (
                    <Button
                      size="s"
                      aria-label={`Make a segment of “${FOUNDATIONS[key].name}”`}
                      onClick={() =>
                        setOpen({
                          finding,
                          size: `${countedText(found.customers, "customer")}, ${shareText(found.customers, data.customers)} of everyone`,
                        })
                      }
                    >
                      Make a segment
                    </Button>
                  )}
                </CardRow>
              );
            })}
            <CardRow>
              <div className="min-w-0 flex-1">
                <h3 className="font-strong">Nobody’s</h3>
                <p className="text-small text-ink-2">Customers who are in none of them.</p>
              </div>
              <p className="text-end text-small text-ink-2 tabular-nums">
                <span className="block text-ink">{countText(nobodys)}</span>
                {shareText(nobodys, data.customers)}
              </p>
            </CardRow>
          </CardList>
        </Card>
        {may("draft.edit") && findings.length > 1 && (
          <Button className="justify-self-start" pending={isPending} onClick={() => make(findings)}>
            Make all {findings.length} as drafts
          </Button>
        )}
      </div>
      <OverlapTable answer={answer} />
      {open && (
        <FindingDialog
          key={open.finding.title}
          datasetId={datasetId}
          finding={open.finding}
          size={open.size}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function findingOf({ key, found }: FoundationFound): readonly Finding[] {
  const { name, summary } = FOUNDATIONS[key];
  return found ? [{ title: name, summary, match: "all", rows: found.rows }] : [];
}
