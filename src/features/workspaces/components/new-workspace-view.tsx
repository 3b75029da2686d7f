import { PageTitle } from "@/ui/page";
import { NewWorkspaceForm } from "./new-workspace-form";

export function NewWorkspaceView() {
  return (
    <>
      <PageTitle
        title="New workspace"
        description="For a company or a team that decides about its customers together. You become its owner and can invite others."
      />
      <NewWorkspaceForm submitLabel="Create the workspace" cancelHref="/workspaces" />
    </>
  );
}
