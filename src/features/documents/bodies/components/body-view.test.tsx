import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { WorkspaceProvider } from "@/features/workspaces/components/workspace-context";
import { BODY_NODES, type Body, type BodyNode, MAX_BODY_DEPTH } from "../body-rules";
import { BodyView } from "./body-view";

const client = createTRPCClient({ links: [httpLink({ url: "http://localhost:1" })] });
vi.mock("@/trpc/client", async () => {
  const { createTRPCOptionsProxy } = await import("@trpc/tanstack-react-query");
  return { useTRPC: () => createTRPCOptionsProxy({ client, queryClient: new QueryClient() } as never) };
});

const ID = "0c8c4a86-5f1c-4e0a-9d53-3c1f1f6d7a11";
const workspace = { id: "w-1", slug: "alder-pine", name: "Alder & Pine", timeZone: "UTC", role: "viewer" } as const;

function Around({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <WorkspaceProvider workspace={workspace as never} personId="p">
        {children}
      </WorkspaceProvider>
    </QueryClientProvider>
  );
}

const shown = (body: Body) =>
  renderToStaticMarkup(
    <Around>
      <BodyView body={body} />
    </Around>,
  );
const doc = (...content: readonly BodyNode[]): Body => ({ type: "doc", content });
const words = (text: string, ...marks: NonNullable<BodyNode["marks"]>): BodyNode => ({ type: "text", text, marks });
const paragraph = (...content: readonly BodyNode[]): BodyNode => ({ type: "paragraph", content });

const pinned = { document: ID, kind: "persona", version: 3, title: "Maya Okafor" };
/** One of each, with what it must show. */
const EVERY: Readonly<Record<string, readonly [BodyNode, string]>> = {
  text: [paragraph(words("Maya & Kofi")), "Maya &amp; Kofi"],
  paragraph: [{ type: "paragraph" }, '<p dir="auto"><br/></p>'],
  heading: [
    { type: "heading", attrs: { level: 2 }, content: [words("How she responds")] },
    '<h3 dir="auto" id="text-how-she-responds" data-level="2">How she responds</h3>',
  ],
  bulletList: [{ type: "bulletList", content: [] }, "<ul"],
  orderedList: [{ type: "orderedList", attrs: { start: 4 } }, '<ol dir="auto" start="4">'],
  listItem: [{ type: "bulletList", content: [{ type: "listItem", content: [paragraph(words("One"))] }] }, "<li><p"],
  taskList: [{ type: "taskList" }, 'data-type="taskList"'],
  taskItem: [
    { type: "taskItem", attrs: { checked: true }, content: [paragraph(words("Call"))] },
    '<input type="checkbox" disabled="" aria-label="Call" checked=""/>',
  ],
  blockquote: [{ type: "blockquote", content: [paragraph(words("Hm"))] }, "<blockquote"],
  callout: [{ type: "callout", attrs: { tone: "tip" }, content: [] }, 'data-tone="tip"'],
  codeBlock: [{ type: "codeBlock", content: [words("<b>")] }, "<pre><code>&lt;b&gt;</code></pre>"],
  table: [
    {
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [{ type: "tableHeader", attrs: { colwidth: [120] }, content: [paragraph(words("Shop"))] }],
        },
      ],
    },
    '<col style="width:120px"/>',
  ],
  tableRow: [{ type: "table", content: [{ type: "tableRow", content: [] }] }, "<tr></tr>"],
  tableHeader: [
    { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [] }] }] },
    '<th colSpan="1" rowSpan="1" scope="col">',
  ],
  tableCell: [
    {
      type: "table",
      content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 2 }, content: [] }] }],
    },
    '<td colSpan="2"',
  ],
  image: [
    { type: "image", attrs: { picture: ID, alt: "A hinge", width: 60 } },
    `<img src="/pictures/w-1/${ID}" alt="A hinge" data-picture="${ID}" loading="lazy" decoding="async" style="width:60%"/>`,
  ],
  horizontalRule: [{ type: "horizontalRule" }, "<hr/>"],
  hardBreak: [paragraph(words("a"), { type: "hardBreak" }, words("b")), "a<br/>b"],
  documentChip: [paragraph({ type: "documentChip", attrs: pinned }), "Maya Okafor"],
  claimEmbed: [
    { type: "claimEmbed", attrs: { ...pinned, place: "goals.1", text: "Wants it to fit" } },
    "Wants it to fit",
  ],
  storyBeat: [{ type: "storyBeat", attrs: { emotion: -2 }, content: [paragraph(words("It snaps"))] }, "Miserable"],
  evidenceQuote: [
    { type: "evidenceQuote", attrs: { excerpt: null, source: "Interview 4" }, content: [paragraph(words("I guess"))] },
    "<figcaption>Interview 4</figcaption>",
  ],
  need: [{ type: "need", attrs: { id: ID }, content: [words("Know that it fits")] }, `id="need-${ID}"`],
};

