import { Field } from "@/ui/field";
import { PASSWORD_LEAST } from "../account-rules";
import { PasswordInput } from "./password-input";

interface NewPasswordFieldProps {
  readonly label?: string;
  readonly name?: string;
  readonly error: string | undefined;
}

/** For a password that is being chosen. */
export function NewPasswordField({ label = "Password", name = "password", error }: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      error={error}
      hint={`At least ${PASSWORD_LEAST} characters, any you like. Four random words are easy to keep.`}
    >
      <PasswordInput name={name} autoComplete="new-password" required />
    </Field>
  );
}
