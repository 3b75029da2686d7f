import { NothingHere } from "@/ui/nothing-here";

export default function NothingInWorkspace() {
  return <NothingHere />;
}
