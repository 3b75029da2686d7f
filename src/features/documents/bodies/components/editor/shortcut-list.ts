// The keys of the editor and the signs that become something: for the editor itself, its own list, and the guide.

export interface Shortcut {
  readonly label: string;
  /** As `Kbd` takes them. */
  readonly keys: readonly string[];
}

export const WORD_KEYS = {
  undo: { label: "Undo", keys: ["mod", "Z"] },
  redo: { label: "Redo", keys: ["mod", "Shift", "Z"] },
  bold: { label: "Bold", keys: ["mod", "B"] },
  italic: { label: "Italic", keys: ["mod", "I"] },
  link: { label: "Link", keys: ["mod", "K"] },
  highlight: { label: "Highlight", keys: ["mod", "Shift", "H"] },
  underline: { label: "Underline", keys: ["mod", "U"] },
  strike: { label: "Strike through", keys: ["mod", "Shift", "S"] },
  code: { label: "Code", keys: ["mod", "E"] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export const BLOCK_KEYS = {
  paragraph: { label: "Text", keys: ["mod", "Alt", "0"] },
  "heading-1": { label: "Heading 1", keys: ["mod", "Alt", "1"] },
  "heading-2": { label: "Heading 2", keys: ["mod", "Alt", "2"] },
  "heading-3": { label: "Heading 3", keys: ["mod", "Alt", "3"] },
  bulletList: { label: "Bulleted list", keys: ["mod", "Shift", "8"] },
  orderedList: { label: "Numbered list", keys: ["mod", "Shift", "7"] },
  taskList: { label: "Tasks", keys: ["mod", "Shift", "9"] },
  blockquote: { label: "Quote", keys: ["mod", "Shift", "B"] },
  codeBlock: { label: "Code block", keys: ["mod", "Alt", "C"] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export const FIND_KEYS = { label: "Find and replace", keys: ["mod", "F"] } as const satisfies Shortcut;

const MOVING: readonly Shortcut[] = [
  { label: "To the tools; Escape leads back", keys: ["Alt", "F10"] },
  { label: "Move the block up", keys: ["Alt", "Shift", "↑"] },
  { label: "Move the block down", keys: ["Alt", "Shift", "↓"] },
  { label: "Next cell, or deeper in a list", keys: ["Tab"] },
  { label: "Previous cell, or back out of a list", keys: ["Shift", "Tab"] },
  { label: "New line in the same paragraph", keys: ["Shift", "Enter"] },
  { label: "Words of the chosen picture", keys: ["Enter"] },
  { label: "Comment on what is chosen, or open its thread", keys: ["mod", "Alt", "M"] },
  { label: "Find", keys: FIND_KEYS.keys },
  { label: "Replace", keys: ["mod", "H"] },
  { label: "This list", keys: ["mod", "/"] },
];

export const TYPED_SIGNS: readonly (readonly [string, string])[] = [
  ["/", "Put in anything"],
  ["#, ##, ###", "Heading"],
  ["- or *", "Bulleted list"],
  ["1.", "Numbered list"],
  ["[ ]", "Task"],
  [">", "Quote"],
  ["```", "Code"],
  ["---", "Line"],
  ["**bold**", "Bold"],
  ["*italic*", "Italic"],
  ["~~no~~", "Strike through"],
  ["`code`", "Code in a line"],
  ["==mark==", "Highlight"],
  ["[words](address)", "Link"],
  [":smile", "Emoji"],
];

export const EDITOR_SHORTCUTS: readonly { readonly title: string; readonly list: readonly Shortcut[] }[] = [
  { title: "Words", list: Object.values(WORD_KEYS) },
  { title: "Blocks", list: Object.values(BLOCK_KEYS) },
  { title: "Getting about", list: MOVING },
];
