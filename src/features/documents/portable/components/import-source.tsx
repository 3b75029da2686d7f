"use client";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { TEXT_FILES, useConvertFile } from "../../bodies/components/convert/use-convert-file";
import { withPlainTables } from "../../bodies/convert/plain-table-rules";
import { type FileFormat, MAX_IMPORT } from "../portable-rules";
import { type ImportSourceText, PASTED } from "./use-kept-source";

const FORMATS = [
  { value: "markdown", label: "Markdown or plain text" },
  { value: "json", label: "JSON" },
] as const;
/** What a request may hold, less what else is in it. */
const MAX_BYTES = 1_000_000;

interface ImportSourceProps {
  readonly source: ImportSourceText;
  readonly onSource: (source: ImportSourceText) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onLook: () => void;
}

/** Paste a text, or choose or drop a file. */
export function ImportSource({ source, onSource, pending, error, onLook }: ImportSourceProps) {
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [problem, setProblem] = useState("");
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const [isOver, setOver] = useState(false);
  const convert = useConvertFile();

  const take = async (file: File | undefined) => {
    if (!file || isReading) return;
    setReading(true);
    const read = STRUCTURED.test(file.name) ? await readStructured(file, convert) : await readTextFile(file);
    setReading(false);
    setProblem(read.problem);
    setNotes(read.notes ?? []);
    if (read.problem !== "") return;
    const format = STRUCTURED.test(file.name) ? "markdown" : formatOf(read.text, file.name);
    onSource({ text: read.text, format, fileName: file.name.slice(0, 120) });
  };
  const look = () => {
    const wrong = problemOf(source.text);
    setProblem(wrong);
    if (wrong === "" && !pending) onLook();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <form
      className="grid max-w-[860px] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      {Boolean(error) && !problem && (
        <Notice tone="error" title="This can't be imported as it is">
          {refusal(error).message}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same. */}
      <div
        className={clsx(
          "grid gap-4 rounded-m border border-dashed p-4 transition-colors",
          isOver ? "border-ink bg-sunk" : "border-line-strong",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button
            icon={<FileUp aria-hidden="true" className="size-4" />}
            pending={isReading}
            pendingLabel="Reading the file…"
            onClick={() => input.current?.click()}
          >
            Choose a file…
          </Button>
          <span className="text-ink-2">
            or drop one here: Word (.docx), .html, .md, .txt or .json, up to {MAX_IMPORT / 1024} kB of text
          </span>
          <label htmlFor={inputId} className="sr-only">
            File to import
          </label>
          <input
            ref={input}
            id={inputId}
            type="file"
            tabIndex={-1}
            accept={`${TEXT_FILES},.json`}
            className="sr-only"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              // The same file may be chosen again after it was changed.
              event.target.value = "";
            }}
          />
        </div>
        {notes.map((note) => (
          <Notice key={note} tone="due">
            {note}
          </Notice>
        ))}
        <Field
          label="Or paste a text"
          {...(source.fileName !== PASTED && { hint: `From ${source.fileName}` })}
          error={problem || undefined}
        >
          <TextArea
            rows={12}
            value={source.text}
            spellCheck={false}
            className="max-h-[50vh] font-mono text-small"
            onChange={(event) => {
              const text = event.target.value;
              onSource({ text, format: formatOf(text, ""), fileName: PASTED });
              setProblem("");
              setNotes([]);
            }}
          />
        </Field>
        <Field label="Read it as" className="sm:w-72">
          <Select options={FORMATS} value={source.format} onValueChange={(format) => onSource({ ...source, format })} />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={pending} pendingLabel="Reading the text…">
          See what goes where
        </Button>
      </div>
    </form>
  );
}

function formatOf(text: string, fileName: string): FileFormat {
  return /\.json$/i.test(fileName) || /^\s*[{[]\s*["{[\]}]/.test(text.slice(0, 1_000)) ? "json" : "markdown";
}

function problemOf(text: string): string {
  if (text.trim() === "") return "Paste a text or choose a file first.";
  const isLong = text.length > MAX_IMPORT || new Blob([JSON.stringify(text)]).size > MAX_BYTES;
  return isLong
    ? `This text is too long: up to ${MAX_IMPORT / 1024} kB at once. Split it and import one part after the other.`
    : "";
}

/** What is read into Markdown first, which one sees before anything is made of it. */
const STRUCTURED = /\.(?:docx|html?)$/i;

interface ReadFile {
  readonly text: string;
  readonly problem: string;
  readonly notes?: readonly string[];
}

async function readStructured(file: File, convert: ReturnType<typeof useConvertFile>): Promise<ReadFile> {
  try {
    const [{ body, notes }, { writeBodyMarkdown }] = await Promise.all([
      convert(file),
      import("../../bodies/convert/body-to-markdown-rules"),
    ]);
    const text = writeBodyMarkdown(body && withPlainTables(body));
    return { text, problem: problemOf(text), notes };
  } catch (error) {
    const isOurs = error instanceof Error && !("data" in error);
    return { text: "", problem: isOurs ? error.message : refusal(error).message };
  }
}

/** Says what is wrong before anything is sent: too large by its size, or no text by what is in it. */
async function readTextFile(file: File): Promise<ReadFile> {
  if (file.size > MAX_IMPORT) {
    const size =
      file.size < 1024 * 1024 ? `${Math.ceil(file.size / 1024)} kB` : `${(file.size / 1024 / 1024).toFixed(1)} MB`;
    return {
      text: "",
      problem: `“${file.name}” is ${size}; an import takes up to ${MAX_IMPORT / 1024} kB. Split it and import one part after the other.`,
    };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (!text.includes("\0")) return { text, problem: text.trim() === "" ? `“${file.name}” is empty.` : "" };
  } catch {
    // No UTF-8: told below.
  }
  return { text: "", problem: `“${file.name}” is no text in UTF-8. Save it as text, or paste what is in it.` };
}
