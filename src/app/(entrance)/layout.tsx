import type { ReactNode } from "react";
import { EntranceFrame } from "@/features/accounts/components/entrance-frame";
import { ForgetKept } from "@/features/accounts/components/forget-kept";

export default function EntranceLayout({ children }: { readonly children: ReactNode }) {
  return (
    <EntranceFrame>
      <ForgetKept />
      {children}
    </EntranceFrame>
  );
}
