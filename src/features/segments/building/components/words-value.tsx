"use client";
import clsx from "clsx";
import { Check, Plus } from "lucide-react";
import { useRef, useState } from "react";
import type { Trait } from "@/features/datasets/catalog-rules";
import { MAX_TEXT, MAX_VALUES } from "@/features/datasets/rules/rule-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { questionClient } from "@/trpc/question-client";
import { PopoverPart } from "@/ui/popover-part";
import { useAnswer } from "../../measuring/components/use-answer";
import { LISTED, listValues, mayHaveMore } from "../found-values-rules";
import { addedWords, addValues, pastedValues, valuesWords } from "../value-rules";
import { useBuilder } from "./builder-context";
import { MISSING, VALUE } from "./condition-looks";
import { type ListedOption, OptionList } from "./option-list";

const SHOWN = 5;
const FREE = "free:";
/** Searching a million texts takes longer than counting them. */
const SEARCH_PAUSE = 150;

interface WordsValueProps {
  readonly label: string;
  readonly values: readonly string[];
  /** Undefined where the data have no such trait any more. */
  readonly trait: Trait | undefined;
  /** What has the trait. */
  readonly of: "customers" | "events";
  readonly onValues: (values: readonly string[]) => void;
}

/** Words within a sentence; pressing them opens the list they are chosen from. */
export function WordsValue({ label, values, trait, of, onValues }: WordsValueProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const shown = values.slice(0, SHOWN);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-first-value=""
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${label}: ${values.length === 0 ? "choose values" : shown.join(", ")}${
          values.length > SHOWN ? ` and ${valuesWords(values.length - SHOWN)} more` : ""
        }`}
        onClick={() => setOpen(true)}
        className="inline-flex max-w-full flex-wrap gap-1.5 rounded-s"
      >
        {shown.map((value) => (
          <bdi key={value} className={clsx(VALUE, "whitespace-pre-wrap")}>
            {value}
          </bdi>
        ))}
        {values.length === 0 && <span className={clsx(VALUE, MISSING)}>choose…</span>}
        {values.length > SHOWN && <span className={VALUE}>and {values.length - SHOWN} more</span>}
      </button>
      <PopoverPart label={label} anchor={anchor} open={isOpen} onOpenChange={setOpen}>
        <ValuesEditor {...{ label, values, trait, of, onValues }} />
      </PopoverPart>
    </>
  );
}

function ValuesEditor({ label, values, trait, of, onValues }: WordsValueProps) {
  const top = trait?.profile.top ?? [];
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  // In the order in which one found them: what is ticked off stays where it is until the list is opened again.
  const [offered] = useState(() => [...new Set([...values, ...top.map(({ value }) => value)])]);
  const chosen = new Set(values);
  const typed = text.normalize("NFC").trim().slice(0, MAX_TEXT);
  const known = [...values.filter((value) => !offered.includes(value)), ...offered];
  const search = useFoundValues(trait, of, typed);
  const { listed, counts, isMore } = listValues(known, top, search.value ?? [], typed);

  function add(more: readonly string[]) {
    const added = addValues(values, more);
    if (added.added > 0) onValues(added.values);
    setText("");
    setSaid(addedWords(added));
  }
  function choose(key: string) {
    if (key.startsWith(FREE)) add([typed]);
    else if (chosen.has(key.slice(1))) {
      onValues(values.filter((value) => value !== key.slice(1)));
      setSaid(`${key.slice(1)} taken out.`);
    } else add([key.slice(1)]);
  }
  function paste(pasted: string): boolean {
    const more = pastedValues(pasted);
    // A value with a comma in it is one when the data know it.
    if (text !== "" || more.length < 2 || counts.has(pasted.normalize("NFC").trim())) return false;
    add(more);
    return true;
  }

  const options: ListedOption[] = listed.map((value) => ({
    key: `=${value}`,
    isChosen: chosen.has(value),
    content: (
      <span className="flex min-w-0 items-center gap-2">
        <Check aria-hidden="true" className={clsx("size-4 shrink-0", !chosen.has(value) && "invisible")} />
        <bdi className="min-w-0 flex-1 truncate">{value}</bdi>
        <span className="text-small text-ink-3 tabular-nums">{counts.get(value)?.toLocaleString("en")}</span>
      </span>
    ),
  }));
  if (typed !== "" && !listed.includes(typed) && !chosen.has(typed)) {
    options.push({
      key: FREE,
      isChosen: false,
      content: (
        <span className="flex min-w-0 items-center gap-2">
          <Plus aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 truncate">
            Use “<bdi>{typed}</bdi>” as it is written
          </span>
        </span>
      ),
    });
  }
  return (
    <>
      <OptionList
        label={`Find or write values of ${label}`}
        placeholder="Find, write, or paste a list"
        text={text}
        onText={setText}
        onPasteText={paste}
        options={options}
        onChoose={choose}
        isMultiple
      />
      <div className="-mx-2 -mb-2 mt-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t pt-2 text-small text-ink-3">
        <span role="status" className="min-w-0">
          {said ||
            search.failure?.message ||
            `${valuesWords(values.length)} chosen, up to ${MAX_VALUES.toLocaleString("en")}`}
        </span>
        {values.length > 0 && (
          <button type="button" className="underline underline-offset-2" onClick={() => onValues([])}>
            Clear
          </button>
        )}
        {isMore && <span>The first {LISTED} are shown; write to find others.</span>}
      </div>
    </>
  );
}

/** Values of the data that the text is in, as one types; the server gives none of those that one may not see. */
function useFoundValues(trait: Trait | undefined, of: "customers" | "events", typed: string) {
  const { id: workspaceId } = useWorkspace();
  const { data } = useBuilder().vocabulary;
  const isAsked = data && trait && typed !== "" && mayHaveMore(trait.profile.top, trait.profile.distinct);
  return useAnswer(
    isAsked
      ? { workspaceId, datasetId: data.datasetId, snapshotId: null, of, trait: trait.id, search: typed.slice(0, 200) }
      : null,
    (asked, signal) => questionClient.segments.traitValues.query(asked, { signal }),
    SEARCH_PAUSE,
  );
}
