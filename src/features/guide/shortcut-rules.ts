// The keys of the product outside of its editor. What listens to each is held against this list by guide.test.ts.

export interface AppShortcut {
  readonly label: string;
  /** As `Kbd` takes them. */
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  readonly id: string;
  readonly title: string;
  /** Where they work. */
  readonly line: string;
  readonly shortcuts: readonly AppShortcut[];
}

export const APP_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    id: "everywhere",
    title: "Everywhere",
    line: "In a text that makes links, the first of them makes a link instead.",
    shortcuts: [
      { label: "Find anything, do anything", keys: ["mod", "K"] },
      { label: "These keys", keys: ["mod", "/"] },
    ],
  },
  {
    id: "on-a-document",
    title: "On a document",
    line: "While you are in a field or a claim, unless it says otherwise.",
    shortcuts: [
      { label: "Undo what you did", keys: ["mod", "Z"] },
      { label: "Redo it", keys: ["mod", "Shift", "Z"] },
      { label: "The next claim", keys: ["Enter"] },
      { label: "Remove an empty claim", keys: ["Backspace"] },
      { label: "Move the claim up", keys: ["Alt", "↑"] },
      { label: "Move the claim down", keys: ["Alt", "↓"] },
      { label: "Leave the field", keys: ["Escape"] },
      { label: "Send a comment", keys: ["mod", "Enter"] },
    ],
  },
  {
    id: "in-a-rule",
    title: "In a segment’s rule",
    line: "While a condition has the focus.",
    shortcuts: [
      { label: "Move it up", keys: ["Alt", "↑"] },
      { label: "Move it down", keys: ["Alt", "↓"] },
      { label: "Into the group beside it", keys: ["Alt", "Shift", "→"] },
      { label: "Out of its group", keys: ["Alt", "Shift", "←"] },
    ],
  },
  {
    id: "comparing",
    title: "Comparing versions",
    line: "The letters work among the changes, the arrows anywhere on the page.",
    shortcuts: [
      { label: "The next change", keys: ["N"] },
      { label: "The one before", keys: ["P"] },
      { label: "The next change", keys: ["Alt", "↓"] },
      { label: "The one before", keys: ["Alt", "↑"] },
    ],
  },
  {
    id: "reviewing",
    title: "Reviewing",
    line: "Unless you are typing. Marks work while a claim has the focus, votes elsewhere in the room.",
    shortcuts: [
      { label: "The next document of a session", keys: ["→"] },
      { label: "The one before", keys: ["←"] },
      { label: "Vote: approve", keys: ["A"] },
      { label: "Mark: keep", keys: ["K"] },
      { label: "Vote: change", keys: ["C"] },
      { label: "Mark: change", keys: ["C"] },
      { label: "Vote: retire", keys: ["R"] },
      { label: "Mark: remove", keys: ["R"] },
      { label: "Still true, on a review’s page", keys: ["T"] },
      { label: "Mark: unsure", keys: ["U"] },
    ],
  },
  {
    id: "notifications",
    title: "In your notifications",
    line: "While one of them has the focus.",
    shortcuts: [
      { label: "The next one", keys: ["↓"] },
      { label: "The one before", keys: ["↑"] },
      { label: "Done", keys: ["E"] },
      { label: "Snooze", keys: ["S"] },
      { label: "Read, or unread", keys: ["U"] },
    ],
  },
];
