// How an event is written for those who are called.
import type { WebhookEvent } from "./webhook-rules";

/** Where it comes from; `url` is the whole address of what it is about. */
interface Sender {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly url: string;
}

/** Slack takes three thousand characters in a section. */
const LONGEST_SECTION = 2_900;

/** The three characters that begin something in Slack's mrkdwn; anything else stands for itself. */
function slackText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Escaped, and cut where Slack would refuse it; no letter and no escape is cut in two. */
function section(text: string): string {
  let said = "";
  for (const letter of text) {
    const next = slackText(letter);
    if (said.length + next.length > LONGEST_SECTION) return `${said}…`;
    said += next;
  }
  return said;
}

/** As incoming webhooks of Slack, and of those who understand the same, take it. */
export function slackBody({ sentence, action }: WebhookEvent, { workspace, url }: Sender): string {
  const said = section(sentence);
  const link = `<${slackText(url)}|${slackText(action.replace(/[|\s]+/g, " "))}>`;
  return JSON.stringify({
    text: `${said} ${link}`,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: said, verbatim: true } },
      {
        type: "context",
        elements: [
          { type: "mrkdwn", text: link, verbatim: true },
          { type: "plain_text", text: workspace.name, emoji: false },
        ],
      },
    ],
  });
}

/** The body that Standard Webhooks recommends: a type, a moment, and what machines want to know. */
export function standardBody({ type, at, sentence, data }: WebhookEvent, { workspace, url }: Sender): string {
  return JSON.stringify({ type, timestamp: at, data: { workspace, url, sentence, ...data } });
}
