const HEADERS = {
  "content-type": "image/webp",
  // A picture never changes; another one has another address. Only this person's browser may keep it.
  "cache-control": "private, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; sandbox",
};

/** Answers with an uploaded picture, or with 404, whether there is none or it is somebody else's. */
export function pictureResponse(bytes: Uint8Array<ArrayBuffer> | null): Response {
  if (bytes) return new Response(bytes, { headers: HEADERS });
  return new Response("No picture has this address.", { status: 404, headers: { "cache-control": "no-store" } });
}
