"use client";
import clsx from "clsx";
import { Fragment } from "react";
import { isEmptyBody } from "../bodies/body-rules";
import { BodyView } from "../bodies/components/body-view";
import { indentOf } from "../comparison/components/indent";
import { type BesideItem, type BesideRow, besideRows } from "../comparison/side-by-side-rules";
import { bodyFieldOf, bodyOf, type DocumentContent, type Field } from "../field-rules";

interface PrintedContentProps {
  readonly fields: readonly Field[];
  readonly content: DocumentContent;
}

/** Every field that says something, in the kind's order, and the prose where it stands among them. */
export function PrintedContent({ fields, content }: PrintedContentProps) {
  const rows = besideRows(
    fields.filter(({ path, shape }) => path[0] !== "title" && shape !== "body"),
    [content],
  );
  const facts = rows.filter((row) => row.shape === "value");
  const prose = bodyOf(fields, content);
  const proseAt = fields.indexOf(bodyFieldOf(fields));
  const before = new Set(fields.slice(0, proseAt).map(({ path }) => path.join(".")));
  const lists = rows.filter((row) => row.shape === "list");
  return (
    <>
      {facts.length > 0 && (
        <dl className="grid gap-x-6 gap-y-2 border-b py-5 sm:grid-cols-[9rem_minmax(0,1fr)] print:grid-cols-[9rem_minmax(0,1fr)]">
          {facts.map((row) => (
            <Fragment key={row.place}>
              <dt className="text-small text-ink-3">{row.label}</dt>
              <dd dir="auto" className="min-w-0 whitespace-pre-line">
                {row.cells[0]}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <Lists rows={lists.filter(({ place }) => before.has(place))} />
      {!isEmptyBody(prose) && (
        <section aria-label={bodyFieldOf(fields).label} className="pt-6">
          <h2 className="pb-2 text-section">{bodyFieldOf(fields).label}</h2>
          <BodyView body={prose} />
        </section>
      )}
      <Lists rows={lists.filter(({ place }) => !before.has(place))} />
    </>
  );
}

function Lists({ rows }: { readonly rows: readonly Extract<BesideRow, { shape: "list" }>[] }) {
  if (rows.length === 0) return null;
  const sections = rows.map(({ place, label, cells }) => (
    <section key={place} aria-label={label} className="break-inside-avoid-column pt-5">
      <h2 className="break-after-avoid pb-1.5 text-section">{label}</h2>
      <ul className="grid gap-1.5">
        {(cells[0] ?? []).map((item) => (
          <PrintedItem key={item.item.id} {...item} />
        ))}
      </ul>
    </section>
  ));
  return <div className={rows.length > 1 ? "gap-8 sm:columns-2 print:columns-2" : ""}>{sections}</div>;
}

/** A claim that nobody has checked is called one: a dashed line is not seen on every paper. */
function PrintedItem({ item, text, details, depth }: BesideItem) {
  const said = [details, item.provenance === "assumption" && "Assumption"].filter(Boolean).join(" · ");
  return (
    <li className={clsx("break-inside-avoid border-b border-line pb-1.5", indentOf(depth))}>
      <bdi className="block">{text}</bdi>
      {said && <bdi className="block text-small text-ink-3">{said}</bdi>}
    </li>
  );
}
