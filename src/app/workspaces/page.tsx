import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { signInPath } from "@/api/sign-in-path";
import { WorkspaceChoice } from "@/features/workspaces/components/workspace-choice";

export const metadata: Metadata = { title: "Workspaces" };

export default async function WorkspacesPage() {
  const session = await currentSession();
  if (!session) redirect(await signInPath("/workspaces"));
  const { workspaces } = await caller();
  const [mine, closing] = await Promise.all([workspaces.listMine(), workspaces.listClosing()]);
  return <WorkspaceChoice personName={session.name} workspaces={mine} closing={closing} />;
}
