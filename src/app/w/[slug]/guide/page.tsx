import type { Metadata } from "next";
import { GuideOverview } from "@/features/guide/components/guide-overview";

export const metadata: Metadata = { title: "Guide" };

export default function Page() {
  return <GuideOverview />;
}
