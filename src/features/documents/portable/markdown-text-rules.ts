// Text inside of our own Markdown: written so that it reads as itself anywhere, and reads back as it was.

/** Marks that mean something anywhere in a line. */
const MARKS = /[\\`*_[\]<>|&~]/g;

/** One line of Markdown that shows exactly this text; what stands at its start can't be taken for a list or heading. */
export function escapeLine(text: string): string {
  return text
    .replace(MARKS, "\\$&")
    .replace(/^\s/, (space) => `&#${space.charCodeAt(0)};`)
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** As `escapeLine`, with line ends as `<br>`, for where there is room for one line only. */
export function escapeInLine(text: string): string {
  return text.split("\n").map(escapeLine).join("<br>");
}

/** Paragraphs as Markdown: an empty line stays one, a single line end is a hard break. */
export function escapeParagraphs(text: string): string {
  const lines = text.split("\n").map(escapeLine);
  return lines.map((line, index) => (line !== "" && lines[index + 1] ? `${line}\\` : line)).join("\n");
}

/** What the three functions above were given. */
export function unescapeText(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (endsWithBreak(line) ? line.slice(0, -1) : line))
    .join("\n")
    .replace(/\\([!-/:-@[-`{-~])|&#(\d{1,7});|<br>/g, (_, mark?: string, code?: string) => {
      if (mark !== undefined) return mark;
      return code === undefined ? "\n" : String.fromCodePoint(Math.min(Number(code), 0x10ffff));
    });
}

/** An odd number of backslashes at the end: the last one is a hard break, the others are text. */
function endsWithBreak(line: string): boolean {
  const [slashes = ""] = /\\*$/.exec(line) ?? [];
  return slashes.length % 2 === 1;
}

/** A value beside its words, as the comment at the end of a line tells it. What would end the comment is written by its number. */
export function writeValue(value: unknown): string {
  return JSON.stringify(value).replace(/[<>]/g, (sign) => (sign === "<" ? "\\u003c" : "\\u003e"));
}

/** What stands in a comment: the name, and the value behind it; `value` is undefined where there is none that can be read. */
export function readComment(comment: string): { readonly name: string; readonly value: unknown } {
  const [name = ""] = comment.split(" ", 1);
  try {
    return { name, value: JSON.parse(comment.slice(name.length + 1)) };
  } catch {
    return { name, value: undefined };
  }
}

/** A line without the comment at its end, and what the comment says. Text can't hold one: its `<` is escaped. */
export function takeComment(line: string): { readonly text: string; readonly comment: string | null } {
  const end = line.trimEnd();
  const start = end.lastIndexOf("<!--");
  if (start < 0 || !end.endsWith("-->") || end[start - 1] === "\\") return { text: line, comment: null };
  return { text: end.slice(0, start).trimEnd(), comment: end.slice(start + 4, -3).trim() };
}
