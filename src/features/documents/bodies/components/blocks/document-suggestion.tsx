"use client";
// An @ offers personas, segments and scenarios; what is chosen becomes a chip that is pinned to its newest version.
import { BookOpen, Shapes } from "lucide-react";
import { api } from "@/trpc/client";
import type { LinkedDocument } from "../../../links/link-contract";
import { DocumentFace } from "../../../lists/components/document-face";
import type { SuggestionItem } from "../editor/block-command";
import { suggestionExtension } from "../editor/suggestion-extension";

interface DocumentItem extends SuggestionItem {
  readonly document: LinkedDocument;
}

interface SearchPlace {
  readonly workspaceId: string;
  readonly documentId: string;
}

const GROUPS = { persona: "Personas", segment: "Segments", scenario: "Scenarios" } as const;
const KINDS = ["persona", "segment", "scenario"] as const;
/** Of each kind; who wants another one types more of its name. */
const MOST = 5;

export function documentSuggestion({ workspaceId, documentId }: SearchPlace) {
  return suggestionExtension<DocumentItem>({
    name: "documentSuggestion",
    label: "Personas, segments and scenarios",
    char: "@",
    find: async (query) => {
      const found = await Promise.all(
        KINDS.map((kind) =>
          api.documents.linkTargets.query({ workspaceId, kind, text: query.trim().slice(0, 200), except: documentId }),
        ),
      ).catch(() => []);
      return found.flatMap((documents) => documents.slice(0, MOST).map(itemOf));
    },
    take: (editor, range, { document }) => {
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: "documentChip", attrs: chipOf(document) },
          { type: "text", text: " " },
        ])
        .run();
    },
  });
}

function chipOf({ id, kind, title, currentVersion }: LinkedDocument) {
  return { document: id, kind, title: title.slice(0, 200) || "No name yet", version: currentVersion };
}

function itemOf(document: LinkedDocument): DocumentItem {
  const { id, kind, title, card, currentVersion } = document;
  return {
    id,
    document,
    label: title || "No name yet",
    group: GROUPS[kind],
    icon:
      kind === "persona" ? () => <DocumentFace card={card} alt="" size={22} /> : kind === "segment" ? Shapes : BookOpen,
    hint: currentVersion === null ? "not published" : `v${currentVersion}`,
  };
}
