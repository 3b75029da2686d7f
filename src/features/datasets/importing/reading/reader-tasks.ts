// All that the reader process can do. Whoever starts it knows the tasks by type only.
import { convertFile } from "../conversion/convert-file";
import { detectFile } from "./detect-file";

/** Each is `(input, tools) => Promise<result>`; input, progress and result are plain JSON. */
export const readerTasks = {
  detect: detectFile,
  convert: convertFile,
};
export type ReaderTasks = typeof readerTasks;
