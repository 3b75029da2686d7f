import { type Body, bodyText } from "../body-rules";

/** Prose as something to read. */
export function BodyView({ body }: { readonly body: Body }) {
  return <div className="max-w-[68ch] font-display text-prose whitespace-pre-line wrap-anywhere">{bodyText(body)}</div>;
}
