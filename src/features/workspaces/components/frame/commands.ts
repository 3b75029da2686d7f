// What the command menu offers beside what the search finds.
import { CHAPTER_NAMES, chapterPath, GLOSSARY_PATH, GUIDE_CHAPTERS, type GuideChapter } from "@/shared/guide-chapters";
import { roleMay } from "@/shared/permissions";
import { entryHref, FRAME_SECTIONS, GUIDE_ENTRY, SETTINGS_PAGES } from "./frame-entries";
import type { FrameAction, WorkspaceFrameProps } from "./frame-props";
import { THEME_LABELS } from "./theme-choice";

export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly FrameAction[];
}

interface CommandFacts extends Pick<WorkspaceFrameProps, "workspace"> {
  readonly actions: readonly FrameAction[];
  go(href: string): void;
  chooseTheme(choice: string): void;
}

/** Commands that hold every word of the text, in groups; all of them without a text. */
export function matchingCommands(facts: CommandFacts, text: string): readonly CommandGroup[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return allCommands(facts, words.length > 0)
    .map(({ label, commands }) => ({
      label,
      commands: commands.filter((command) => {
        const name = `${label} ${command.label} ${command.words ?? ""}`.toLocaleLowerCase();
        return words.every((word) => name.includes(word));
      }),
    }))
    .filter(({ commands }) => commands.length > 0);
}

function allCommands(
  { workspace, actions, go, chooseTheme }: CommandFacts,
  hasWords: boolean,
): readonly CommandGroup[] {
  const guideCommand = (path: string, { title, words }: Pick<GuideChapter, "title" | "words">): FrameAction => ({
    label: title,
    words,
    onSelect: () => go(`/w/${workspace.slug}${path}`),
  });
  const entries = [...FRAME_SECTIONS.flatMap((section) => section.entries), GUIDE_ENTRY, ...SETTINGS_PAGES];
  return [
    { label: "Do", commands: actions },
    {
      label: "Go to",
      commands: [
        ...entries
          .filter(({ permission }) => !permission || roleMay(workspace.role, permission))
          .map((entry) => ({ label: entry.label, onSelect: () => go(entryHref(workspace.slug, entry)) })),
        { label: "Your account", onSelect: () => go(`/w/${workspace.slug}/settings/profile`) },
        { label: "Your workspaces", onSelect: () => go("/workspaces") },
      ],
    },
    {
      label: "Guide",
      // A dozen chapters would be much to scroll past before one has said what one looks for.
      commands: !hasWords
        ? []
        : [
            ...CHAPTER_NAMES.map((name) => guideCommand(chapterPath(name), GUIDE_CHAPTERS[name])),
            guideCommand(GLOSSARY_PATH, { title: "Glossary", words: "words terms meaning definition help" }),
          ],
    },
    {
      label: "Colours",
      commands: Object.entries(THEME_LABELS).map(([choice, label]) => ({ label, onSelect: () => chooseTheme(choice) })),
    },
  ];
}
