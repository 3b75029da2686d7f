"use client";
import { useState } from "react";

/**
 * Text of a control while somebody types in it. What comes back from the server is trimmed and folded; showing that
 * under the cursor would eat a space just typed, so it is shown only once the control is left.
 */
export function useTypedText(stored: string, save: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    text: typed ?? stored,
    type: (text: string) => {
      setTyped(text);
      save(text);
    },
    leave: () => setTyped(null),
  };
}
