import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { ScenarioImportPage } from "@/features/scenarios/components/scenario-import-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Import scenarios" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "draft.edit")) notFound();
  return <ScenarioImportPage />;
}
