import type { Metadata } from "next";
import { readSubscription } from "@/api/read-subscription";
import { UnsubscribeGone, UnsubscribeView } from "@/features/reminders/preferences/components/unsubscribe-view";

export const metadata: Metadata = { title: "Mails to you", robots: { index: false } };

/** Shows; it changes nothing until somebody presses the button, since programs follow links in mails. */
export default async function UnsubscribePage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const subscription = await readSubscription(token);
  return subscription ? <UnsubscribeView token={token} subscription={subscription} /> : <UnsubscribeGone />;
}
