import { describe, expect, test } from "vitest";
import { readBodyHtml } from "./body-from-html-rules";
import { writeBodyMarkdown } from "./body-to-markdown-rules";
import { cleanPastedHtml, looksLikeMarkdown } from "./clean-paste-rules";

const pasted = (html: string) => writeBodyMarkdown(readBodyHtml(cleanPastedHtml(html)));

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:"Cambria Math";} p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h2><span style='mso-fareast-font-family:"Times New Roman"'>Monday<o:p></o:p></span></h2>
<p class=MsoNormal><b>Maya</b> gets up at <i style='mso-bidi-font-style:normal'>six</i>,<span style='mso-spacerun:yes'>  </span>see
<a href="https://example.org/x?a=1&amp;b=2">this</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>a.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Deeper<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Two<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150.4pt'><p class=MsoNormal>a<o:p></o:p></p></td><td colspan=2><p class=MsoNormal align=center style='text-align:center'>b</p></td></tr></table>
<!--EndFragment--></body></html>`;

const GOOGLE = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0f8e-1"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;text-decoration:none;">Plan</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;">Plain, </span><span style="font-weight:700;">bold</span><span style="font-weight:400;font-style:italic;"> and slanted </span><a href="https://example.org/" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">link</span></a></p><br><ul style="margin-top:0;"><li dir="ltr" aria-level="1" style="list-style-type:disc;"><p dir="ltr" role="presentation"><span style="font-weight:400;">one</span></p></li><ul style="margin-top:0;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>deeper</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>two</span></p></li></ul></b>`;

const SHEETS = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;" data-sheets-value="{&quot;1&quot;:2}">Day</td><td style="text-align:right;">1</td></tr><tr><td>Mon<br/>day</td><td>2</td></tr></tbody></table></google-sheets-html-origin>`;

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General;}</style></head><body link="#0563C1"><table border=0 cellpadding=0 style='width:96pt'><!--StartFragment--><col width=64 span=2 style='width:48pt'><tr height=20><td height=20 class=xl65>Day</td><td align=right>1</td></tr><!--EndFragment--></table></body></html>`;

describe("what is pasted", () => {
  test("from Word has its lists, headings and tables, and nothing else", () => {
    expect(pasted(WORD)).toMatchInlineSnapshot(`
      "## Monday

      **Maya** gets up at six, see [this](https://example.org/x?a=1&b=2).

      - One
        1. Deeper
      - Two

      <table>
      <tr>
      <td>

      a

      </td>
      <td colspan="2">

      b

      </td>
      </tr>
      </table>"
    `);
    expect(cleanPastedHtml(WORD)).not.toMatch(/mso|style|class|o:p|Symbol|font/i);
  });

  test("from Google Docs has its marks, and lists in their items", () => {
    expect(pasted(GOOGLE)).toMatchInlineSnapshot(`
      "# Plan

      Plain, **bold**<i> and slanted </i>[link](https://example.org/)

      - one
        - deeper
      - two"
    `);
  });

  test.each([
    ["Google Sheets", SHEETS],
    ["Excel", EXCEL],
  ])("from %s is a table", (_, html) => {
    expect(cleanPastedHtml(html)).toMatch(/^\s*<table>(?:<tbody>)?<tr><td>(?:<strong>)?Day/);
  });

  test("has no anchors of threads, no ids of needs, no styles, scripts or foreign addresses", () => {
    const html = `<p onclick="x()">a <span data-thread="1">b</span><script>alert(1)</script><a href="javascript:x">c</a></p><p data-need data-id="2">d</p><img src="file:///c.png" alt="e"><img src="https://example.org/f.png">`;
    expect(cleanPastedHtml(html)).toBe(
      `<p>a bc</p><p data-need="">d</p>e<a href="https://example.org/f.png">Picture</a>`,
    );
  });

  test("from this editor comes as it was", () => {
    const html = `<p data-pm-slice="1 1 []"><span data-thread="1">a</span></p>`;
    expect(cleanPastedHtml(html)).toBe(html);
  });

  test("of any shape and size is cleaned soon", () => {
    for (const unit of [
      "<b>",
      "<p>",
      "<li>",
      "<td>",
      "<a '",
      '<a ="',
      "<a>",
      "</p>",
      "<!--",
      "<!",
      "<",
      "&",
      "<ul><li>",
      "<table><tr><td>",
      "<p style='mso-list:l0 level1'>",
      '<a b=">"',
    ]) {
      const start = performance.now();
      const html = unit.repeat(Math.floor(100_000 / unit.length));
      cleanPastedHtml(html);
      readBodyHtml(html);
      expect(performance.now() - start, unit).toBeLessThan(3_000);
    }
  }, 60_000);
});

test.each<[boolean, string]>([
  [true, "# Title\n\nText"],
  [true, "- one\n- two"],
  [true, "1. one\n2. two"],
  [true, "- [ ] open"],
  [true, "a **bold** word"],
  [true, "see [this](https://example.org)"],
  [true, "| a | b |\n| --- | --- |\n| 1 | 2 |"],
  [true, "```\ncode\n```"],
  [true, "> one\n> two"],
  [false, "Plain words, 5 * 3 * 2, snake_case, C#."],
  [false, "# 1 in the list"],
  [false, "- a dash before words"],
  [false, "1. Hello"],
  [false, "#tag and #other"],
  [false, "a|b"],
  [false, ""],
])("%s: %j is meant as Markdown", (expected, text) => {
  expect(looksLikeMarkdown(text)).toBe(expected);
});
