"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import { Pill, type PillTone } from "@/ui/pill";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { importPath } from "../../components/data-link";
import { sizeText } from "../../value-words-rules";
import type { ImportSummary } from "../import-contract";
import { isRunning, isUnfinished } from "../import-state-rules";
import { rowPaceWords } from "../progress-words-rules";

/** While one of them moves. */
const OFTEN_MS = 2_000;
const SELDOM_MS = 30_000;
/** Drawn at first: the newest. */
const MOST = 4;

/** Imports that aren't at their end: uploaded and waiting to be confirmed, or being read. Nothing where there are none. */
export function OpenImports() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data: imports = [] } = useQuery(
    trpc.datasets.listImports.queryOptions(
      { workspaceId },
      { refetchInterval: ({ state }) => (state.data?.some(isRunning) ? OFTEN_MS : SELDOM_MS) },
    ),
  );
  const [isAll, setAll] = useState(false);
  const open = imports.filter(isUnfinished);
  const shown = isAll ? open : open.slice(0, MOST);
  if (open.length === 0) return null;
  return (
    <div className="pb-8">
      <Section title="On the way">
        <Card>
          <CardList>
            {shown.map((one) => (
              <CardRow key={one.id} className="relative hover:bg-sunk">
                <div className="min-w-0 flex-1 basis-60">
                  <Link
                    href={importPath(slug, { importId: one.id })}
                    className="block truncate font-strong after:absolute after:inset-0"
                  >
                    <bdi>{one.fileName}</bdi>
                  </Link>
                  <p className="text-small text-ink-3 tabular-nums">
                    {one.progress && one.state === "running" ? (
                      rowPaceWords({
                        done: one.progress.rows,
                        total: one.progress.total,
                        milliseconds: one.progress.milliseconds,
                      }).join(", ")
                    ) : (
                      <>
                        {sizeText(one.bytes)}, from <bdi>{one.createdBy.name}</bdi>, <Time at={one.createdAt} />
                      </>
                    )}
                  </p>
                </div>
                <StateWords of={one} />
              </CardRow>
            ))}
          </CardList>
        </Card>
        {open.length > shown.length && (
          <Button variant="ghost" className="mt-2" onClick={() => setAll(true)}>
            Show all {open.length}
          </Button>
        )}
      </Section>
    </div>
  );
}

const WORDS: Partial<Record<ImportSummary["state"], readonly [PillTone, string]>> = {
  uploading: ["plain", "Being sent"],
  uploaded: ["due", "Waits to be confirmed"],
  waiting: ["info", "Begins soon"],
  running: ["info", "Being read"],
  failed: ["stale", "Didn’t work"],
};

function StateWords({ of }: { readonly of: ImportSummary }) {
  const words = WORDS[of.state];
  return words ? <Pill tone={words[0]}>{words[1]}</Pill> : null;
}
