// What the thread is asked, and does.
import type { StandOut } from "../../questions/stand-out-rules";
import { standOuts } from "../../questions/stand-out-rules";
import { BranchFinder } from "./branch";
import type { Branch } from "./branch-rows-rules";
import { compareGroupings, type Grouping } from "./compare";
import { type Encoding, encode, encodingOf } from "./encode";
import type { FeatureColumn } from "./feature-column";
import { groupComposition } from "./group-composition";

export type GroupTask =
  | { readonly kind: "compare"; readonly columns: readonly FeatureColumn[]; readonly rows: number }
  | {
      readonly kind: "explain";
      readonly columns: readonly FeatureColumn[];
      readonly rows: number;
      readonly labels: Uint8Array;
      readonly many: number;
      readonly asOf: string;
    };

export interface Compared {
  readonly encoding: Encoding;
  readonly groupings: readonly Grouping[];
}

export interface ExplainedGroup {
  /** Of the sample. */
  readonly members: number;
  readonly isTooFew: boolean;
  readonly standOuts: readonly StandOut[];
  readonly branches: readonly Branch[];
}

export type TaskResult<T extends GroupTask> = T extends { kind: "compare" } ? Compared : readonly ExplainedGroup[];
export type ThreadNews =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "result"; readonly result: unknown };

export function doTask(
  task: GroupTask,
  onProgress: (done: number, of: number) => void,
): Compared | readonly ExplainedGroup[] {
  if (task.kind === "compare") {
    const encoding = encodingOf(task.columns);
    return { encoding, groupings: compareGroupings(encode(task.columns, encoding, task.rows), onProgress) };
  }
  const finder = new BranchFinder(task.columns, task.rows);
  return Array.from({ length: task.many }, (_, group) => {
    const composition = groupComposition(task.columns, task.labels, group, task.asOf);
    const { isTooFew, list } = standOuts(composition);
    const branches = finder.find(task.labels, group);
    onProgress(group + 1, task.many);
    return { members: composition.members, isTooFew, standOuts: list, branches };
  });
}
