import type { Metadata } from "next";
import { WorkspaceSettings } from "@/features/workspaces/components/workspace-settings";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return <WorkspaceSettings />;
}
