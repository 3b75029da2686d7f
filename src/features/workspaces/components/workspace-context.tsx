"use client";
// Which workspace a screen is in and what the person may do there, for every component below its layout.
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { type Permission, roleMay } from "@/shared/permissions";
import type { JoinedWorkspace } from "../workspace-contract";
import { rememberWorkspace } from "./last-workspace";

export interface WorkspaceContextValue extends JoinedWorkspace {
  /** Who is signed in: their user id. */
  readonly personId: string;
  /** For hiding what the server would refuse; never a check in itself. */
  may(permission: Permission): boolean;
}

const WorkspaceContext = createContext<WorkspaceContextValue | null>(null);

interface Props {
  readonly workspace: JoinedWorkspace;
  readonly personId: string;
  readonly children: ReactNode;
}

export function WorkspaceProvider({ workspace, personId, children }: Props) {
  const { id, slug, name, timeZone, role } = workspace;
  const value = useMemo(
    () => ({ id, slug, name, timeZone, role, personId, may: (permission: Permission) => roleMay(role, permission) }),
    [id, slug, name, timeZone, role, personId],
  );
  useEffect(() => rememberWorkspace(slug), [slug]);
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

/** The workspace of this screen. Throws outside of `WorkspaceProvider`, which is a mistake in the layout. */
export function useWorkspace(): WorkspaceContextValue {
  const value = useContext(WorkspaceContext);
  if (!value) throw new Error("useWorkspace needs a WorkspaceProvider above it.");
  return value;
}
