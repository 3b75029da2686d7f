// All that the reader process can do. Whoever starts it knows the tasks by type only.
import { detectFile } from "./detect-file";

/** Each is `(input, tools) => Promise<result>`; input, progress and result are plain JSON. */
export const readerTasks = {
  detect: detectFile,
};
export type ReaderTasks = typeof readerTasks;
