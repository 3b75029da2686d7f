"use client";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { roleMay } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { matchingPeople, mentionQuery, type TypedComment } from "../thread-rules";

const SHOWN = 8;

interface MentionChoiceProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly isOnDraft: boolean;
  readonly typed: TypedComment;
  readonly onTyped: (typed: TypedComment) => void;
}

interface Person {
  readonly userId: string;
  readonly name: string;
}

/** Offers people while one types a name after an @. */
export function useMentionChoice({ area, isOnDraft, typed, onTyped }: MentionChoiceProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  // The name that is being typed; null for none, or when the list was closed for it.
  const [query, setQuery] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspaceId }, { enabled: query !== null }));

  const mentionable = (members ?? []).filter(({ role }) => !isOnDraft || roleMay(role, "draft.read"));
  const people = query === null || query === dismissed ? [] : matchingPeople(mentionable, query).slice(0, SHOWN);
  const isOpen = people.length > 0;

  const choose = (person: Person) => {
    const field = area.current;
    if (!field || query === null) return;
    const caret = field.selectionStart;
    const before = typed.text.slice(0, caret - query.length - 1);
    const inserted = `@${person.name} `;
    const { userId, name } = person;
    const text = `${before}${inserted}${typed.text.slice(caret)}`;
    // At once, so that what is typed next comes after the name.
    flushSync(() => {
      onTyped({ text, people: [...typed.people, { userId, name }] });
      setQuery(null);
    });
    const end = before.length + inserted.length;
    field.setSelectionRange(end, end);
  };

  return {
    people,
    isOpen,
    active: Math.min(active, people.length - 1),
    choose,
    close: () => setQuery(null),
    /** Called whenever the caret moves, which typing does as well. */
    onCaret: () => {
      const field = area.current;
      if (!field) return;
      const isCaret = field.selectionStart === field.selectionEnd;
      const next = isCaret ? mentionQuery(field.value.slice(0, field.selectionStart)) : null;
      if (next !== query) setActive(0);
      if (next === null) setDismissed(null);
      setQuery(next);
    },
    /** True when the key was the list's. */
    onKey: (event: KeyboardEvent): boolean => {
      if (!isOpen) return false;
      const chosen = people[Math.min(active, people.length - 1)];
      switch (event.key) {
        case "ArrowDown":
          setActive((active + 1) % people.length);
          break;
        case "ArrowUp":
          setActive((active - 1 + people.length) % people.length);
          break;
        case "Enter":
        case "Tab":
          if (event.metaKey || event.ctrlKey || event.shiftKey || !chosen) return false;
          choose(chosen);
          break;
        case "Escape":
          setDismissed(query);
          // What the text stands in would close as well.
          event.stopPropagation();
          break;
        default:
          return false;
      }
      event.preventDefault();
      return true;
    },
  };
}
