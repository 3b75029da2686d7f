"use client";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { DELIMITER_WORDS, ENCODING_WORDS } from "../column-words-rules";
import type { DelimitedFormat, DetectedFile, FileFormat } from "../import-plan-rules";

const DELIMITERS = (Object.keys(DELIMITER_WORDS) as DelimitedFormat["delimiter"][]).map((value) => ({
  value,
  label: DELIMITER_WORDS[value],
}));
const ENCODINGS = (Object.keys(ENCODING_WORDS) as DelimitedFormat["encoding"][]).map((value) => ({
  value,
  label: ENCODING_WORDS[value],
}));
const QUOTES = [
  { value: "double" as const, label: "Double quotes" },
  { value: "single" as const, label: "Single quotes" },
  { value: "none" as const, label: "Nothing" },
];
const QUOTE_MARKS = { double: '"', single: "'", none: null } as const;

interface FileReadingProps {
  readonly detected: DetectedFile;
  readonly onFormat: (format: FileFormat) => void;
}

/** How the file as a whole is read. A change looks at the file again. */
export function FileReading({ detected, onFormat }: FileReadingProps) {
  const { format, sheets } = detected;
  if (format.kind === "parquet" || format.kind === "json-lines") return null;
  const header = (
    <Checkbox
      label="The first row holds the names"
      className="self-end pb-1 max-sm:col-span-2"
      checked={format.hasHeader}
      onChange={(event) => onFormat({ ...format, hasHeader: event.target.checked })}
    />
  );
  if (format.kind === "xlsx") {
    return (
      <div className="grid gap-4 sm:flex sm:flex-wrap">
        {sheets.length > 1 && (
          <Field label="Sheet" className="sm:w-64">
            <Select
              options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              value={format.sheet}
              onValueChange={(sheet) => onFormat({ ...format, sheet })}
            />
          </Field>
        )}
        {header}
      </div>
    );
  }
  const quote = format.quote === '"' ? "double" : format.quote === "'" ? "single" : "none";
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-4">
      <Field label="Between values stand">
        <Select
          options={DELIMITERS}
          value={format.delimiter}
          onValueChange={(delimiter) => onFormat({ ...format, delimiter })}
        />
      </Field>
      <Field label="Around texts stand">
        <Select
          options={QUOTES}
          value={quote}
          onValueChange={(next) => onFormat({ ...format, quote: QUOTE_MARKS[next] })}
        />
      </Field>
      <Field label="Letters are written in" className="max-sm:col-span-2">
        <Select
          options={ENCODINGS}
          value={format.encoding}
          onValueChange={(encoding) => onFormat({ ...format, encoding })}
        />
      </Field>
      {header}
    </div>
  );
}
