import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { SignInPolicyForm } from "@/features/workspaces/components/sign-in-policy-form";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Sign-in" };

export default async function SigninPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetch(trpc.policies.signIn.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <SignInPolicyForm />
    </HydrateClient>
  );
}
