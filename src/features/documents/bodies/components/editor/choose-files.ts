/** Lets the person choose files; must be called while a click or key press is handled. Nothing happens on cancel. */
export function chooseFiles(accept: string, onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = true;
  input.hidden = true;
  // Some browsers open nothing for an element that is not in the page.
  document.body.append(input);
  const done = () => input.remove();
  input.addEventListener("cancel", done);
  input.addEventListener("change", () => {
    onChosen([...(input.files ?? [])]);
    done();
  });
  input.click();
}
