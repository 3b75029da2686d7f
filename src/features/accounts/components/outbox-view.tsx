import type { ReactNode } from "react";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { PageTitle } from "@/ui/page";
import { Time } from "@/ui/time";
import type { OutboxMail } from "../account-contract";

/** Mails that would have been sent, for a demo without a mail server. */
export function OutboxView({ mails }: { readonly mails: readonly OutboxMail[] }) {
  return (
    <>
      <PageTitle title="Outbox" description="This demo sends no mail: what people would get is here, newest first.">
        <ButtonLink href="/outbox">Look again</ButtonLink>
      </PageTitle>
      {mails.length === 0 && (
        <EmptyState title="No mail yet">Sign up, reset a password or invite somebody, and look again.</EmptyState>
      )}
      <ul className="divide-y border-y">
        {mails.map((mail) => (
          <li key={mail.id} className="py-5">
            <article aria-label={`${mail.subject}, to ${mail.to}`}>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <h2 className="text-section">{mail.subject}</h2>
                <span className="text-small text-ink-3">
                  <Time at={mail.at} isExact />
                </span>
              </div>
              <p className="text-small text-ink-3">To {mail.to}</p>
              <p className="mt-3 whitespace-pre-line wrap-anywhere">{withLinks(mail.text)}</p>
            </article>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The text with its addresses to click. */
function withLinks(text: string): ReactNode[] {
  return text
    .trim()
    .replace(/\n{3,}/g, "\n\n")
    .split(/(https?:\/\/\S+)/)
    .map((part, at) =>
      at % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places.
        <a key={at} href={part} className="text-info underline underline-offset-3">
          {part}
        </a>
      ) : (
        part
      ),
    );
}
