// What a kind of document adds to the engine: the shape of its content and its own rules. Everything else is here.

import type { z } from "zod";
import type { KindName } from "@/shared/document-kinds";
import type { ChoiceField, DocumentContent, Field } from "./field-rules";
import type { ImportRules } from "./portable/label-rules";
import type { Template } from "./template-rules";
import type { CadencePlan } from "./verification/cadence-rules";

/** The part of a zod schema that the engine uses; narrow, so that a kind of special content passes as any kind. */
interface ContentSchema<C> {
  parse(content: unknown): C;
  safeParse(content: unknown): z.ZodSafeParseResult<C>;
}

export interface DocumentKind<C extends DocumentContent = DocumentContent> {
  readonly name: KindName;
  /** Parses content, filling in what older versions didn't have yet. */
  readonly schema: ContentSchema<C>;
  /** In the order in which they are read and compared. */
  readonly fields: readonly Field[];
  /** Top-level properties that a list shows beside the title. */
  readonly cardFields: readonly (keyof C & string)[];
  /** The choice that sorts documents of this kind; lists filter by it. One of those that `content_facet` in SQL knows. */
  readonly facet: ChoiceField;
  /** How other people's texts speak of it. */
  readonly importRules: ImportRules;
  /** What a new document may start from, by a key that is not stored. */
  readonly templates: Readonly<Record<string, Template>>;
  /** Content of a document that was just made. */
  empty(title: string): C;
  /** How often content like this must be verified where nobody laid down something for the document itself. */
  cadence?(content: C): CadencePlan | null;
  /** Sentences for what must be filled in before publication; empty when nothing is missing. */
  missing(content: C): readonly string[];
}
