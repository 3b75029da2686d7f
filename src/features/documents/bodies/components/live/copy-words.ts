import { toast } from "@/ui/toast";

/** Puts words on the clipboard and says so; says what to do instead where the browser doesn't let it. */
export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    toast("Copied.");
  } catch {
    toast("The browser did not allow copying. Select the text on the page instead.", { tone: "error" });
  }
}
