import { Action, MailFrame, Paragraph, Quiet } from "./mail-frame";

interface InvitationMailProps {
  readonly workspaceName: string;
  readonly inviterName: string;
  /** With its article: "an editor". */
  readonly role: string;
  /** Last day that the link is good for. */
  readonly until: string;
  readonly to: string;
  readonly href: string;
}

export function InvitationMail({ workspaceName, inviterName, role, until, to, href }: InvitationMailProps) {
  return (
    <MailFrame preview={`Join ${workspaceName} on Dramatis.`} heading={`Join ${workspaceName}`}>
      <Paragraph>
        {inviterName} invites you to work on segments and personas in the workspace {workspaceName}, as {role}.
      </Paragraph>
      <Action href={href}>See the invitation</Action>
      <Quiet>
        The link is for {to} and good until {until}. If you don't know {inviterName}, ignore this mail.
      </Quiet>
    </MailFrame>
  );
}
