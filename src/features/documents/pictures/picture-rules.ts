// How large an uploaded picture may be, for the browser that makes it smaller and the server that refuses.

/** What a picture is for: a persona's face is cut to a portrait, one in a text keeps its shape. */
export const PICTURE_USES = ["portrait", "text"] as const;

/** Of a portrait's words; those of a picture in a text are bounded by the body's rules. */
export const MAX_ALT = 200;
/** Bytes of a file that is sent as it is. */
export const MAX_UPLOAD_BYTES = 700 * 1024;
/** The same as base64. */
export const MAX_UPLOAD_CHARACTERS = Math.ceil(MAX_UPLOAD_BYTES / 3) * 4;
/** Of a workspace, with those of earlier versions. */
export const MAX_PICTURES = 1_000;
/** What the browser asks for; the server looks at the bytes. */
export const PICTURE_TYPES = "image/png,image/jpeg,image/webp,image/avif,image/gif";
