"use client";
import type { Editor } from "@tiptap/core";
import { getMarkRange } from "@tiptap/core";
import { ExternalLink, Pencil, Unlink } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button, IconButton } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { LINK_REFUSED, linkAddress } from "./link-rules";
import { selectionPlace } from "./selection-place";
import { useFloatingPlace } from "./use-floating-place";
import { whenComposed } from "./when-composed";
import { writingState } from "./writing-state";

const SHEET =
  "fixed top-0 left-0 z-50 opacity-0 max-w-[calc(100vw-1rem)] rounded-m border bg-surface font-ui shadow-pop";

export interface LinkSheetsProps {
  readonly editor: Editor;
  /** Of the link that the caret is in. */
  readonly href: string | null;
  readonly at: number;
  /** Whether an address is to be typed in. */
  readonly isAsked: boolean;
  readonly onDone: () => void;
}

/** Where the link leads that one is in, or a line to type an address in. */
export function LinkSheetsPart({ editor, href, at, isAsked, onDone }: LinkSheetsProps) {
  if (isAsked) return createPortal(<Asking editor={editor} href={href} onDone={onDone} />, document.body);
  return href !== null && createPortal(<Showing editor={editor} href={href} at={at} />, document.body);
}

function Showing({ editor, href, at }: { readonly editor: Editor; readonly href: string; readonly at: number }) {
  const sheet = useRef<HTMLDivElement>(null);
  useFloatingPlace(sheet, editor.view.dom, () => selectionPlace(editor), "bottom-start", at);
  const remove = () => whenComposed(editor, () => editor.chain().focus().extendMarkRange("link").unsetLink().run());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the caret where it is.
    <div
      ref={sheet}
      onMouseDown={(event) => event.preventDefault()}
      className={`${SHEET} flex w-max items-center gap-1 p-1 ps-2.5`}
    >
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        className="inline-flex min-h-6 max-w-60 min-w-0 items-center gap-1.5 text-small underline underline-offset-3"
      >
        <span className="truncate">{href}</span>
        <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="sr-only">(opens in another tab)</span>
      </a>
      <IconButton
        size="s"
        label="Change link"
        icon={<Pencil aria-hidden="true" className="size-3.5" />}
        onClick={() => writingState(editor).panel.set("link")}
      />
      <IconButton
        size="s"
        label="Remove link"
        icon={<Unlink aria-hidden="true" className="size-3.5" />}
        onClick={remove}
      />
    </div>
  );
}

interface AskingProps {
  readonly editor: Editor;
  readonly href: string | null;
  readonly onDone: () => void;
}

function Asking({ editor, href, onDone }: AskingProps) {
  const sheet = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(href ?? "");
  const [problem, setProblem] = useState("");
  useFloatingPlace(sheet, editor.view.dom, () => selectionPlace(editor), "bottom-start", problem);

  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (typed.trim() === "") {
      editor.chain().focus().extendMarkRange("link").unsetLink().run();
      return onDone();
    }
    const address = linkAddress(typed);
    if (!address) return setProblem(LINK_REFUSED);
    setLink(editor, address, typed.trim());
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form
      ref={sheet}
      aria-label="Link"
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) onDone();
      }}
      className={`${SHEET} grid w-[22rem] gap-3 p-3`}
    >
      <Field label="Where does it lead?" error={problem}>
        <TextInput
          dir="auto"
          inputMode="url"
          placeholder="https://… or an e-mail address"
          value={typed}
          maxLength={2_000}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem("");
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="s" variant="primary">
          Set link
        </Button>
        {href !== null && (
          <Button
            size="s"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
          >
            Remove link
          </Button>
        )}
        <Button size="s" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Of the words that are chosen, of the link that one is in, or of the address itself, put in where the caret is. */
function setLink(editor: Editor, href: string, words: string): void {
  const { selection, schema } = editor.state;
  const { link } = schema.marks;
  if (selection.empty && link && !getMarkRange(selection.$from, link)) {
    editor
      .chain()
      .focus()
      .insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] })
      .run();
    return;
  }
  editor.chain().focus().extendMarkRange("link").setMark("link", { href }).run();
}
