import type { Metadata } from "next";
import { NothingHere } from "@/ui/nothing-here";

export const metadata: Metadata = { title: "Not found" };

export default function NothingInWorkspace() {
  return <NothingHere />;
}
