import { Button } from "./button";
import { Notice } from "./notice";

/** Ends a form of settings: what was refused, and the button, which is off until something has changed. */
export function SaveRow({
  isChanged,
  isPending,
  problem,
  label = "Save",
  pendingLabel = "Saving…",
}: {
  readonly isChanged: boolean;
  readonly isPending: boolean;
  readonly problem?: string | undefined;
  readonly label?: string | undefined;
  readonly pendingLabel?: string | undefined;
}) {
  return (
    <div className="grid justify-items-start gap-3">
      {problem && <Notice tone="error">{problem}</Notice>}
      <Button
        type="submit"
        variant="primary"
        pending={isPending}
        pendingLabel={pendingLabel}
        disabledReason={isChanged ? undefined : "Nothing has changed yet."}
      >
        {label}
      </Button>
    </div>
  );
}
