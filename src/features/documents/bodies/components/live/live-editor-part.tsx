"use client";
import { EditorContent, useEditor } from "@tiptap/react";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { toast } from "@/ui/toast";
import { useUploadPicture } from "../../../pictures/components/use-upload-picture";
import { EditorFrame } from "../editor/editor-frame";
import { CommentTool, LiveTextThreads } from "../threads/text-threads";
import { editorExtensions } from "./editor-extensions";
import type { LiveTurn } from "./live-body";
import type { LivePage } from "./live-body-context";
import { LiveNotices } from "./live-notices";
import { editorMode } from "./live-state-rules";
import { OthersFrame } from "./others-frame";
import { PhoneState } from "./phone-state";
import { useLiveBody, useLiveFact } from "./use-live-body";

interface LiveEditorProps {
  readonly page: LivePage;
  /** Id of the heading that names the text. */
  readonly labelledBy: string;
  readonly placeholder: string;
  /** The field's, for threads on its words. */
  readonly place: string;
  readonly label: string;
  /** What is shown until the live text is there. */
  readonly children: ReactNode;
}

/** A live body: what is stored is shown until everything is here, then the editor takes its place. */
export function LiveEditorPart({ children, ...props }: LiveEditorProps) {
  const body = useLiveBody(props.page);
  const mode = useLiveFact(body, (opened) => editorMode(opened.read()), "none");
  const turn = useLiveFact(body, (opened) => opened.turn(), null);
  return (
    <>
      <PhoneState />
      {body && <LiveNotices body={body} />}
      {!turn || mode === "none" ? (
        children
      ) : (
        <LiveEditor key={turn.doc.guid} turn={turn} isWriting={mode === "write"} {...props}>
          {children}
        </LiveEditor>
      )}
    </>
  );
}

interface LiveTextProps extends LiveEditorProps {
  readonly turn: LiveTurn;
  readonly isWriting: boolean;
}

function LiveEditor({ turn, isWriting, page, labelledBy, placeholder, place, label, children }: LiveTextProps) {
  const upload = useUploadPicture();
  const { workspaceId, documentId, personId } = page;
  const extensions = useMemo(
    () =>
      editorExtensions(turn, {
        workspaceId,
        documentId,
        person: { id: personId },
        placeholder,
        pictures: { upload, refuse: (message) => toast(message, { tone: "error" }) },
      }),
    [turn, workspaceId, documentId, personId, placeholder, upload],
  );
  const editor = useEditor(
    {
      extensions,
      editable: isWriting,
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: "prose-body live-body",
          role: "textbox",
          "aria-labelledby": labelledBy,
          "aria-multiline": "true",
          tabindex: "0",
        },
      },
    },
    [extensions],
  );
  useLayoutEffect(() => {
    if (editor && editor.isEditable !== isWriting) editor.setEditable(isWriting, false);
  }, [editor, isWriting]);
  if (!editor) return children;
  return (
    <EditorFrame
      editor={editor}
      selectionTools={<CommentTool editor={editor} />}
      tools={<CommentTool editor={editor} />}
    >
      <OthersFrame editor={editor} provider={turn.connection.provider}>
        <EditorContent editor={editor} />
      </OthersFrame>
      <LiveTextThreads editor={editor} place={place} label={label} />
    </EditorFrame>
  );
}
