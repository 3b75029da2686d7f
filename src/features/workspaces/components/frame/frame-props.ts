import type { ReactNode } from "react";
import type { JoinedWorkspace } from "../../workspace-contract";
import type { FrameCount } from "./frame-entries";

/** Part of a text; marked where it is what was searched for. */
export interface FoundPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Something that the search has found, to go to. */
export interface FoundItem {
  readonly id: string;
  readonly label: readonly FoundPart[];
  /** Where in it the words stand, when the label doesn't tell. */
  readonly snippet?: { readonly label: string; readonly parts: readonly FoundPart[] } | null;
  readonly href: string;
  /** What kind of thing it is: "Persona, v3". */
  readonly hint?: string | undefined;
  /** A face or an icon, 24 pixels wide. */
  readonly picture?: ReactNode;
}

/** Something that can be done from anywhere, such as "New persona". */
export interface FrameAction {
  readonly label: string;
  /** Further words by which it is found. */
  readonly words?: string | undefined;
  readonly onSelect: () => void;
}

export interface WorkspaceFrameProps {
  readonly workspace: JoinedWorkspace;
  /** All that the person is in, this one included. */
  readonly workspaces: readonly Pick<JoinedWorkspace, "name" | "slug">[];
  readonly person: { readonly name: string; readonly email: string };
  /** What stands beside an entry; none while it isn't known. */
  readonly counts?: Partial<Record<FrameCount, number>> | undefined;
  /** Asked while one types in the command menu, without a text for what is recent. Rejects when it can't be answered. */
  readonly search?: ((text: string, signal: AbortSignal) => Promise<readonly FoundItem[]>) | undefined;
  /** What somebody wants the person to see, at the start of the sidebar. */
  readonly bell?: ReactNode;
  /** Only what the person may do. */
  readonly actions?: readonly FrameAction[] | undefined;
  /** What the person may take up again, in their own menu. */
  readonly personActions?: readonly (FrameAction & { readonly icon: ReactNode })[] | undefined;
  readonly children: ReactNode;
}
