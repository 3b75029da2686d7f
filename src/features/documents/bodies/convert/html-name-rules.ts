// What the names of HTML mean to us.
import { decodeEntities } from "./markdown-parts-rules";

export const MARK_OF_TAG: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  dfn: "italic",
  var: "italic",
  s: "strike",
  del: "strike",
  strike: "strike",
  u: "underline",
  ins: "underline",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  mark: "highlight",
};

const names = (list: string) => new Set(list.split(" "));

/** Elements that hold nothing. */
export const VOID = names("area base br col embed hr img input link meta param source track wbr");
/** Elements whose content is no text for readers. */
export const SILENT = names(
  "script style template noscript head title iframe object svg math audio video select canvas",
);
/** Elements that stand on lines of their own. */
export const BLOCKS = names(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
const OTHERS = names(
  "a abbr acronym b bdi bdo big br button cite code col colgroup data datalist del dfn em font i img input ins kbd label map mark meter nobr optgroup option output picture progress q rp rt ruby s samp small source span strike strong sub sup textarea time tt u var wbr",
);

/** Whether HTML has such an element: other names in angle brackets are somebody's text. */
export function isHtmlName(name: string): boolean {
  return BLOCKS.has(name) || OTHERS.has(name) || VOID.has(name) || SILENT.has(name);
}

/** Of one tag, names in lower case; the first of a name counts. */
export function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const inside = tag.replace(/^<\/?[^\s/>]*/, "").slice(0, 8_000);
  for (const [, name = "", double, single, bare] of inside.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ""));
  }
  return attributes;
}
