import { notFound } from "next/navigation";

/** Without it an address that leads nowhere would lose the workspace's frame as well. */
export default function NowherePage(): never {
  notFound();
}
