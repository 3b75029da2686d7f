// A thread that finds groups and ends: what would hold up everybody else's questions for seconds.
import { parentPort, workerData } from "node:worker_threads";
import { doTask, type GroupTask, type ThreadNews } from "./group-task";

const tell = (news: ThreadNews) => parentPort?.postMessage(news);
const result = doTask(workerData as GroupTask, (done, of) => tell({ kind: "progress", done, of }));
tell({ kind: "result", result });
