"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ValueAnswer } from "@/features/datasets/discovery/discovery-contract";
import { cellRows, groupOf, groupRows, VALUE_GROUPS } from "@/features/datasets/discovery/value-rules";
import { countedText, countText, shareText } from "@/features/datasets/value-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { numberWords } from "../../measuring/part-words-rules";
import { Answered } from "./answered";
import { FindingDialog } from "./finding-dialog";
import { RoleSelects } from "./role-selects";
import { type Finding, useDrafting } from "./use-drafting";
import { ordersWords, recencyWords, ValueMap } from "./value-map";

type Found = NonNullable<ValueAnswer["found"]>;

export interface ChosenRoles {
  readonly recency: string | null;
  readonly orders: string | null;
  readonly money: string | null;
}

interface ValueSectionProps {
  readonly datasetId: string;
  readonly chosen: ChosenRoles;
  readonly onChoose: (chosen: ChosenRoles) => void;
}

/** Customers by when they last ordered, how often and for how much. */
export function ValueSection({ datasetId, chosen, onChoose }: ValueSectionProps) {
  const { id: workspaceId } = useWorkspace();
  const input = { workspaceId, datasetId, ...chosen };
  const answer = useQuery({
    ...useTRPC().segments.discoverValue.queryOptions(input),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title="By value"
      hint="When customers last ordered, how often, and for how much, each in five steps. Everything here can become a segment."
    >
      <Answered answer={answer}>
        {(value) => (
          <div className="grid gap-5">
            <RoleSelects
              roles={value.roles}
              shown={["recency", "orders", "money"]}
              onChoose={(role, traitId) => onChoose({ ...chosen, [role]: traitId })}
            />
            {value.found ? (
              <Scored datasetId={datasetId} value={value} found={value.found} />
            ) : (
              <p className="text-ink-2">
                {Object.values(value.roles).some((role) => role.chosen === null)
                  ? "Choose the columns that say it. Without all three nobody can be placed."
                  : "Nobody in these data has ordered."}
              </p>
            )}
          </div>
        )}
      </Answered>
    </Section>
  );
}

interface ScoredProps {
  readonly datasetId: string;
  readonly value: ValueAnswer;
  readonly found: Found;
}

function Scored({ datasetId, value, found }: ScoredProps) {
  const { may } = useWorkspace();
  const [open, setOpen] = useState<{ readonly finding: Finding; readonly size: string } | null>(null);
  const { make, isPending } = useDrafting(datasetId);
  const moneyText = (amount: number) =>
    value.currency === null
      ? countText(Math.round(amount))
      : numberWords(Math.round(amount), { currency: value.currency });
  const ground = { traits: found.traits, cuts: found.cuts, asOf: value.data.asOf };
  const groups = VALUE_GROUPS.map((group) => {
    const own = found.cells.filter((cell) => groupOf(cell.recency, cell.orders, cell.money)?.key === group.key);
    const customers = own.reduce((sum, cell) => sum + cell.customers, 0);
    const spent = own.reduce((sum, cell) => sum + cell.spent, 0);
    return { group, customers, spent };
  });
  const rest = found.buyers - groups.reduce((sum, { customers }) => sum + customers, 0);
  const findingOf = ({ name, summary, ...group }: (typeof VALUE_GROUPS)[number]): Finding => ({
    ...{ title: name, summary, match: "all" },
    rows: groupRows({ name, summary, ...group }, ground),
  });
  const weak = found.gates.filter(({ isMet }) => !isMet);
  const sizeText = (customers: number) =>
    `${countedText(customers, "customer")}, ${shareText(customers, value.data.customers)} of everyone`;
  return (
    <>
      {weak.length > 0 && (
        <Notice tone="due" title="Take these groups with care">
          <ul className="grid gap-1">
            {weak.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <ValueMap
            found={found}
            moneyText={moneyText}
            onChoose={
              may("draft.edit")
                ? ({ recency, orders, customers }) =>
                    setOpen({
                      size: sizeText(customers),
                      finding: {
                        title: `${ordersWords(orders, found)} orders, last ${recencyWords(recency, found)} days ago`,
                        ...{ summary: "", match: "all", rows: cellRows(recency, orders, ground) },
                      },
                    })
                : null
            }
          />
          <p className="pt-2 text-small text-ink-3">
            {countText(found.buyers)} of {countText(value.data.customers)} customers have ordered.{" "}
            {found.isOrdersFallback
              ? "Most order so seldom that fifths can’t be told apart, so the numbers of orders are fixed ones."
              : "Each step holds about a fifth of them."}
          </p>
        </div>
        <div className="grid min-w-0 content-start gap-3">
          <Card>
            <CardList>
              {groups.map(({ group, customers, spent }) => (
                <CardRow key={group.key}>
                  <div className="min-w-0 flex-1 basis-52">
                    <h3 className="font-strong">{group.name}</h3>
                    <p className="text-small text-ink-2">{group.summary}</p>
                  </div>
                  <p className="text-end text-small text-ink-2 tabular-nums">
                    <span className="block text-ink">{countText(customers)}</span>
                    {shareText(customers, found.buyers)} · {shareText(spent, found.spent)} of the money
                  </p>
                  {may("draft.edit") && (
                    <Button
                      size="s"
                      aria-label={`Make a segment of “${group.name}”`}
                      onClick={() => setOpen({ finding: findingOf(group), size: sizeText(customers) })}
                    >
                      Make a segment
                    </Button>
                  )}
                </CardRow>
              ))}
              <CardRow>
                <p className="min-w-0 flex-1 text-ink-2">In none of them</p>
                <p className="text-small text-ink-2 tabular-nums">
                  {countText(rest)}, {shareText(rest, found.buyers)}
                </p>
              </CardRow>
            </CardList>
          </Card>
          {may("draft.edit") && (
            <Button
              className="justify-self-start"
              pending={isPending}
              onClick={() => make(groups.map(({ group }) => findingOf(group)))}
            >
              Make all {VALUE_GROUPS.length} as drafts
            </Button>
          )}
        </div>
      </div>
      {open && (
        <FindingDialog
          key={open.finding.title}
          datasetId={datasetId}
          finding={open.finding}
          size={open.size}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
