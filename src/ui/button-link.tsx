// Apart from button.tsx: Next's link is 3.5 kB of script, which a form without links need not load.
import type { ButtonLooks } from "./button";
import { buttonLook } from "./button-look";
import { Link, type LinkProps } from "./link";

/** A link that looks like a button: for going somewhere, where a button does something. */
export function ButtonLink({
  variant = "plain",
  size = "m",
  icon,
  className,
  children,
  ...props
}: LinkProps & ButtonLooks) {
  return (
    <Link {...props} className={buttonLook(variant, size, children === undefined, className)}>
      {icon}
      {children}
    </Link>
  );
}
