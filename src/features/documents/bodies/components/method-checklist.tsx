"use client";
import { ChevronDown, Circle, CircleAlert, CircleCheck } from "lucide-react";
import { useId, useSyncExternalStore } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { Body } from "../body-rules";
import { METHOD_QUESTIONS, type MethodFacts, methodPrompts, type Prompt } from "../method-rules";
import { useShownBody } from "./view/shown-body";

interface MethodChecklistProps {
  readonly documentId: string;
  /** With the body as it is stored; while an editor is open, what is written there counts. */
  readonly facts: MethodFacts;
}

const MARKS = {
  done: { icon: CircleCheck, look: "text-fresh", words: "told" },
  open: { icon: Circle, look: "text-ink-3", words: "not told yet" },
  look: { icon: CircleAlert, look: "text-due", words: "worth a look" },
};

/** What a context scenario should tell, and what of it the text already tells. It may be folded away for good. */
export function MethodChecklist({ documentId, facts }: MethodChecklistProps) {
  const heading = useId();
  const { personId } = useWorkspace();
  const [isOpen, setOpen] = useRemembered(`dramatis-method-checklist:${personId}`);
  const body: Body = useShownBody(documentId, facts.body);
  const prompts = methodPrompts({ ...facts, body });
  const done = prompts.filter(({ state }) => state === "done").length;
  return (
    <section aria-labelledby={heading} className="min-w-0 print:hidden">
      <h2 id={heading}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-7 w-full items-center gap-2 text-start font-semibold"
        >
          What a scenario tells
          <span className="font-normal text-ink-3 tabular-nums">
            {done} of {prompts.length}
          </span>
          <ChevronDown aria-hidden="true" className={`ms-auto size-4 text-ink-3 ${isOpen ? "rotate-180" : ""}`} />
        </button>
      </h2>
      {isOpen && (
        <>
          <ul className="grid gap-2 pt-1.5">
            {prompts.map((prompt) => (
              <PromptRow key={prompt.id} prompt={prompt} />
            ))}
          </ul>
          <h3 className="pt-4 pb-1 text-label text-ink-3">Ask as well</h3>
          <ul className="grid list-disc gap-1 ps-4 text-small text-ink-2 marker:text-ink-3">
            {METHOD_QUESTIONS.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PromptRow({ prompt: { label, hint, state } }: { readonly prompt: Prompt }) {
  const { icon: Icon, look, words } = MARKS[state];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden="true" className={`mt-[3px] size-4 shrink-0 ${look}`} />
      <span className="min-w-0">
        <span className={state === "done" ? "text-ink-2" : "font-medium"}>{label}</span>
        <span className="sr-only">, {words}</span>
        {state !== "done" && <span className="block text-small text-ink-3 wrap-anywhere">{hint}</span>}
      </span>
    </li>
  );
}

const FOLDED = "folded";
const listeners = new Set<() => void>();

function isFolded(key: string): boolean {
  try {
    return localStorage.getItem(key) === FOLDED;
  } catch {
    return false;
  }
}

/** Whether it stands open, remembered in this browser. */
function useRemembered(key: string): readonly [boolean, (isOpen: boolean) => void] {
  const isOpen = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => !isFolded(key),
    () => true,
  );
  const setOpen = (next: boolean) => {
    try {
      if (next) localStorage.removeItem(key);
      else localStorage.setItem(key, FOLDED);
    } catch {
      // Without storage it stays as it was.
    }
    for (const listener of listeners) listener();
  };
  return [isOpen, setOpen];
}
