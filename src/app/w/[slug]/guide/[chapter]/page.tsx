import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChapterPage } from "@/features/guide/components/chapter-page";
import { type ChapterName, GUIDE_CHAPTERS } from "@/shared/guide-chapters";

interface Props {
  readonly params: Promise<{ chapter: string }>;
}

async function chapterOf({ params }: Props): Promise<ChapterName> {
  const { chapter } = await params;
  if (!isChapter(chapter)) notFound();
  return chapter;
}

function isChapter(name: string): name is ChapterName {
  return Object.hasOwn(GUIDE_CHAPTERS, name);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: GUIDE_CHAPTERS[await chapterOf(props)].title };
}

export default async function Page(props: Props) {
  return <ChapterPage name={await chapterOf(props)} />;
}
