import { buttonLook } from "./button-look";
import { Message } from "./message-page";

/** In place of a page that doesn't exist, or that the person may not know of. Made of plain elements, as FailureMessage. */
export function NothingHere() {
  return (
    <Message
      title="There is nothing here"
      actions={
        <a href="/" className={buttonLook("primary", "m", false)}>
          Go to your workspace
        </a>
      }
    >
      The address may be mistyped, the page may have been deleted, or it belongs to a workspace you are not a member of.
      Whoever sent you the link can tell which.
    </Message>
  );
}
