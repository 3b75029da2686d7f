import { Section } from "@react-email/components";
import { Action, Entry, MailFrame, Part, Quiet, TextLink } from "./mail-frame";

interface DigestMailProps {
  readonly heading: string;
  readonly preview: string;
  readonly workspaceName: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly text: string; readonly href: string; readonly note: string }[];
  }[];
  readonly href: string;
  readonly settingsHref: string;
  readonly unsubscribeHref: string;
}

export function DigestMail(props: DigestMailProps) {
  const { heading, preview, workspaceName, sections, href, settingsHref, unsubscribeHref } = props;
  return (
    <MailFrame preview={preview} heading={heading}>
      {sections.map(({ title, rows }) => (
        <Section key={title}>
          <Part>{title}</Part>
          {rows.map(({ text, href: to, note }) => (
            <Entry key={`${to} ${text}`} href={to} text={text} note={note} />
          ))}
        </Section>
      ))}
      <Action href={href}>Begin the day</Action>
      <Quiet>
        You get this once a week as a member of {workspaceName}. Which day, or none, you choose under{" "}
        <TextLink href={settingsHref}>Notifications</TextLink>
      </Quiet>
      <Quiet>
        No more weekly letters: <TextLink href={unsubscribeHref}>Unsubscribe</TextLink>
      </Quiet>
    </MailFrame>
  );
}
