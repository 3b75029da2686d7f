// Short news at the edge of the window. Callable from anywhere in the browser; shown by the `Toaster` of the layout.

export interface ToastNews {
  readonly text: string;
  readonly tone: "plain" | "error";
  /** A way back or onwards, such as "Undo". */
  readonly action: { readonly label: string; readonly onClick: () => void } | undefined;
}

type Listener = (news: ToastNews) => void;

let listener: Listener | undefined;
/** News from before the toaster was there. */
const waiting: ToastNews[] = [];

/** Says what has happened. An error stays until it is closed, and says what to do. */
export function toast(text: string, options: Partial<Omit<ToastNews, "text">> = {}): void {
  const news = { text, tone: options.tone ?? "plain", action: options.action };
  if (listener) listener(news);
  else waiting.push(news);
}

/** Hands over what waited and everything from now on; returns the way to stop. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const news of waiting.splice(0)) next(news);
  return () => {
    if (listener === next) listener = undefined;
  };
}
