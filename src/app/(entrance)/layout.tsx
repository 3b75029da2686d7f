import type { ReactNode } from "react";
import { EntranceFrame } from "@/features/accounts/components/entrance-frame";

export default function EntranceLayout({ children }: { readonly children: ReactNode }) {
  return <EntranceFrame>{children}</EntranceFrame>;
}
