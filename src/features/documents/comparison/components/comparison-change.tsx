"use client";
import { ArrowDownUp, Equal, Minus, PencilLine, Plus } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { pictureAddress } from "@/shared/portrait-address";
import { Portrait } from "@/ui/portrait";
import { VERSION_REASON_WORDS } from "../../versions/version-reason-rules";
import type { ComparisonLayout } from "../comparison-address-rules";
import type { GivenReason } from "../comparison-contract";
import type { AttributeChange, ChangeKind, ItemChange, Sides, ValueChange } from "../comparison-rules";
import { ComparedText, type ShownSide, WholeText } from "./comparison-text";

const KINDS = {
  added: { word: "Added", Icon: Plus, look: "text-fresh" },
  removed: { word: "Removed", Icon: Minus, look: "text-stale" },
  changed: { word: "Changed", Icon: PencilLine, look: "text-ink-2" },
  moved: { word: "Moved", Icon: ArrowDownUp, look: "text-ink-2" },
  same: { word: "Same", Icon: Equal, look: "text-ink-3" },
} as const satisfies Record<ChangeKind | "same", unknown>;

/** What the two sides are called, such as "v1" and "Draft". */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

export interface ChangeProps {
  readonly change: ItemChange | ValueChange;
  readonly view: ComparisonLayout;
  readonly names: SideNames;
  readonly reasons?: readonly GivenReason[] | undefined;
}

/** One change: what happened to it in a word, then what it said and says. */
export function Change({ change, view, names, reasons }: ChangeProps) {
  return (
    <>
      <ChangeKindWord kind={change.change} />
      <div className="min-w-0">
        {view === "split" && change.change !== "same" ? (
          <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            <OneSide change={change} side="before" name={names.before} />
            <OneSide change={change} side="after" name={names.after} />
          </div>
        ) : (
          <BothSides change={change} />
        )}
        <Move change={change} />
        <Reasons reasons={reasons} />
      </div>
    </>
  );
}

