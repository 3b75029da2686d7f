import type { Entrance } from "../account-contract";
import { EntranceHeading } from "./entrance-heading";
import { EntranceLink } from "./entrance-link";
import { OrDivider } from "./or-divider";
import { SignOnButton } from "./sign-on-button";
import { SignUpForm } from "./sign-up-form";

interface SignUpViewProps {
  readonly entrance: Entrance;
  /** Path to go on to for who already has an account. */
  readonly next: string;
}

export function SignUpView({ entrance, next }: SignUpViewProps) {
  const { signOnName, hasOutbox } = entrance;
  const asked = next === "/" ? "" : `?${new URLSearchParams({ callbackUrl: next })}`;
  return (
    <SignUpForm hasOutbox={hasOutbox}>
      <EntranceHeading title="Create an account">
        Have one already?{" "}
        <EntranceLink href={`/sign-in${asked}`} className="text-ink">
          Sign in
        </EntranceLink>
      </EntranceHeading>
      {signOnName && (
        <>
          <SignOnButton name={signOnName} next={next} />
          <OrDivider />
        </>
      )}
    </SignUpForm>
  );
}
