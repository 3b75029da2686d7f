"use client";
import { Toast } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "./button";
import { listenToToasts, type ToastNews } from "./toast";

const PLAIN_MS = 5000;

export function ToasterPart({ first }: { readonly first: readonly ToastNews[] }) {
  return (
    <Toast.Provider limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2">
          <Toasts first={first} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts({ first }: { readonly first: readonly ToastNews[] }) {
  const { toasts, add, close } = Toast.useToastManager<ToastNews>();
  const isFirst = useRef(true);

  useEffect(() => {
    const show = (news: ToastNews) => {
      const isError = news.tone === "error";
      const { action } = news;
      const id = add({
        title: news.text,
        type: news.tone,
        priority: isError ? "high" : "low",
        timeout: isError ? 0 : PLAIN_MS,
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onClick();
              // What it says is no longer so.
              close(id);
            },
          },
        }),
      });
    };
    if (isFirst.current) for (const news of first) show(news);
    isFirst.current = false;
    return listenToToasts(show);
  }, [add, close, first]);

  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className="rounded-m border bg-surface shadow-pop transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5 py-2.5 ps-4 pe-2">
        {toast.type === "error" && <CircleAlert aria-hidden="true" className="mt-2 size-4 shrink-0 text-stale" />}
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-[6px]" />
        <Toast.Action className="min-h-[34px] shrink-0 rounded-s px-2 font-strong underline decoration-line-strong underline-offset-3 hover:decoration-current" />
        <Toast.Close
          render={<IconButton label="Close" icon={<X aria-hidden="true" className="size-4" />} />}
          aria-label="Close"
        />
      </Toast.Content>
    </Toast.Root>
  ));
}
