// How large an uploaded portrait may be, for the browser that makes it smaller and the server that refuses.

export const MAX_ALT = 200;
/** Bytes of a file that is sent as it is. */
export const MAX_UPLOAD_BYTES = 700 * 1024;
/** The same as base64. */
export const MAX_UPLOAD_CHARACTERS = Math.ceil(MAX_UPLOAD_BYTES / 3) * 4;
/** Of a workspace, with those of earlier versions. */
export const MAX_PICTURES = 1_000;
/** What the browser asks for; the server looks at the bytes. */
export const PICTURE_TYPES = "image/png,image/jpeg,image/webp,image/avif,image/gif";
