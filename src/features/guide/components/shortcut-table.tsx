import { Kbd } from "@/ui/kbd";

interface ShortcutTableProps {
  readonly title?: string | undefined;
  readonly shortcuts: readonly { readonly label: string; readonly keys: readonly string[] }[];
  /** Signs that are typed as they stand, instead of keys to press together. */
  readonly areSigns?: boolean | undefined;
}

/** What to press for what, two columns of it where there is room. */
export function ShortcutTable({ title, shortcuts, areSigns = false }: ShortcutTableProps) {
  return (
    <div className="mt-5 font-ui text-text">
      {title && <h3 className="mb-1 text-section">{title}</h3>}
      <dl className="grid border-t sm:grid-cols-2 sm:gap-x-8">
        {shortcuts.map(({ label, keys }) => (
          <div key={`${label} ${keys.join(" ")}`} className="flex items-center justify-between gap-3 border-b py-1.5">
            <dt className="min-w-0">{label}</dt>
            <dd className="shrink-0">
              {areSigns ? <code className="text-small text-ink-2">{keys.join(" ")}</code> : <Kbd keys={keys} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
