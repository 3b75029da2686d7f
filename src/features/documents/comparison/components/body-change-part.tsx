"use client";
import { useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { isFold } from "../body-change-rules";
import { withBlocks } from "../comparison-mark-rules";
import type { BodyChange } from "../comparison-rules";
import { BodyChanges } from "./body-changes";
import { ChangeKindWord } from "./comparison-change";

/** As many blocks as are drawn before somebody asks for the rest. */
const SHOWN = 20;

/** What differs in prose, for where the whole comparison would be too much. */
export function BodyChangePart({ change }: { readonly change: BodyChange }) {
  const [isAll, setAll] = useState(false);
  const { diff } = useMemo(() => withBlocks(change), [change]);
  if (!diff) return null;
  const shown = isAll ? diff.blocks : diff.blocks.slice(0, SHOWN);
  return (
    <>
      <BodyChanges
        diff={{ ...diff, blocks: shown }}
        view="unified"
        names={{ before: "Before", after: "After" }}
        row={(block, key, content) => (
          <div key={key} className="grid gap-0.5 py-1">
            {block.change !== "same" && <ChangeKindWord kind={block.change} />}
            {content}
          </div>
        )}
      />
      {shown.length < diff.blocks.length && (
        <Button size="s" className="mt-2" onClick={() => setAll(true)}>
          Show all {diff.blocks.filter((block) => !isFold(block) && block.change !== "same").length} changes in it
        </Button>
      )}
    </>
  );
}
