// What browser and front door agree on.

export const API_PATH = "/api/trpc";
/** Below it files are put: the id of the workspace, and the file's name as the query's `name`. */
export const UPLOAD_PATH = "/api/uploads";
/** Files are fetched from it; the query says which. */
export const DOWNLOAD_PATH = "/api/downloads";
/** Below it calendars are fetched by their secret addresses. */
export const CALENDAR_PATH = "/calendar";

/** A header that a form or image of another site can't send; the front door refuses writes without it. */
export const API_HEADER = "x-dramatis";
export const API_HEADERS = { [API_HEADER]: "1" };

/** Path and query that a page was asked for; set by proxy.ts, since server components don't know theirs. */
export const PATH_HEADER = "x-dramatis-path";
