import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { encodePicture, pictureFormat } from "./picture";

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 120, b: 40 } } });

describe("a picture that somebody uploads", () => {
  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "as %s becomes a WebP of a portrait's size",
    async (format) => {
      const file = await drawn(90, 120).toFormat(format).toBuffer();
      expect(pictureFormat(file)).toBe(format);
      const { bytes, width, height } = await encodePicture(file, "portrait");
      expect([pictureFormat(bytes), width, height]).toEqual(["webp", 640, 746]);
    },
  );

  test.each([
    [
      { width: 90, height: 120 },
      { width: 90, height: 120 },
    ],
    [
      { width: 3_200, height: 800 },
      { width: 1_600, height: 400 },
    ],
  ])("in a text keeps its shape and becomes no larger: %o", async (before, after) => {
    const file = await drawn(before.width, before.height).png().toBuffer();
    expect(await encodePicture(file, "text")).toMatchObject(after);
  });

  test("loses where it was taken and with what, and stands upright", async () => {
    const lying = drawn(200, 100).composite([
      { input: { create: { width: 40, height: 100, channels: 3, background: "#0000ff" } }, left: 0, top: 0 },
    ]);
    const exif = { IFD0: { Make: "Secret camera" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } };
    const file = await lying.withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
    expect(Buffer.from(file).includes("Secret camera")).toBe(true);
    const { bytes } = await encodePicture(file, "portrait");
    expect(Buffer.from(bytes).includes("Secret camera")).toBe(false);
    const { exif: kept, orientation } = await sharp(bytes).metadata();
    expect([kept, orientation]).toEqual([undefined, undefined]);
    // Turned by a quarter: what was at the left edge is at the top.
    const top = await sharp(bytes).extract({ left: 300, top: 2, width: 1, height: 1 }).raw().toBuffer();
    expect((top[2] ?? 0) > 150 && (top[0] ?? 255) < 100).toBe(true);
  });
});

/** A PNG header that claims a huge picture, with hardly any data behind it. */
async function bomb(): Promise<Buffer> {
  const file = await drawn(2, 2).png().toBuffer();
  file.writeUInt32BE(60_000, 16);
  file.writeUInt32BE(60_000, 20);
  return file;
}

describe("what is no picture is refused with a sentence", () => {
  const text = (content: string) => async () => Buffer.from(content);
  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ["nothing at all", text(""), /empty/],
    ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /not a picture/],
    ["HTML named .png", text("<!doctype html><script>alert(1)</script>"), /not a picture/],
    ["a signature with HTML behind it", async () => Buffer.from("\x89PNG\r\n\x1a\n<html>", "latin1"), /broken/],
    ["a PDF", text("%PDF-1.7"), /not a picture/],
    [
      "a picture cut off half way",
      async () => {
        const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251));
        const file = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
          .jpeg()
          .toBuffer();
        return file.subarray(0, file.length / 2);
      },
      /broken/,
    ],
    ["a bomb", bomb, /broken|too large/],
    ["more pixels than we unpack", () => drawn(12_000, 9_000).png().toBuffer(), /too large/],
  ])("%s", async (_name, make, sentence) => {
    await expect(encodePicture(await make(), "portrait")).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(sentence),
    });
  });
});
