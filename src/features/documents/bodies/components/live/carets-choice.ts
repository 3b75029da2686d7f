// Whether somebody wants to see the others' carets: remembered in this browser, by person.

const name = (personId: string) => `dramatis.carets.${personId}`;

export function hidesCarets(personId: string): boolean {
  try {
    return localStorage.getItem(name(personId)) === "hidden";
  } catch {
    return false;
  }
}

export function rememberCarets(personId: string, isHidden: boolean): void {
  try {
    if (isHidden) localStorage.setItem(name(personId), "hidden");
    else localStorage.removeItem(name(personId));
  } catch {
    // Without storage it holds for this visit.
  }
}
