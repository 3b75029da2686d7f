"use client";
import { hasRule } from "@/features/datasets/rules/assemble-rule-rules";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { fieldAt } from "@/features/documents/field-rules";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { usePart } from "@/ui/use-part";
import { SEGMENT_DEFINITION, type SegmentContent } from "../../segment-rules";
import { PinsList } from "./pins-list";
import { RuleSentences } from "./rule-sentences";

const DEFINITION = fieldAt(SEGMENT_DEFINITION, "definition");
const loadBuilder = () => import("./rule-builder-part").then((part) => part.RuleBuilderPart);

/** Who belongs: the rule, as sentences for readers and to be written by editors, and the prose beside it. */
export function WhoBelongs({ documentId }: { readonly documentId: string }) {
  const edit = useEdit();
  const definition = useContentPart((content: SegmentContent) => content.definition);
  const rows = useContentPart((content: SegmentContent) => content.rule);
  const match = useContentPart((content: SegmentContent) => content.match);
  const pins = useContentPart((content: SegmentContent) => content.pins);
  const data = useContentPart((content: SegmentContent) => content.data);
  const Builder = usePart(loadBuilder, edit !== null, () => {});
  const isRuled = hasRule({ match, rows, pins });
  if (!edit && definition === "" && !isRuled) return null;
  return (
    <section aria-labelledby="who-belongs" className="min-w-0">
      <h2 id="who-belongs" className="mb-1.5 text-section">
        Who belongs
      </h2>
      {edit && Builder ? (
        <Builder documentId={documentId} edit={edit} />
      ) : (
        <div className="grid *:[grid-area:1/1]">
          <div>
            {data && <p className="pb-3 text-small text-ink-3">Measured on {data.name}</p>}
            <RuleSentences rows={rows} match={match} />
          </div>
          {edit && isRuled && <BuilderPlace rows={rows} />}
        </div>
      )}
      <PinsList pins={pins} edit={edit} />
      {(edit !== null || definition !== "") && (
        <div className={isRuled ? "pt-4" : ""}>
          {isRuled && <h3 className="text-label text-ink-3">In words</h3>}
          <FieldInPlace field={DEFINITION} className="wrap-anywhere" />
        </div>
      )}
    </section>
  );
}

/** About as high as the builder of the rule, so that little moves when it comes: its frame, and each row. */
function BuilderPlace({ rows }: { readonly rows: readonly RuleRow[] }) {
  return (
    <div aria-hidden="true" className="pb-[90px]">
      {rows.map(({ id }) => (
        <div key={id} className="h-[85px]" />
      ))}
    </div>
  );
}
