const EDGE = 8;

/** Puts a fixed element under its target, or above where there is no room, and keeps it inside the window. */
export function placeBeside(element: HTMLElement, target: Element): void {
  const beside = target.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const fitsBelow = beside.bottom + own.height <= window.innerHeight - EDGE;
  const left = beside.left + beside.width / 2 - own.width / 2;
  element.style.top = `${fitsBelow ? beside.bottom : Math.max(EDGE, beside.top - own.height)}px`;
  element.style.left = `${Math.max(EDGE, Math.min(left, document.documentElement.clientWidth - own.width - EDGE))}px`;
}
