// The blocks of the field for the list under a slash.
import { type Editor, ReactRenderer } from "@tiptap/react";
import { AtSign, BadgeCheck, MessageSquareQuote, Smile, Target } from "lucide-react";
import { toast } from "@/ui/toast";
import type { BlockCommand } from "../editor/block-command";

/** Around the paragraphs of the selection; other blocks, such as a heading, become paragraphs first. */
function wrap(editor: Editor, name: string): void {
  const wrapped = editor.chain().focus().wrapIn(name).run();
  if (!wrapped) editor.chain().focus().clearNodes().wrapIn(name).run();
}

export const blockCommands: readonly BlockCommand[] = [
  {
    id: "need",
    label: "Need",
    group: "Scenario",
    icon: Target,
    hint: "What we must offer; collected in a list",
    keywords: ["requirement", "offer", "must"],
    run: (editor) => editor.chain().focus().clearNodes().setNode("need").run(),
  },
  {
    id: "storyBeat",
    label: "Story beat",
    group: "Scenario",
    icon: Smile,
    hint: "A step of the story and how they feel",
    keywords: ["emotion", "feeling", "curve", "step", "mood"],
    run: (editor) => wrap(editor, "storyBeat"),
  },
  {
    id: "documentChip",
    label: "Persona, segment or scenario",
    group: "Scenario",
    icon: AtSign,
    hint: "Named at its version; @ does the same",
    keywords: ["chip", "mention", "who", "link", "@"],
    run: (editor) => {
      const before = editor.state.selection.$from.nodeBefore?.text ?? " ";
      editor
        .chain()
        .focus()
        .command(({ tr }) => {
          tr.insertText(/\s$/.test(before) ? "@" : " @");
          return true;
        })
        .run();
    },
  },
  {
    id: "claimEmbed",
    label: "Claim",
    group: "Scenario",
    icon: BadgeCheck,
    hint: "What a persona says, at its version",
    keywords: ["persona", "goal", "pain", "embed", "statement"],
    run: (editor) => void pickClaim(editor),
  },
  {
    id: "evidenceQuote",
    label: "Quote from evidence",
    group: "Scenario",
    icon: MessageSquareQuote,
    hint: "Their words, with where they come from",
    keywords: ["evidence", "interview", "source", "excerpt", "said"],
    run: (editor) => wrap(editor, "evidenceQuote"),
  },
];

/** In the place of a paragraph without words, otherwise after the block with the caret, where such a block may stand. */
export function insertBlock(editor: Editor, name: string, attrs: Readonly<Record<string, unknown>>): void {
  const { selection, schema } = editor.state;
  const { $to } = selection;
  const type = schema.nodes[name];
  if (!type) return;
  let depth = $to.depth;
  while (depth > 1 && !$to.node(depth - 1).canReplaceWith($to.indexAfter(depth - 1), $to.indexAfter(depth - 1), type)) {
    depth -= 1;
  }
  const isBare = depth === $to.depth && $to.parent.type.name === "paragraph" && $to.parent.content.size === 0;
  const at = depth === 0 ? $to.pos : $to.after(depth);
  const from = isBare ? $to.before(depth) : at;
  editor
    .chain()
    .insertContentAt({ from, to: at }, [{ type: name, attrs }, { type: "paragraph" }])
    .focus(from + 2)
    .run();
}

/** Opens the dialog in the editor's own tree, so that it knows the workspace. */
async function pickClaim(editor: Editor): Promise<void> {
  const part = await import("./claim-picker-part").catch(() => null);
  if (editor.isDestroyed) return;
  if (!part) {
    toast("The list of claims couldn't be loaded. Check the connection, then try again.", { tone: "error" });
    return;
  }
  const renderer = new ReactRenderer(part.ClaimPickerPart, {
    editor,
    props: {
      onClose: () => {
        renderer.destroy();
        editor.commands.focus();
      },
      onChoose: (attrs: Readonly<Record<string, unknown>>) => {
        renderer.destroy();
        insertBlock(editor, "claimEmbed", attrs);
      },
    },
  });
}
