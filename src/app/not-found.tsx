import type { Metadata } from "next";
import { ButtonLink } from "@/ui/button";
import { MessagePage } from "@/ui/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing here"
      actions={
        <ButtonLink href="/" variant="primary">
          Go to your workspace
        </ButtonLink>
      }
    >
      The address may be mistyped, the page may have been deleted, or it belongs to a workspace you are not a member of.
      Whoever sent you the link can tell which.
    </MessagePage>
  );
}
