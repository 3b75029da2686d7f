"use client";
import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Field, TextArea } from "@/ui/field";
import { useCommandKey } from "@/ui/kbd";
import { LiveRegion } from "@/ui/live-region";
import { bodyOf, MAX_COMMENT, type TypedComment } from "../thread-rules";
import { useCommentDraft } from "./use-comment-draft";
import { useMentionChoice } from "./use-mention-choice";

interface ThreadComposerProps {
  /** What the unsent words are kept under until they are sent. */
  readonly draftKey: string;
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** "Comment", "Reply". */
  readonly action: string;
  /** What is changed; left out for a new comment. */
  readonly start?: TypedComment | undefined;
  /** Only people who read drafts can be mentioned. */
  readonly isOnDraft: boolean;
  readonly hint?: ReactNode;
  readonly isBare?: boolean | undefined;
  /** What is said beside it is enough: the comment may be empty. */
  readonly isEnough?: boolean | undefined;
  /** Between the comment and the buttons. */
  readonly children?: ReactNode;
  readonly onCancel?: (() => void) | undefined;
  /** Rejects when it was refused: the words then stay. */
  readonly onSend: (body: string) => Promise<void>;
}

/** Where a comment is written: @ offers the people of the workspace, Ctrl or ⌘ with Enter sends. */
export function ThreadComposer(props: ThreadComposerProps) {
  const { draftKey, label, placeholder, action, start, isOnDraft, hint, isBare, isEnough = false } = props;
  const { children, onCancel, onSend } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const draft = useCommentDraft(draftKey, start);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string>();
  const commandKey = useCommandKey();
  const mention = useMentionChoice({ area, isOnDraft, typed: draft.typed, onTyped: draft.write });

  const isEmpty = draft.typed.text.trim() === "" && !isEnough;

  const send = async () => {
    if (isSending || isEmpty) return;
    setSending(true);
    setError(undefined);
    try {
      await onSend(bodyOf(draft.typed));
      draft.clear();
    } catch (refused) {
      setError(refusal(refused).message);
    } finally {
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, the keys belong to it.
    if (event.nativeEvent.isComposing || mention.onKey(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div className={clsx("grid gap-2", !isBare && "p-3")}>
      <Field label={label} isLabelHidden error={error}>
        <TextArea
          ref={area}
          rows={2}
          maxLength={MAX_COMMENT}
          placeholder={placeholder}
          value={draft.typed.text}
          readOnly={isSending}
          aria-autocomplete="list"
          aria-controls={mention.isOpen ? listId : undefined}
          aria-activedescendant={mention.isOpen ? `${listId}-${mention.active}` : undefined}
          onChange={(event) => draft.write({ ...draft.typed, text: event.target.value })}
          onKeyDown={onKeyDown}
          onSelect={mention.onCaret}
          onBlur={mention.close}
        />
      </Field>
      {mention.isOpen && (
        <ul
          id={listId}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the listbox of the text above, which keeps the focus.
          role="listbox"
          aria-label="People to mention"
          className="max-h-44 overflow-y-auto rounded-s border bg-surface p-1 shadow-card"
        >
          {mention.people.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text above.
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            <li
              key={person.userId}
              id={`${listId}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above.
              role="option"
              aria-selected={index === mention.active}
              // The text keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => mention.choose(person)}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-s px-2 py-1 aria-selected:bg-sunk"
            >
              <Avatar name={person.name} size={22} isDecoration />
              <bdi className="min-w-0 truncate">{person.name}</bdi>
              <span className="ms-auto text-small text-ink-3">{person.role}</span>
            </li>
          ))}
        </ul>
      )}
      <LiveRegion>{mention.isOpen ? `${mention.people.length} to choose from with the arrow keys` : ""}</LiveRegion>
      {children}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {hint && <p className="min-w-0 flex-1 basis-32 text-small text-ink-3">{hint}</p>}
        {onCancel && (
          <Button
            size="s"
            variant="ghost"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >
            Cancel
          </Button>
        )}
        <Button
          size="s"
          variant="primary"
          pending={isSending}
          pendingLabel="Sending…"
          title={`${commandKey}Enter`}
          disabledReason={isEmpty ? "Write something first." : undefined}
          onClick={() => void send()}
        >
          {action}
        </Button>
      </div>
    </div>
  );
}
