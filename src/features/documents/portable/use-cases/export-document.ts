import { readTimeZone } from "@/features/workspaces/use-cases/read-time-zone";
import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { DocumentView, Version } from "../../document-contract";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { readDocument, readDraft, readVersion } from "../../use-cases/read-document";
import { freshnessLine } from "../../verification/freshness-rules";
import { documentBody } from "../document-body-rules";
import type { ExportedFile, ExportInput } from "../portable-contract";
import { type ExportStamp, fileNameOf, writeJson } from "../portable-rules";
import { writeDocx } from "../write-docx";
import { type FileFacts, writeHtml } from "../write-html-rules";
import { writeMarkdown } from "../write-markdown-rules";

/**
 * A version, or the draft for those who may read it, as a file. Markdown and JSON are read back identically by an
 * import; HTML and Word are for reading. Throws NOT_FOUND.
 */
export async function exportDocument<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  { documentId, version, format }: ExportInput,
): Promise<ExportedFile> {
  const number = version === "draft" ? null : version;
  const published = number === null ? null : await readVersion(scope, kind, { documentId, number });
  const content = published?.content ?? (await readDraft(scope.also("draft.read"), kind, documentId)).content;
  const view = await readDocument(scope, kind, documentId);
  const now = new Date();
  const stamp: ExportStamp = {
    at: now.toISOString(),
    version: number,
    contentHash: canonicalHash(content),
    freshness: freshnessLine(view.document, number, now, await readTimeZone(scope)),
  };
  const name = fileNameOf(content.title, number, format);
  if (format === "json") return { name, text: writeJson(kind.name, content, stamp) };
  if (format === "markdown") return { name, text: writeMarkdown(kind.name, kind.fields, content, stamp) };
  const facts = factsOf(view, published, stamp);
  const body = documentBody(kind.fields, content);
  if (format === "html") return { name, text: writeHtml(content.title, facts, body) };
  return { name, text: (await writeDocx(content.title, facts, body)).toString("base64") };
}

/** Version, date, owner, and whether it is still what holds. */
function factsOf(
  { document }: DocumentView<unknown>,
  version: Version<unknown> | null,
  { at, contentHash, freshness }: ExportStamp,
): FileFacts {
  const day = (moment: string) => moment.slice(0, 10);
  const { currentVersion, retired, owner } = document;
  const isNewest = version?.number === currentVersion;
  const state = retired
    ? `Retired on ${day(retired.at)}`
    : version
      ? isNewest
        ? "The newest published version"
        : `Older: v${currentVersion} is published`
      : currentVersion === null
        ? "A draft; nothing is published yet"
        : `A draft; v${currentVersion} is published`;
  return [
    [
      "Version",
      version ? `v${version.number}, published on ${day(version.publishedAt)} by ${version.author.name}` : "Draft",
    ],
    ...(version && version.approvers.length > 0
      ? [["Approved by", version.approvers.map(({ name }) => name).join(", ")] as const]
      : []),
    ["Owner", owner.name],
    ["State", state],
    ["Freshness", freshness],
    ["Exported on", day(at)],
    ["Fingerprint", contentHash],
  ];
}
