"use client";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { toast } from "@/ui/toast";

interface ShownOnceProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
}

/** Something secret that is told this once, to be taken along. */
export function ShownOnce({ label, value, hint }: ShownOnceProps) {
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => toast("Copied."),
      () => toast("The browser did not allow copying. Select the text instead.", { tone: "error" }),
    );
  return (
    <div className="grid justify-items-start gap-2">
      <Field label={label} hint={hint} className="w-full">
        <TextInput readOnly value={value} onFocus={(event) => event.target.select()} />
      </Field>
      <Button onClick={copy}>Copy</Button>
    </div>
  );
}
