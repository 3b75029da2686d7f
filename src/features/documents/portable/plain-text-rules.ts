// Somebody else's Markdown as plain text. Every expression here runs in linear time: the text is a stranger's.

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  raquo: "»",
  rdquo: "”",
  rsquo: "’",
  thinsp: " ",
};
/** Escaped marks wait in a private plane while what they look like is taken away. */
const PRIVATE = 0xf0000;

/** Without the marks of emphasis, code and links; a link keeps its address in brackets, `<br>` ends a line. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCodePoint(PRIVATE + mark.charCodeAt(0)))
    .replace(/<br {0,3}\/?>/gi, "\n")
    .replace(/<\/?(?:b|em|i|p|small|span|strong|sub|sup|u)>/gi, "")
    .replace(/!?\[([^[\]]{0,1000})\]\(([^()\s]{0,1000})(?:[ \t]+"([^"]{0,300})")?\)/g, plainLink)
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,1000})>/g, "$1")
    .replace(/`+/g, "")
    .replace(/\*\*([^*]{1,3000}?)\*\*/g, "$1")
    .replace(/(?<![*\d])\*(?![*\s])([^*]{1,3000}?)(?<!\s)\*(?!\*)/g, "$1")
    .replace(/\*\*([^*]{1,3000}?)\*\*/g, "$1")
    .replace(/(?<![\p{L}\p{N}_])(_{1,2})(?![_\s])([^_]{1,3000}?)(?<!\s)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/~~([^~]{1,3000}?)~~/g, "$1")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, entity)
    .replace(/[\u{f0000}-\u{f007f}]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? PRIVATE) - PRIVATE))
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .trim();
}

function plainLink(_: string, text: string, address: string, title?: string): string {
  const about = [address, title].filter((part) => part && part !== text).join(", ");
  if (about === "") return text;
  return text === "" ? about : `${text} (${about})`;
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
