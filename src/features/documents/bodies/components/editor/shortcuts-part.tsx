"use client";
import { DialogPart } from "@/ui/dialog-part";
import { Kbd } from "@/ui/kbd";
import { EDITOR_SHORTCUTS, type Shortcut, TYPED_SIGNS } from "./shortcut-list";

/** All keys of the editor, and what becomes of what one types. */
export function ShortcutsPart({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <DialogPart open={open} onOpenChange={onClose} title="Keys and signs" size="l">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {EDITOR_SHORTCUTS.map((group) => (
          <Shortcuts key={group.title} {...group} />
        ))}
        <section>
          <h3 className="mb-1.5 text-section">Typed at the start or around words</h3>
          <dl>
            {TYPED_SIGNS.map(([sign, meaning]) => (
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
