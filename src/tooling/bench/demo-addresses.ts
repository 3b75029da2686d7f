// What to put into the parameters of routes: ids in the demo's workspace, of documents that have a history.
import { connect } from "@/server/db/client";
import type { Installation } from "./installation";
import type { RouteValues } from "./routes";

export async function demoAddresses(installation: Installation): Promise<RouteValues> {
  const { sql, close } = connect(installation.ownerUrl(), 1);
  try {
    const [workspace] = await sql<{ id: string; slug: string }[]>`
      select id, slug from workspaces order by created_at limit 1`;
    const workspaceId = workspace?.id ?? "";
    const documents = await sql<{ id: string; kind: string }[]>`
      select distinct on (kind) id, kind from documents
      where workspace_id = ${workspaceId} and current_version > 1 and retired_at is null
      order by kind, changed_at desc`;
    const personas = await sql<{ id: string }[]>`
      select id from documents
      where workspace_id = ${workspaceId} and kind = 'persona' and current_version is not null and retired_at is null
      order by changed_at desc limit 2`;
    const [dataset] = await sql<{ id: string }[]>`
      select id from datasets where workspace_id = ${workspaceId} order by created_at limit 1`;
    const [session] = await sql<{ id: string }[]>`
      select id from review_sessions where workspace_id = ${workspaceId} order by created_at desc limit 1`;
    const idOf = (kind: string) => documents.find((document) => document.kind === kind)?.id ?? "";
    return {
      slug: workspace?.slug ?? "",
      "personas.documentId": idOf("persona"),
      "segments.documentId": idOf("segment"),
      "scenarios.documentId": idOf("scenario"),
      datasetId: dataset?.id ?? crypto.randomUUID(),
      sessionId: session?.id ?? crypto.randomUUID(),
      number: "1",
      // No such invitation: the page that says so.
      token: "A".repeat(43),
      "...nowhere": "no-such-page",
      "/w/[slug]/personas/compare?": `ids=${personas.map(({ id }) => id).join(",")}`,
      "/w/[slug]/personas/[documentId]/compare?": "from=1&to=2",
      "/w/[slug]/segments/[documentId]/compare?": "from=1&to=2",
      "/w/[slug]/scenarios/[documentId]/compare?": "from=1&to=2",
    };
  } finally {
    await close();
  }
}
