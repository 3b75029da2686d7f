// Mails to the owners of a workspace.
import { Action, MailFrame, Paragraph, Quiet } from "./mail-frame";

interface WorkspaceClosedProps {
  readonly workspaceName: string;
  readonly actorName: string;
  /** "14 August 2026 at 09:30 UTC"; null where the deletion was taken back. */
  readonly until: string | null;
  readonly href: string;
}

export function WorkspaceClosedMail({ workspaceName, actorName, until, href }: WorkspaceClosedProps) {
  if (until === null) {
    return (
      <MailFrame preview="Everything is there as it was." heading={`${workspaceName} stays`}>
        <Paragraph>
          {actorName} took the deletion of {workspaceName} back. It is open to its members again, and everything is
          there as it was.
        </Paragraph>
        <Action href={href}>Open your workspaces</Action>
      </MailFrame>
    );
  }
  return (
    <MailFrame preview={`It can be taken back until ${until}.`} heading={`${workspaceName} will be deleted`}>
      <Paragraph>
        {actorName} deleted the workspace {workspaceName}. Nobody can enter it any more, and on {until} everything in it
        goes for good.
      </Paragraph>
      <Paragraph>Until then any owner can take that back.</Paragraph>
      <Action href={href}>Take it back</Action>
      <Quiet>If that is as it should be, there is nothing to do.</Quiet>
    </MailFrame>
  );
}
