// Marks that other programs say in styles.

/** Marks that a style sets. */
export function styledMarks(style: string): readonly string[] {
  const marks: string[] = [];
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) marks.push("bold");
  if (/font-style:\s*italic/i.test(style)) marks.push("italic");
  const [, lines = ""] = /text-decoration(?:-line)?:\s*([^;]{0,60})/i.exec(style) ?? [];
  if (/underline/i.test(lines)) marks.push("underline");
  if (/line-through/i.test(lines)) marks.push("strike");
  return marks;
}

/** Whether a style takes a mark away: Google Docs wraps everything in a `<b>` that is not bold. */
export function unsetMark(mark: string, style: string): boolean {
  if (mark === "bold") return /font-weight:\s*(?:normal|[1-5]00)/i.test(style);
  return mark === "italic" && /font-style:\s*normal/i.test(style);
}
