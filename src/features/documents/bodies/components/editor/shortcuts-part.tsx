"use client";
import { DialogPart } from "@/ui/dialog-part";
import { Kbd } from "@/ui/kbd";
import { BLOCK_STYLES } from "./commands";
import { READING_TOOLS, TOOLS } from "./tools";

interface Shortcut {
  readonly label: string;
  readonly keys: readonly string[];
}

const MOVING: readonly Shortcut[] = [
  { label: "To the tools; Escape leads back", keys: ["Alt", "F10"] },
  { label: "Move the block up", keys: ["Alt", "Shift", "↑"] },
  { label: "Move the block down", keys: ["Alt", "Shift", "↓"] },
  { label: "Next cell, or deeper in a list", keys: ["Tab"] },
  { label: "Previous cell, or back out of a list", keys: ["Shift", "Tab"] },
  { label: "New line in the same paragraph", keys: ["Shift", "Enter"] },
  { label: "Words of the chosen picture", keys: ["Enter"] },
  { label: "Comment on what is chosen, or open its thread", keys: ["mod", "Alt", "M"] },
  { label: "Find", keys: ["mod", "F"] },
  { label: "Replace", keys: ["mod", "H"] },
  { label: "This list", keys: ["mod", "/"] },
];

const TYPED: readonly (readonly [string, string])[] = [
  ["/", "Put in anything"],
  ["#, ##, ###", "Heading"],
  ["- or *", "Bulleted list"],
  ["1.", "Numbered list"],
  ["[ ]", "Task"],
  [">", "Quote"],
  ["```", "Code"],
  ["---", "Line"],
  ["**bold**", "Bold"],
  ["*italic*", "Italic"],
  ["~~no~~", "Strike through"],
  ["`code`", "Code in a line"],
  ["==mark==", "Highlight"],
  ["[words](address)", "Link"],
  [":smile", "Emoji"],
];

function shortcutsOf(items: readonly { readonly label: string; readonly keys?: readonly string[] | undefined }[]) {
  return items.flatMap(({ label, keys }) => (keys ? [{ label, keys }] : []));
}

/** All keys of the editor, and what becomes of what one types. */
export function ShortcutsPart({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const tools = shortcutsOf(
    [...TOOLS.flat(), ...READING_TOOLS].filter(({ id }) => !BLOCK_STYLES.some((s) => s.id === id)),
  );
  return (
    <DialogPart open={open} onOpenChange={onClose} title="Keys and signs" size="l">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <Shortcuts title="Words" list={tools.filter(({ label }) => !label.startsWith("Find"))} />
        <Shortcuts title="Blocks" list={shortcutsOf(BLOCK_STYLES)} />
        <Shortcuts title="Getting about" list={MOVING} />
        <section>
          <h3 className="mb-1.5 text-section">Typed at the start or around words</h3>
          <dl>
            {TYPED.map(([sign, meaning]) => (
              <div key={sign} className="flex items-center justify-between gap-3 border-b py-1.5 last:border-0">
                <dt>{meaning}</dt>
                <dd>
                  <code className="text-small text-ink-2">{sign}</code>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </DialogPart>
  );
}

function Shortcuts({ title, list }: { readonly title: string; readonly list: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className="mb-1.5 text-section">{title}</h3>
      <dl>
        {list.map(({ label, keys }) => (
          <div key={label} className="flex items-center justify-between gap-3 border-b py-1.5 last:border-0">
            <dt>{label}</dt>
            <dd className="shrink-0">
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
