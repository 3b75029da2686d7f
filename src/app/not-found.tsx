import type { Metadata } from "next";
import { MessagePage } from "@/ui/message-page";
import { NothingHere } from "@/ui/nothing-here";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage>
      <NothingHere />
    </MessagePage>
  );
}