/** What happened, in a word with a sign. */
export function ChangeKindWord({ kind }: { readonly kind: ChangeKind | "same" }) {
  const { word, Icon, look } = KINDS[kind];
  return (
    <p className={`flex h-fit items-center gap-1.5 text-small font-strong ${look}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {word}
    </p>
  );
}

export function Reasons({ reasons }: Pick<ChangeProps, "reasons">) {
  return reasons?.map(({ number, reason }) => (
    <p key={number} className="mt-1 text-small text-ink-3">
      Why, in v{number}: {VERSION_REASON_WORDS[reason] ?? reason}
    </p>
  ));
}

function BothSides({ change }: Pick<ChangeProps, "change">) {
  return (
    <>
      <Unified sides={change} kind={change.change} shows={"shows" in change ? change.shows : undefined} />
      {"attributes" in change && <Attributes change={change} shown="both" />}
    </>
  );
}

function Unified({
  sides,
  kind,
  shows,
}: {
  readonly sides: Sides;
  readonly kind: ChangeKind | "same";
  readonly shows: ValueChange["shows"];
}) {
  const { before, after, words } = sides;
  if (shows) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        {before && before !== after && <Picture shows={shows} value={before} alt="Before" />}
        {before && after && before !== after && <Arrow />}
        {after && <Picture shows={shows} value={after} alt={before === after ? "" : "After"} />}
      </div>
    );
  }
  if (before === after) return <PlainText text={after} />;
  if (kind === "added" || kind === "removed") return <WholeText sign={kind} text={after || before} />;
  if (!words) return <Exchange sides={sides} />;
  const isRewritten = words[0] === 0 && words[1] === before.length && words[2] === after.length;
  if (!isRewritten || Math.max(before.length, after.length) < 80) return <ComparedText sides={sides} shown="both" />;
  return (
    <div className="grid gap-2">
      <WholeText sign="removed" text={before} />
      <WholeText sign="added" text={after} />
    </div>
  );
}

/** One side alone; where it has nothing, that is said. */
function OneSide({
  change,
  side,
  name,
}: Pick<ChangeProps, "change"> & { readonly side: "before" | "after"; readonly name: string }) {
  const text = change[side];
  const shows = "shows" in change ? change.shows : undefined;
  const isWhole = change.change === "added" || change.change === "removed";
  const isThere = isWhole ? (change.change === "added") === (side === "after") : true;
  return (
    <div className={isThere ? "min-w-0" : "hidden min-w-0 sm:block"}>
      <p className="text-label text-ink-3 sm:sr-only">{name}</p>
      {!isThere || (text === "" && !("attributes" in change)) ? (
        <p className="text-ink-3">{side === "before" ? "Not there yet" : "No longer there"}</p>
      ) : shows ? (
        <Picture shows={shows} value={text} alt={side === "before" ? "Before" : "After"} />
      ) : change.before === change.after ? (
        <PlainText text={text} />
      ) : isWhole ? (
        <WholeText sign={change.change} text={text} />
      ) : (
        <ComparedText sides={change} shown={side} />
      )}
      {isThere && "attributes" in change && <Attributes change={change} shown={side} />}
    </div>
  );
}

/** What an item holds beside its name: where it changed line by line, else in one line. */
function Attributes({ change, shown }: { readonly change: ItemChange; readonly shown: ShownSide }) {
  const { attributes } = change;
  if (attributes.length === 0) return null;
  if (change.change !== "changed") {
    return (
      <p className="mt-0.5 text-small text-ink-3 wrap-anywhere">
        {attributes.map(({ label, path, before, after }, index) => (
          <span key={path}>
            {index > 0 && " · "}
            {label}: <bdi>{after || before}</bdi>
          </span>
        ))}
      </p>
    );
  }
  return (
    <dl className="mt-1 grid gap-0.5 text-small">
      {attributes.map((attribute) => (
        <div key={attribute.path} className="flex min-w-0 flex-wrap gap-x-2">
          <dt className="text-ink-3">{attribute.label}</dt>
          <dd className="min-w-0">
            <Attribute attribute={attribute} shown={shown} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Attribute({ attribute, shown }: { readonly attribute: AttributeChange; readonly shown: ShownSide }) {
  if (shown === "both") {
    return attribute.words ? <ComparedText sides={attribute} shown="both" /> : <Exchange sides={attribute} />;
  }
  if (attribute[shown] === "") return <span className="text-ink-3">None</span>;
  return <ComparedText sides={attribute} shown={shown} />;
}

/** A value that was put in another's place, such as a choice or a number. */
function Exchange({ sides: { before, after } }: { readonly sides: Sides }) {
  const of = (sign: "removed" | "added", text: string) =>
    text ? (
      <ComparedText
        sides={{ before: sign === "removed" ? text : "", after: sign === "added" ? text : "" }}
        shown="both"
      />
    ) : (
      <span className="text-ink-3">None</span>
    );
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      {of("removed", before)}
      <Arrow />
      {of("added", after)}
    </span>
  );
}

function Arrow() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
        →
      </span>
      <span className="sr-only">, now </span>
    </span>
  );
}

function Move({ change }: Pick<ChangeProps, "change">) {
  if (!("moved" in change) || !change.moved) return null;
  const { from, to } = change.moved;
  const way = to < from ? "up" : to > from ? "down" : "past others";
  return (
    <p className="mt-1 text-small text-ink-3">
      Moved {way}: was number {from}, is number {to}
    </p>
  );
}

function PlainText({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className="whitespace-pre-line wrap-anywhere">
      {text}
    </p>
  );
}

function Picture(props: { readonly shows: "face" | "picture"; readonly value: string; readonly alt: string }) {
  const { id: workspaceId } = useWorkspace();
  const seed = props.shows === "face" ? props.value : "none";
  const picture = props.shows === "picture" ? pictureAddress(workspaceId, props.value) : undefined;
  return <Portrait seed={seed} picture={picture} hue="sand" alt={props.alt} className="h-[84px] w-[72px] rounded-m" />;
}
