import clsx from "clsx";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { BlockedButton } from "./blocked-button";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { LiveRegion } from "./live-region";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

export interface ButtonLooks {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** An icon before the words; decoration only. */
  readonly icon?: ReactNode;
}

export interface ButtonProps extends ComponentProps<"button">, ButtonLooks {
  /** Keeps its width, refuses clicks and says so. Pass `false` beforehand, so that the change is read aloud. */
  readonly pending?: boolean | undefined;
  readonly pendingLabel?: string | undefined;
  /** Why it can't be used now. It stays reachable, so that everybody can find out. */
  readonly disabledReason?: string | undefined;
}

function ignore(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Says what happens when pressed ("Publish v4"). Not a submit button unless `type="submit"` says so. */
export function Button({
  variant = "plain",
  size = "m",
  icon,
  pending,
  pendingLabel = "Working…",
  disabledReason,
  className,
  children,
  ...props
}: ButtonProps) {
  const look = buttonLook(disabledReason ? "blocked" : variant, size, children === undefined, className);
  if (disabledReason) {
    return (
      <BlockedButton {...props} reason={disabledReason} className={look}>
        {icon}
        {children}
      </BlockedButton>
    );
  }
  return (
    <>
      <button
        type="button"
        {...props}
        className={look}
        {...(pending && { "aria-disabled": true, "aria-busy": true, onClick: ignore })}
      >
        <span className={clsx("inline-flex items-center gap-[7px]", pending && "opacity-0")}>
          {icon}
          {children}
        </span>
        {pending && (
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
        )}
      </button>
      {pending !== undefined && <LiveRegion>{pending ? pendingLabel : ""}</LiveRegion>}
    </>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "children" | "icon"> {
  /** What it does; its name for screen readers and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A button without words, which therefore always has a name. */
export function IconButton({ label, variant = "ghost", ...props }: IconButtonProps) {
  const button = <Button {...props} variant={variant} aria-label={label} />;
  return props.disabledReason ? button : <Tooltip text={label}>{button}</Tooltip>;
}
