/** Whether a typed title is the document's: white space at the ends and how accents are encoded don't matter. */
export function isSameTitle(typed: string, title: string): boolean {
  const plain = (text: string) => text.toWellFormed().normalize("NFC").replace(/\s+/g, " ").trim();
  return plain(typed) === plain(title);
}
