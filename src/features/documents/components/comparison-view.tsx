import type { ReactNode } from "react";
import type { FieldChange, ItemChange } from "../comparison-rules";

interface ComparisonViewProps {
  readonly changes: readonly FieldChange[];
  /** What the two sides are called, such as "v1" and "Draft". */
  readonly before: string;
  readonly after: string;
}

/** What changed, field by field. Each change is told in words, so that it reads without colour. */
export function ComparisonView({ changes, before, after }: ComparisonViewProps) {
  return (
    <div className="divide-y">
      {changes.map((change) => (
        <section key={change.place} aria-label={change.label} className="py-5 first:pt-0">
          <h2 className="mb-2 text-section">{change.label}</h2>
          {change.shape === "value" ? (
            <div className="grid gap-3 sm:grid-cols-2 sm:gap-8">
              <Side name={before} isGone text={change.before} />
              <Side name={after} text={change.after} />
            </div>
          ) : (
            <ul className="divide-y">
              {change.items.map((item) => (
                <li key={item.id} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[88px_1fr]">
                  <span className="text-small text-ink-3">{ITEM_WORDS[item.change]}</span>
                  <div className="min-w-0 wrap-anywhere">
                    <ItemText item={item} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

const ITEM_WORDS: Record<ItemChange["change"], string> = {
  same: "Unchanged",
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
};

function Side({
  name,
  text,
  isGone = false,
}: {
  readonly name: string;
  readonly text: string;
  readonly isGone?: boolean;
}) {
  const Mark = isGone ? "del" : "ins";
  return (
    <div className="min-w-0">
      <p className="text-label text-ink-3">{name}</p>
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {text ? <Mark>{text}</Mark> : <span className="text-ink-3">Empty</span>}
      </p>
    </div>
  );
}

function ItemText({ item }: { readonly item: ItemChange }): ReactNode {
  switch (item.change) {
    case "added":
      return <ins dir="auto">{item.after}</ins>;
    case "removed":
      return <del dir="auto">{item.before}</del>;
    case "same":
    case "moved":
      return <span dir="auto">{item.after}</span>;
    case "changed":
      return (
        <>
          <p>
            <del dir="auto">{item.before}</del>
          </p>
          <p className="mt-1">
            <ins dir="auto">{item.after}</ins>
          </p>
        </>
      );
  }
}
