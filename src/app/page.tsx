import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { LAST_WORKSPACE_COOKIE } from "@/features/workspaces/components/last-workspace";

/** No page of its own: leads to the workspace that this browser was in last, to the only one, or to the choice. */
export default async function Home() {
  if (!(await currentSession())) redirect("/sign-in");
  const workspaces = await (await caller()).workspaces.listMine();
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value;
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  const home = workspaces.find(({ slug }) => slug === last) ?? only;
  redirect(home ? `/w/${home.slug}` : "/workspaces");
}
