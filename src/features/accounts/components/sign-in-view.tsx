import type { Entrance } from "../account-contract";
import { EntranceHeading } from "./entrance-heading";
import { EntranceLink } from "./entrance-link";
import { OrDivider } from "./or-divider";
import { SignInForm } from "./sign-in-form";
import type { Refused } from "./sign-in-request";
import { SignOnButton } from "./sign-on-button";

interface SignInViewProps {
  readonly entrance: Entrance;
  readonly next: string;
  readonly refused: Refused | null;
}

export function SignInView({ entrance, next, refused }: SignInViewProps) {
  const { signOnName, demoPeople, hasOutbox } = entrance;
  const asked = next === "/" ? "" : `?${new URLSearchParams({ callbackUrl: next })}`;
  return (
    <>
      <EntranceHeading title="Sign in">
        New here?{" "}
        <EntranceLink href={`/sign-up${asked}`} className="text-ink">
          Create an account
        </EntranceLink>
      </EntranceHeading>
      {signOnName && (
        <>
          <SignOnButton name={signOnName} next={next} />
          <OrDivider />
        </>
      )}
      <SignInForm next={next} refused={refused} demoPeople={demoPeople} />
      {hasOutbox && (
        <p className="mt-4 text-small text-ink-3">
          Mail isn’t sent in the demo: <EntranceLink href="/outbox">read it in the outbox</EntranceLink>.
        </p>
      )}
    </>
  );
}
