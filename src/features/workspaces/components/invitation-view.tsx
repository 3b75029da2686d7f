import { isAtLeast, ROLE_DESCRIPTIONS, ROLES } from "@/shared/permissions";
import { ButtonLink } from "@/ui/button-link";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { Time } from "@/ui/time";
import type { InvitationPreview } from "../invitation-contract";
import { acceptBlockSentence, acceptBlocks } from "../invitation-rules";
import { roleLabel } from "../member-rules";
import { AcceptInvitation } from "./accept-invitation";
import { ForgetInvitation } from "./forget-invitation";
import { InvitationWayIn } from "./invitation-way-in";

interface Props {
  readonly token: string;
  readonly invitation: InvitationPreview;
  /** Address of whoever is signed in. */
  readonly signedInAs: string | null;
}

/** The page behind an invitation's link: who asks one into what, and the button that accepts. */
export function InvitationView(props: Props) {
  const { workspaceName, reader, slug } = props.invitation;
  if (reader === "member" && slug) return <MemberAlready workspaceName={workspaceName} slug={slug} />;
  return <Invited {...props} />;
}

function Invited({ token, invitation, signedInAs }: Props) {
  const { workspaceName, inviterName, role, email, expiresAt, state, reader } = invitation;
  const [block] = acceptBlocks(state, reader);
  const isOver = state !== "open";
  return (
    <>
      {isOver && <ForgetInvitation />}
      <PageTitle
        size="44"
        eyebrow="Invitation"
        title={
          <>
            Join <bdi>{workspaceName}</bdi>
          </>
        }
        description={
          <>
            <bdi>{inviterName}</bdi> invites you to work here on segments and personas: what your team knows about its
            customers, and how it knows it.
          </>
        }
      />
      <Card className="mb-6">
        <dl className="divide-y">
          <Fact term="Your role">
            <b>{roleLabel(role)}</b>
            {ROLES.filter((held) => isAtLeast(role, held)).map((held) => (
              <span key={held} className="block text-small text-ink-2">
                {ROLE_DESCRIPTIONS[held]}
              </span>
            ))}
          </Fact>
          <Fact term="For">
            <span className="wrap-anywhere">{email}</span>
          </Fact>
          {state === "open" && (
            <Fact term="Good until">
              <Time at={expiresAt} />
            </Fact>
          )}
        </dl>
      </Card>
      {!block && <AcceptInvitation token={token} workspaceName={workspaceName} />}
      {block && isOver && <Notice tone="due">{acceptBlockSentence(block, workspaceName, email)}</Notice>}
      {block && !isOver && (
        <InvitationWayIn
          token={token}
          workspaceName={workspaceName}
          email={email}
          reader={reader}
          signedInAs={signedInAs}
        />
      )}
    </>
  );
}

function MemberAlready({ workspaceName, slug }: { readonly workspaceName: string; readonly slug: string }) {
  return (
    <>
      <ForgetInvitation />
      <PageTitle
        size="44"
        eyebrow="Invitation"
        title={<bdi>{workspaceName}</bdi>}
        description={acceptBlockSentence("member", workspaceName, "")}
      />
      <ButtonLink href={`/w/${slug}`} variant="primary" size="l">
        Open the workspace
      </ButtonLink>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 px-4 py-3 sm:grid-cols-[8rem_1fr]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** For a link that is incomplete or was never ours. */
export function InvitationGone() {
  return (
    <>
      <ForgetInvitation />
      <PageTitle
        title="This invitation doesn’t exist"
        description="Check that the link is complete: mail programs sometimes break it over two lines. If it is, ask for a new invitation."
      />
      <ButtonLink href="/">Go to your workspaces</ButtonLink>
    </>
  );
}
