import type { Metadata } from "next";
import { WatchPage } from "@/features/reviews/guests/components/watch-page";
import { ApiProvider } from "@/trpc/client";

export const metadata: Metadata = { title: "Review", robots: { index: false } };

export default async function Page({ params }: { readonly params: Promise<{ token: string }> }) {
  return (
    <ApiProvider>
      <main>
        <WatchPage token={(await params).token} />
      </main>
    </ApiProvider>
  );
}
