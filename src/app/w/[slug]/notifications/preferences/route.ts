// Where letters written before settings had one frame lead to.
import { notFound, redirect } from "next/navigation";
import { SLUG_PATTERN } from "@/shared/workspace-address";

export async function GET(_request: Request, { params }: { readonly params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  if (!SLUG_PATTERN.test(slug)) notFound();
  redirect(`/w/${slug}/settings/notifications`);
}
