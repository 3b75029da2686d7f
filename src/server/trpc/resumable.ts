import { tracked } from "@trpc/server";

/** Something told by a stream, with what a stream that is made anew is given as `lastEventId` to go on from there. */
export interface Told<T> {
  readonly id: string;
  readonly value: T;
}

/** As tRPC sends it. */
export async function* resumable<T>(stream: AsyncIterable<Told<T>>) {
  for await (const { id, value } of stream) yield tracked(id, value);
}
