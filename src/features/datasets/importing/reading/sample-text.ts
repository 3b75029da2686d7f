// Rows from all over a text: its beginning, pieces from within, and its end, so that late surprises count.
import { open } from "node:fs/promises";
import { recordsOf, type TextForm } from "./csv-text";
import type { Scan } from "./scan-rows";

const HEAD_BYTES = 512 * 1024;
const HEAD_ROWS = 3_000;
const PIECES = 16;
const PIECE_BYTES = 64 * 1024;
const PIECE_ROWS = 300;

/** The beginning of a text in UTF-8, without its mark, up to a whole character; `isAll` when nothing follows. */
export async function headText(file: string): Promise<{ readonly text: string; readonly isAll: boolean }> {
  const { text, isAll } = await textAt(file, 0, HEAD_BYTES);
  return { text: text.replace(/^\ufeff/, ""), isAll };
}

async function textAt(file: string, start: number, length: number) {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const bytes = Math.min(length, Math.max(0, size - start));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, start);
    const isAll = start + bytesRead >= size;
    // A character that is cut off is left out.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead), {
      stream: !isAll,
    });
    return { text, isAll };
  } finally {
    await handle.close();
  }
}

/** Rows as they are written, in the file's order, the header among them. */
export async function sampleRows(
  file: string,
  form: TextForm,
  { starts }: Scan,
): Promise<readonly (readonly string[])[]> {
  const head = await headText(file);
  if (head.isAll) {
    const all = recordsOf(head.text, form, true).rows;
    return [...all.slice(0, HEAD_ROWS), ...all.slice(HEAD_ROWS).slice(-PIECES * PIECE_ROWS)];
  }
  const rows = [...recordsOf(head.text, form, false, HEAD_ROWS).rows];
  const behind = starts.filter((start) => start >= HEAD_BYTES);
  const step = Math.max(1, behind.length / PIECES);
  const chosen = new Set(
    Array.from({ length: Math.min(PIECES, behind.length) }, (_, index) => behind[Math.floor(index * step)]),
  );
  const last = behind.at(-1);
  chosen.delete(last);
  for (const start of chosen) {
    const piece = await textAt(file, start ?? 0, PIECE_BYTES);
    rows.push(...recordsOf(piece.text, form, piece.isAll, PIECE_ROWS).rows);
  }
  if (last !== undefined) {
    const end = await textAt(file, last, Number.MAX_SAFE_INTEGER);
    rows.push(...recordsOf(end.text, form, true).rows.slice(-PIECE_ROWS * 3));
  }
  return rows;
}
