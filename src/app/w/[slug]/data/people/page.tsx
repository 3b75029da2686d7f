import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { PeoplePage } from "@/features/datasets/privacy/components/people-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Find a person" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "data.export")) notFound();
  return <PeoplePage />;
}
