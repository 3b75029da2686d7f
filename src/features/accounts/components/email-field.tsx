import { Field, TextInput } from "@/ui/field";

interface EmailFieldProps {
  /** What the browser should fill in: its owner's address, or the name of an account. */
  readonly autoComplete?: "username" | "email";
  readonly error?: string | undefined;
}

export function EmailField({ autoComplete = "username", error }: EmailFieldProps) {
  return (
    <Field label="E-mail" error={error}>
      <TextInput
        name="email"
        type="email"
        dir="ltr"
        autoComplete={autoComplete}
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </Field>
  );
}

/** Tells a password manager whose password this is, where the address is known and not asked for. */
export function KnownEmail({ email }: { readonly email: string }) {
  return <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />;
}
