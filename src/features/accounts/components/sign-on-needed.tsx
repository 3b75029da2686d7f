import { ButtonLink } from "@/ui/button-link";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page";
import type { Me } from "../account-contract";
import { SignOnButton } from "./sign-on-button";

interface Props {
  readonly signOn: Me["signOn"];
  /** Where one wanted to go. */
  readonly next: string;
}

/** For a member who signed in with a password to a workspace that takes single sign-on only. */
export function SignOnNeeded({ signOn, next }: Props) {
  if (!signOn) {
    return (
      <>
        <PageTitle
          title="This workspace needs single sign-on"
          description="Its members enter by single sign-on only, and this installation has none at the moment. Ask whoever runs it."
        />
        <ButtonLink href="/workspaces">To your other workspaces</ButtonLink>
      </>
    );
  }
  const { name, isConnected } = signOn;
  return (
    <>
      <PageTitle
        title={`Sign in with ${name}`}
        description={`Members enter this workspace with ${name} only, and you signed in with your password.`}
      />
      <div className="grid gap-4">
        <SignOnButton name={name} next={next} />
        {!isConnected && (
          <p className="text-ink-2">
            Your account isn’t connected with {name} yet.{" "}
            <Link href="/account" className="underline">
              Connect it in your account
            </Link>{" "}
            first.
          </p>
        )}
        <p>
          <Link href="/workspaces" className="text-ink-2 underline">
            To your other workspaces
          </Link>
        </p>
      </div>
    </>
  );
}
