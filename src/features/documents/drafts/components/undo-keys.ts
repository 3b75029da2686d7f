// The keys for undo and redo, as the person's system has them.

interface PressedKey {
  readonly key: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

function isApple(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}

/** Which of the two a key press asks for, or null. */
export function undoingKey({ key, metaKey, ctrlKey, altKey, shiftKey }: PressedKey): "undo" | "redo" | null {
  const hasModifier = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!hasModifier || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && !shiftKey && !isApple() ? "redo" : null;
}

/** As they are written in a menu or tooltip. */
export function undoingKeyNames(): { readonly undo: string; readonly redo: string } {
  return isApple() ? { undo: "⌘Z", redo: "⇧⌘Z" } : { undo: "Ctrl+Z", redo: "Ctrl+Shift+Z" };
}
