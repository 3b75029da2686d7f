const HEADERS = {
  "content-type": "image/svg+xml; charset=utf-8",
  // What a seed draws never changes: style and generator are pinned, and a new style would get a new address.
  "cache-control": "public, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  // Opened by itself an SVG is a document, so it gets a document's bounds: no script, no request, no origin.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Answers with a picture, or with 404 where an address names none. */
export function faceResponse(svg: string | undefined): Response {
  if (svg === undefined) return new Response("No portrait has this address.", { status: 404 });
  return new Response(svg, { headers: HEADERS });
}
