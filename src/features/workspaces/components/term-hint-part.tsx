"use client";
import { GLOSSARY, type Term, type TermName } from "@/shared/glossary";
import { Link } from "@/ui/link";
import { PopoverPart, type PopoverPartProps } from "@/ui/popover-part";
import { useWorkspace } from "./workspace-context";

type TermHintPartProps = Pick<PopoverPartProps, "label" | "anchor" | "open" | "onOpenChange"> & {
  readonly term: TermName;
};

/** The sentence of the glossary, what helps to tell it from its neighbours, and the way to all words. */
export function TermHintPart({ term, ...popover }: TermHintPartProps) {
  const { slug } = useWorkspace();
  const { word, sentence, more }: Term = GLOSSARY[term];
  return (
    <PopoverPart {...popover} holdsFocus>
      <p className="font-semibold">{word}</p>
      <p className="mt-1">{sentence}</p>
      {more && <p className="mt-2 text-small text-ink-2">{more}</p>}
      <Link
        href={`/w/${slug}/guide/glossary#${term}`}
        onClick={() => popover.onOpenChange(false)}
        className="mt-2.5 inline-block min-h-6 content-center text-small font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        All words
      </Link>
    </PopoverPart>
  );
}
