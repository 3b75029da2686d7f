import { Action, MailFrame, Paragraph, Quiet, Quote, TextLink } from "./mail-frame";

interface NoticeMailProps {
  readonly actorName: string;
  /** What they did: "mentioned you on Goals of Maya Okafor". */
  readonly predicate: string;
  readonly workspaceName: string;
  /** What was spoken of; "" for nothing. */
  readonly quote: string;
  /** What was said; "" for nothing. */
  readonly words: string;
  readonly action: string;
  readonly href: string;
  readonly settingsHref: string;
}

export function NoticeMail(props: NoticeMailProps) {
  const { actorName, predicate, workspaceName, quote, words, action, href, settingsHref } = props;
  return (
    <MailFrame preview={words || `In ${workspaceName}.`} heading={`${actorName} ${predicate}`}>
      {quote && <Quote>{quote}</Quote>}
      {words && (
        <Paragraph>
          {/* biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server. */}
          {words.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}
        </Paragraph>
      )}
      <Action href={href}>{action}</Action>
      <Quiet>
        You get this as a member of {workspaceName}. Whether such things come by mail you choose under{" "}
        <TextLink href={settingsHref}>Notifications</TextLink>
      </Quiet>
    </MailFrame>
  );
}