describe("a body as something to read", () => {
  test.each(Object.keys(BODY_NODES).filter((name) => name !== "doc"))("shows %s", (name) => {
    const [node, markup] = EVERY[name] ?? [];
    if (!node) throw new Error(`say what ${name} looks like`);
    expect(shown(doc(node))).toContain(markup);
  });

  test("shows every mark, and one link where words in it differ", () => {
    const link = { type: "link", attrs: { href: "https://example.org/a" } };
    const markup = shown(
      doc(
        paragraph(
          words("plain "),
          words("one ", link),
          words("bold", link, { type: "bold" }),
          ...["italic", "underline", "strike", "code", "highlight"].map((type) => words(type, { type })),
          words("discussed", { type: "comment", attrs: { thread: ID } }),
        ),
      ),
    );
    expect(markup).toContain(
      'plain <a href="https://example.org/a" rel="noopener noreferrer nofollow" target="_blank">one <strong>bold</strong></a>',
    );
    expect(markup).toContain("<em>italic</em><u>underline</u><s>strike</s><code>code</code><mark>highlight</mark>");
    expect(markup).toContain(`<span data-thread="${ID}">discussed</span>`);
  });

  test("fits its headings into the page: none is left out, and the same words have ids of their own", () => {
    const heading = (level: number, text: string): BodyNode => ({
      type: "heading",
      attrs: { level },
      content: [words(text)],
    });
    const markup = shown(doc(heading(2, "Who"), heading(4, "Who"), heading(2, "Größe und Maß"), heading(3, "x")));
    expect([...markup.matchAll(/<(h\d) dir="auto" id="([^"]+)"/g)].map(([, tag, id]) => `${tag} ${id}`)).toEqual([
      "h3 text-who",
      "h4 text-who-2",
      "h3 text-größe-und-maß",
      "h4 text-x",
    ]);
  });

  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    ["javascript:alert(1)"],
    { toString: () => "javascript:alert(1)" },
    "//example.org",
    null,
  ])("shows the words of a link to %j without a link", (href) => {
    const markup = shown(doc(paragraph(words("here", { type: "link", attrs: { href } }))));
    expect(markup).toContain("here");
    expect(markup).not.toMatch(/<a |script/);
  });

  test("leaves out what it doesn't know, pictures of elsewhere and numbers that are none", () => {
    const markup = shown(
      doc(
        { type: "script", content: [words("alert(1)")] },
        { type: "constructor" },
        paragraph(words("kept", { type: "onclick", attrs: { href: "https://example.org" } })),
        { type: "image", attrs: { picture: "../../etc", src: "https://example.org/x.png" } },
        { type: "image", attrs: { picture: ID, alt: ["x"], width: "100%;position:fixed" } },
        { type: "callout", attrs: { tone: "__proto__" } },
        { type: "heading", attrs: { level: 99 }, content: [words("Deep")] },
        { type: "orderedList", attrs: { start: "x" } },
        { type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 1e9 } }] }] },
        paragraph({ type: "documentChip", attrs: { ...pinned, kind: "user", document: "1" } }),
      ),
    );
    expect(markup).not.toMatch(/script|alert|example\.org|etc|position|__proto__|1000000000/);
    expect(markup).toContain("kept");
    expect(markup).toContain("<h3 ");
    expect(markup).toContain("not available");
  });

  test("ends at the depth that bodies may have, however deep it goes on", () => {
    let node: BodyNode = paragraph(words("too deep"));
    for (let depth = 0; depth < 50_000; depth += 1) node = { type: "blockquote", content: [node] };
    const markup = shown(doc(paragraph(words("above")), node));
    expect(markup).toContain("above");
    expect(markup).not.toContain("too deep");
    expect(markup.match(/<blockquote/g)).toHaveLength(MAX_BODY_DEPTH);
  });

  test("bears words with more marks than there are", () => {
    const marks = Array.from({ length: 5_000 }, () => ({ type: "comment", attrs: { thread: ID } }));
    expect(shown(doc(paragraph(words("much discussed", ...marks))))).toContain("much discussed");
  });

  test("shows nothing for nothing", () => {
    expect(shown(null)).toBe('<div class="prose-body"></div>');
  });
});
