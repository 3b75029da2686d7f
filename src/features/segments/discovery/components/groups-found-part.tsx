"use client";
import { useState } from "react";
import type { FoundGroup, GroupsFound } from "@/features/datasets/discovery/discovery-contract";
import { rowsWords } from "@/features/datasets/discovery/draft-row-rules";
import { countedText, countText, shareText } from "@/features/datasets/value-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { liftWords, partWords, percentWords } from "../../measuring/part-words-rules";
import { FindingDialog } from "./finding-dialog";
import { GroupCandidates } from "./group-candidates";

interface GroupsFoundProps {
  readonly found: GroupsFound;
  readonly isWorking: boolean;
  readonly onMany: (many: number) => void;
}

/** What was found: how many groups there could be, and each with what sets it apart and a rule that finds it. */
export function GroupsFoundPart({ found, isWorking, onMany }: GroupsFoundProps) {
  const { data, best, groups, looked, candidates } = found;
  const [open, setOpen] = useState<FoundGroup | null>(null);
  const isSample = looked < data.customers;
  return (
    <div className="grid gap-5">
      {best === null ? (
        <Notice title="There are no clear groups">
          In these columns customers pass into one another without gaps. Choose others, or pick a number below to part
          them all the same.
        </Notice>
      ) : (
        <p className="text-ink-2">
          {best} groups are the clearest.
          {isSample && ` ${countText(looked)} customers were compared, and all were sorted into the groups found.`}
        </p>
      )}
      {candidates.length > 0 && (
        <GroupCandidates
          candidates={candidates}
          best={best}
          shown={groups.length}
          isWorking={isWorking}
          onMany={onMany}
        />
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name but their place, and never move.
          <li key={at} className="min-w-0">
            <Group group={group} place={at + 1} everyone={data.customers} onMake={() => setOpen(group)} />
          </li>
        ))}
      </ul>
      {open?.rule && (
        <FindingDialog
          key={nameOf(open)}
          datasetId={data.datasetId}
          finding={{ title: nameOf(open), summary: summaryOf(open), match: open.rule.match, rows: open.rule.rows }}
          size={`${countedText(open.rule.customers, "customer")}, ${shareText(open.rule.customers, data.customers)} of everyone`}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface GroupProps {
  readonly group: FoundGroup;
  readonly place: number;
  readonly everyone: number;
  readonly onMake: () => void;
}

function Group({ group, place, everyone, onMake }: GroupProps) {
  const { may } = useWorkspace();
  const { customers, standOuts, isTooFew, rule } = group;
  return (
    <Card className="grid h-full content-start gap-3 px-4 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-strong">Group {place}</h3>
        <p className="text-ink-2 tabular-nums">
          <span className="font-display text-display-28 text-ink">{countText(customers)}</span>{" "}
          {shareText(customers, everyone)}
        </p>
      </div>
      <ul className="grid gap-1">
        {standOuts.map((one) => (
          <li key={one.trait} className="text-ink-2 tabular-nums">
            <span className={one.lift > 1 ? "font-strong text-ink" : ""}>
              {one.lift > 1 ? `${liftWords(one.lift)} more often` : "Less often"}
            </span>{" "}
            <bdi>{partWords(one, one.range)}</bdi>: {percentWords(one.share)} against {percentWords(one.base)}
          </li>
        ))}
        {standOuts.length === 0 && (
          <li className="text-ink-2">
            {isTooFew ? "Too few to say what sets them apart." : "Nothing sets them clearly apart from everyone."}
          </li>
        )}
      </ul>
      {rule ? (
        <>
          <p className="rounded-s bg-sunk px-3 py-2 wrap-anywhere">
            <bdi>{rowsWords(rule.rows, rule.match)}</bdi>
          </p>
          <p className="text-small text-ink-2 tabular-nums">
            This rule fits {countText(rule.customers)} customers. It finds {percentWords(rule.recall)} of the group, and{" "}
            {percentWords(rule.precision)} of those it finds are in it.
          </p>
          {may("draft.edit") && (
            <Button
              size="s"
              className="justify-self-start"
              aria-label={`Make a segment of group ${place}`}
              onClick={onMake}
            >
              Make a segment
            </Button>
          )}
        </>
      ) : (
        <p className="text-small text-ink-2">No short rule tells them from all others.</p>
      )}
    </Card>
  );
}

/** By what is more frequent in it; the person finds a better one. */
function nameOf({ standOuts }: FoundGroup): string {
  const over = standOuts.filter(({ lift }) => lift > 1).slice(0, 2);
  return (
    over
      .map((one) => partWords(one, one.range))
      .join(", ")
      .slice(0, 120) || "A group without a name"
  );
}

function summaryOf({ standOuts }: FoundGroup): string {
  const said = standOuts.map(
    (one) =>
      `${partWords(one, one.range)} ${one.lift > 1 ? `${liftWords(one.lift)} more often` : "less often"} than everyone (${percentWords(one.share)} against ${percentWords(one.base)})`,
  );
  return said.length === 0 ? "" : `${said.join("; ")}.`.slice(0, 600);
}
