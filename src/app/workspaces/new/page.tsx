import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentSession } from "@/api/caller";
import { signInPath } from "@/api/sign-in-path";
import { NewWorkspaceView } from "@/features/workspaces/components/new-workspace-view";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  if (!(await currentSession())) redirect(await signInPath("/workspaces/new"));
  return <NewWorkspaceView />;
}
