import clsx from "clsx";
import { memo } from "react";
import type { ComparisonLayout } from "../comparison-address-rules";
import type { Comparison } from "../comparison-contract";
import type { BodyChange, FieldChange, ItemChange, ValueChange } from "../comparison-rules";
import { BodyChanges } from "./body-changes";
import { Change, ChangeKindWord, Reasons, type SideNames } from "./comparison-change";

interface ComparisonViewProps extends SideNames {
  readonly changes: readonly FieldChange[];
  readonly view?: ComparisonLayout | undefined;
  readonly reasons?: Comparison["reasons"] | undefined;
  /** Asks for what is unchanged as well. */
  readonly onWhole?: (() => void) | undefined;
}

/** What changed, field by field. Each change is told in words, so that it reads without colour. */
export const ComparisonView = memo(function ComparisonView(props: ComparisonViewProps) {
  const { changes, before, after, view = "unified" } = props;
  return (
    <div className="min-w-0">
      {view === "split" && (
        <div
          aria-hidden="true"
          className={clsx(ROW, "mb-4 hidden border-b pb-2 text-small font-strong text-ink-2 sm:grid")}
        >
          <span />
          <div className="grid grid-cols-2 gap-x-8">
            <span>{before}</span>
            <span>{after}</span>
          </div>
        </div>
      )}
      <div className="divide-y">
        {changes.map((change) => (
          <FieldChanges key={change.place} {...props} change={change} />
        ))}
      </div>
    </div>
  );
});

const ROW = "grid gap-x-4 gap-y-1 sm:grid-cols-[96px_minmax(0,1fr)]";
/** Rows out of view are not laid out until they come near it: there may be hundreds. */
const ROW_LOOK = clsx(
  ROW,
  "-mx-2 rounded-s px-2 py-2 [content-visibility:auto] [contain-intrinsic-size:auto_3.25rem]",
  "scroll-mt-36 -outline-offset-2 focus:outline-2 focus:outline-focus",
);

const FieldChanges = memo(function FieldChanges({
  change,
  ...props
}: ComparisonViewProps & { readonly change: FieldChange }) {
  return (
    <section aria-label={change.label} className="py-4 first:pt-0">
      <h2 className="mb-1 text-section">
        <bdi>{change.label}</bdi>
      </h2>
      {change.shape === "body" ? (
        <BodyRows change={change} {...props} />
      ) : change.shape === "list" ? (
        <ul>
          {change.items.map((item) => (
            <ChangeRow key={item.place} as="li" item={item} {...props} />
          ))}
        </ul>
      ) : (
        <ChangeRow as="div" item={change} {...props} />
      )}
    </section>
  );
});

/** Prose, a row for each of its blocks that is told. */
function BodyRows({
  change: { place, diff },
  before,
  after,
  view = "unified",
  reasons,
  onWhole,
}: ComparisonViewProps & { readonly change: BodyChange }) {
  if (!diff) return null;
  return (
    <>
      <Reasons reasons={reasons?.[place]} />
      <BodyChanges
        diff={diff}
        view={view}
        names={{ before, after }}
        onWhole={onWhole}
        row={({ change }, key, content) => (
          <div key={key} {...(change !== "same" && { "data-change": place, tabIndex: -1 })} className={ROW_LOOK}>
            {change === "same" ? <span className="hidden sm:block" /> : <ChangeKindWord kind={change} />}
            <div className="min-w-0">{content}</div>
          </div>
        )}
      />
    </>
  );
}

interface ChangeRowProps extends ComparisonViewProps {
  readonly as: "li" | "div";
  readonly item: ItemChange | ValueChange;
}

function ChangeRow({ as: Row, item, before, after, view = "unified", reasons }: ChangeRowProps) {
  const isChange = item.change !== "same";
  return (
    <Row
      // A change can be jumped to.
      {...(isChange && { "data-change": item.place, tabIndex: -1 })}
      className={ROW_LOOK}
    >
      <Change change={item} view={view} names={{ before, after }} reasons={reasons?.[item.place]} />
    </Row>
  );
}
