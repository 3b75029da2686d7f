// The workspace that a page's address names, for server components.
import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { JoinedWorkspace } from "@/features/workspaces/workspace-contract";
import { SLUG_PATTERN } from "@/shared/workspace-address";
import { caller } from "./caller";
import { signInPath, signOnPath } from "./sign-in-path";

/**
 * The workspace with the person's role in it; asked once per request. Signed out: leads to sign-in and back, also
 * where members must come by single sign-on. Not a member: the page doesn't exist. Pages use it for the id to ask with; what they may see is decided by procedures.
 */
export const requireWorkspace = cache(async (slug: string): Promise<JoinedWorkspace> => {
  if (!SLUG_PATTERN.test(slug)) notFound();
  try {
    return await (await caller()).workspaces.bySlug({ slug });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") redirect(await signInPath(`/w/${slug}`));
    // Only said of how one signed in: a stranger is told that there is no such workspace.
    if (error instanceof TRPCError && error.code === "FORBIDDEN") redirect(await signOnPath(`/w/${slug}`));
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound();
    throw error;
  }
});
