"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { IconButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { Pill } from "@/ui/pill";
import { documentPath, versionPath } from "../../components/document-link";
import { StatePill } from "../../components/state-pill";
import type { DocumentContent, Item } from "../../field-rules";
import { FreshnessPill } from "../../verification/components/freshness-pill";
import type { DocumentBeside } from "../comparison-contract";
import type { BesideItem, BesideRow } from "../side-by-side-rules";
import { indentOf } from "./indent";

interface BesideTableProps {
  readonly kind: KindName;
  readonly documents: readonly DocumentBeside<DocumentContent>[];
  readonly rows: readonly BesideRow[];
  readonly face?: ((content: DocumentContent) => ReactNode) | undefined;
  readonly items?: Readonly<Record<string, (item: Item) => ReactNode>> | undefined;
  readonly onRemove: (id: string) => void;
}

const LABEL = "sticky start-0 z-[1] w-[104px] min-w-[104px] bg-paper py-3 pe-3 text-start align-top sm:w-[150px]";

/**
 * Scrolls within itself in both directions, so that names and labels stay in view and the page is never wider than
 * its window.
 */
export const BesideTable = memo(function BesideTable(props: BesideTableProps) {
  const { documents, rows, items } = props;
  return (
    <section
      aria-label="Side by side"
      // Reachable by keyboard, as everything that scrolls.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
      tabIndex={0}
      className="relative max-h-[calc(100dvh-11rem)] min-h-64 overflow-auto border-y"
    >
      <table className="w-full table-fixed border-collapse" style={{ minWidth: `${104 + documents.length * 190}px` }}>
        <thead>
          <tr>
            <td className={clsx(LABEL, "top-0 z-[3] shadow-[inset_0_-1px_0_var(--line)]")} />
            {documents.map((document) => (
              <ColumnHead key={document.id} document={document} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place} className="border-b last:border-b-0">
              <th scope="row" className={clsx(LABEL, "font-strong wrap-anywhere")}>
                <bdi>{row.label}</bdi>
                {row.isSame && documents.length > 1 && (
                  <span className="block text-small font-normal text-ink-3">The same in all</span>
                )}
              </th>
              {row.shape === "value"
                ? row.cells.map((text, column) => (
                    <td key={documents[column]?.id} dir="auto" className={CELL}>
                      {text || <Nothing />}
                    </td>
                  ))
                : row.cells.map((list, column) => (
                    <td key={documents[column]?.id} className={CELL}>
                      <Items list={list} show={items?.[row.place]} />
                    </td>
                  ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

const CELL = "min-w-0 px-3 py-3 align-top whitespace-pre-line wrap-anywhere";

function ColumnHead({
  kind,
  document,
  face,
  onRemove,
}: BesideTableProps & { readonly document: DocumentBeside<DocumentContent> }) {
  const { slug } = useWorkspace();
  const { id, title, state, currentVersion, isDraft, content } = document;
  const name = title || "No name yet";
  const href =
    isDraft || currentVersion === null ? documentPath(slug, kind, id) : versionPath(slug, kind, id, currentVersion);
  return (
    <th
      scope="col"
      className="sticky top-0 z-[2] bg-paper px-3 shadow-[inset_0_-1px_0_var(--line)] py-3 text-start align-top font-normal"
    >
      <div className="relative flex items-start gap-3 pe-6">
        {face?.(content)}
        <div className="min-w-0 flex-1">
          <Link
            href={href}
            dir="auto"
            className="line-clamp-2 font-display text-display-20 underline-offset-4 wrap-anywhere hover:underline"
          >
            {name}
          </Link>
          <p className="flex flex-wrap gap-1.5 pt-1.5">
            <FreshnessPill of={document} />
            {isDraft && state !== "retired" ? (
              <Pill tone="info">{currentVersion === null ? "Draft" : `Draft after v${currentVersion}`}</Pill>
            ) : (
              <StatePill state={state} version={currentVersion} />
            )}
          </p>
        </div>
        <span className="absolute -end-2 -top-1">
          <IconButton
            size="s"
            label={`Take ${name} out of the comparison`}
            icon={<X aria-hidden="true" className="size-4" />}
            onClick={() => onRemove(id)}
          />
        </span>
      </div>
    </th>
  );
}

function Items({
  list,
  show,
}: {
  readonly list: readonly BesideItem[];
  readonly show: ((item: Item) => ReactNode) | undefined;
}) {
  if (list.length === 0) return <Nothing />;
  return (
    <ul className="grid gap-2">
      {list.map(({ item, text, details, isShared, depth }) => (
        <li key={item.id} className={clsx("min-w-0", indentOf(depth))}>
          {show ? show(item) : <ItemText item={item} text={text} />}
          {!show && details && <span className="block text-small text-ink-3">{details}</span>}
          {isShared && <span className="block text-small text-ink-3">In all of them</span>}
        </li>
      ))}
    </ul>
  );
}

/** A claim that nobody has checked is drawn as one, as everywhere. */
function ItemText({ item, text }: { readonly item: Item; readonly text: string }) {
  const isAssumption = item.provenance === "assumption";
  return (
    <span
      dir="auto"
      className={
        isAssumption ? "underline decoration-due decoration-dashed decoration-[1.5px] underline-offset-[5px]" : ""
      }
    >
      {text}
      {isAssumption && <span className="sr-only"> (assumption)</span>}
    </span>
  );
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">Nothing</span>
    </span>
  );
}
