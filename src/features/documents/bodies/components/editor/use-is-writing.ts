import { type RefObject, useEffect, useRef, useState } from "react";

/** A menu that closes gives the focus back a moment after it is gone. */
const MOMENT_MS = 200;
const OPENED_BY_TOOLS = "[role=menu],[role=dialog],[role=toolbar],[role=listbox]";

/** Whether the focus is in the text, its tools or what they have opened, which lies elsewhere in the page. */
export function useIsWriting(frame: RefObject<HTMLElement | null>) {
  const [isWriting, setWriting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onFocus = () => {
    clearTimeout(timer.current);
    setWriting(true);
  };
  const onBlur = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { activeElement } = document;
      const isHere = frame.current?.contains(activeElement) || activeElement?.closest(OPENED_BY_TOOLS);
      setWriting(Boolean(isHere));
    }, MOMENT_MS);
  };
  return { isWriting, onFocus, onBlur };
}
