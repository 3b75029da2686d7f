// A picture on its way, as elements. Made by hand: it stands inside the text, where React has no say.

interface UploadLooks {
  readonly file: File;
  readonly preview: string;
  /** Null while it is on its way. */
  readonly problem: string | null;
}

interface UploadActs {
  readonly retry: () => void;
  readonly remove: () => void;
}

const BUTTON =
  "min-h-7 rounded-s border border-line-strong bg-surface px-2.5 py-1 text-small font-strong text-ink hover:bg-sunk";

export function uploadFigure({ preview, problem, file }: UploadLooks, { retry, remove }: UploadActs): HTMLElement {
  const figure = element("figure", "my-3 grid max-w-xs gap-2 rounded-m border border-dashed border-line-strong p-3");
  figure.contentEditable = "false";
  const image = element("img", problem === null ? "max-h-40 rounded-s opacity-60" : "max-h-40 rounded-s opacity-40");
  image.src = preview;
  image.alt = "";
  const words = element("figcaption", "font-ui text-small text-ink-2");
  words.setAttribute("role", "status");
  words.textContent = problem === null ? `Uploading ${file.name}…` : `Not uploaded. ${problem}`;
  figure.append(image, words);
  if (problem === null) return figure;
  const acts = element("div", "flex flex-wrap gap-2 font-ui");
  acts.append(button("Try again", retry), button("Remove", remove));
  figure.append(acts);
  return figure;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function button(label: string, act: () => void): HTMLElement {
  const made = element("button", BUTTON);
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
