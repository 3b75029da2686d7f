import { Action, MailFrame, Paragraph, Quiet, Quote, TextLink } from "./mail-frame";

interface NoticeMailProps {
  /** Who did it, or what it is about. */
  readonly lead: string;
  /** What follows on it: "mentioned you on Goals of Maya Okafor". */
  readonly predicate: string;
  readonly workspaceName: string;
  /** What was spoken of; "" for nothing. */
  readonly quote: string;
  /** What was said; "" for nothing. */
  readonly words: string;
  readonly action: string;
  readonly href: string;
  readonly settingsHref: string;
  /** Undefined for what is sent whatever one chose. */
  readonly unsubscribeHref: string | undefined;
}

export function NoticeMail(props: NoticeMailProps) {
  const { lead, predicate, workspaceName, quote, words, action, href, settingsHref, unsubscribeHref } = props;
  return (
    <MailFrame preview={words || `In ${workspaceName}.`} heading={`${lead} ${predicate}`}>
      {quote && <Quote>{quote}</Quote>}
      {words && (
        <Paragraph>
          {/* biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server. */}
          {words.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}
        </Paragraph>
      )}
      <Action href={href}>{action}</Action>
      <Quiet>
        You get this as a member of {workspaceName}. What comes by mail you choose under{" "}
        <TextLink href={settingsHref}>Notifications</TextLink>
      </Quiet>
      {unsubscribeHref && (
        <Quiet>
          No more mails of this kind: <TextLink href={unsubscribeHref}>Unsubscribe</TextLink>
        </Quiet>
      )}
    </MailFrame>
  );
}
