import { ChevronRight, Plus } from "lucide-react";
import { ButtonLink } from "@/ui/button-link";
import { Card, CardList } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page";
import { Pill } from "@/ui/pill";
import { roleLabel } from "../member-rules";
import type { ClosingWorkspace, JoinedWorkspace } from "../workspace-contract";
import { ClosingWorkspaces } from "./closing-workspaces";
import { InvitationReminder } from "./invitation-reminder";
import { NewWorkspaceForm } from "./new-workspace-form";

interface Props {
  readonly personName: string;
  readonly workspaces: readonly JoinedWorkspace[];
  /** Those that one owns and may still take back from deletion. */
  readonly closing: readonly ClosingWorkspace[];
}

/** Where one goes who is in several workspaces, or in none yet. */
export function WorkspaceChoice({ personName, workspaces, closing }: Props) {
  return (
    <>
      <InvitationReminder />
      <ClosingWorkspaces workspaces={closing} />
      {workspaces.length === 0 ? <FirstRun personName={personName} /> : <Choice workspaces={workspaces} />}
    </>
  );
}

function FirstRun({ personName }: { readonly personName: string }) {
  return (
    <>
      <PageTitle
        size="44"
        title={`Welcome, ${personName}`}
        description="A workspace is where your team keeps what it knows about its customers: segments, personas, and the evidence behind them. Name it after your company or team; you can change it later."
      />
      <NewWorkspaceForm submitLabel="Create the workspace" />
      <p className="mt-8 border-t pt-5 text-ink-2">
        Has somebody invited you? Open the link in their mail, and you are in their workspace.
      </p>
    </>
  );
}

function Choice({ workspaces }: { readonly workspaces: readonly JoinedWorkspace[] }) {
  return (
    <>
      <PageTitle title="Your workspaces">
        <ButtonLink href="/workspaces/new" icon={<Plus aria-hidden="true" className="size-4" />}>
          New workspace
        </ButtonLink>
      </PageTitle>
      <Card aria-label="Your workspaces">
        <CardList>
          {workspaces.map(({ id, name, slug, role }) => (
            <li key={id}>
              <Link
                href={`/w/${slug}`}
                className="flex min-w-0 items-center gap-3.5 px-4 py-4 -outline-offset-2 hover:bg-sunk"
              >
                <span className="min-w-0 flex-1">
                  <span dir="auto" className="block font-display text-display-20 wrap-anywhere">
                    {name}
                  </span>
                  <span className="block truncate text-small text-ink-3">/w/{slug}</span>
                </span>
                <Pill>{roleLabel(role)}</Pill>
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-3 rtl:rotate-180" />
              </Link>
            </li>
          ))}
        </CardList>
      </Card>
    </>
  );
}
