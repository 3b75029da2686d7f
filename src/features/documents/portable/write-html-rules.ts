// A document as one page that needs nothing else: to be read anywhere, printed, or opened by a word processor.
import type { Body } from "../bodies/body-rules";
import { escapeHtml, writeBodyHtml } from "../bodies/convert/body-to-html-rules";

/** What a reader should know of it, in words, in the order of reading. */
export type FileFacts = readonly (readonly [label: string, value: string])[];

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 .5em; }
header h1 { margin-top: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; border-block: 1px solid #8888; padding-block: 1rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
blockquote, section[data-beat] { margin: 1em 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8888; }
aside, figure { margin: 1em 0; padding: .5rem 1rem; border: 1px solid #8888; border-radius: .5rem; }
aside::before, section[data-beat]::before { content: attr(aria-label); font-weight: 600; }
p[data-need]::before { content: "Need: "; font-weight: 600; }
figcaption, .source { color: #767676; font-size: .875em; }
pre { overflow-x: auto; padding: .75rem; background: #8882; border-radius: .5rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: start; vertical-align: top; }
th > p, td > p, li > p { margin: 0; }
ul.tasks { list-style: none; padding-inline-start: 0; } ul.tasks > li { display: flex; gap: .5rem; }
img { max-width: 100%; }
`;

/** `body` as documentBody makes it. */
export function writeHtml(title: string, facts: FileFacts, body: Body): string {
  const told = facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(title)}</h1>
<dl>${told.join("")}</dl>
</header>
${writeBodyHtml(body, 1)}
</body>
</html>
`;
}
