// What a mail program calls when its reader wants no more of a kind (RFC 8058): a POST, without cookies and from anywhere.
import { NextResponse } from "next/server";
import { endSubscription } from "@/api/read-subscription";
import { env } from "@/env";

interface Context {
  readonly params: Promise<{ readonly token: string }>;
}

export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const subscription = await endSubscription((await params).token);
  return subscription
    ? new Response("Such mails don't come any more.", { status: 200 })
    : new Response("This link isn't ours, or belongs to nobody any more.", { status: 404 });
}

/** A person who opened the address by hand chooses on the page; opening alone changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return NextResponse.redirect(`${env().APP_URL}/unsubscribe/${encodeURIComponent((await params).token)}`);
}
