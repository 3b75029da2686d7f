import type { Metadata } from "next";
import { buttonLook } from "@/ui/button-look";
import { MessagePage } from "@/ui/message-page";

export const metadata: Metadata = { title: "Not found" };

// This page and the error pages are part of every page's script, so they are made of plain elements.
export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing here"
      actions={
        <a href="/" className={buttonLook("primary", "m", false)}>
          Go to your workspace
        </a>
      }
    >
      The address may be mistyped, the page may have been deleted, or it belongs to a workspace you are not a member of.
      Whoever sent you the link can tell which.
    </MessagePage>
  );
}
