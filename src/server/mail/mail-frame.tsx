// How every mail looks: the product's paper and ink, in what mail programs understand.
import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";

const SANS = "'Instrument Sans', -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";
const SERIF = "Newsreader, Georgia, 'Times New Roman', serif";

const styles = {
  body: { backgroundColor: "#faf8f4", margin: 0, padding: "32px 12px", fontFamily: SANS },
  container: { maxWidth: "520px", margin: "0 auto" },
  brand: { fontFamily: SERIF, fontSize: "19px", color: "#1e1b18", margin: "0 0 20px" },
  mark: {
    display: "inline-block",
    width: "26px",
    lineHeight: "26px",
    borderRadius: "7px",
    backgroundColor: "#b3341f",
    color: "#ffffff",
    textAlign: "center",
    fontSize: "15px",
    fontWeight: 600,
    marginRight: "10px",
  },
  card: { backgroundColor: "#ffffff", border: "1px solid #e6e0d5", borderRadius: "10px", padding: "28px 32px" },
  heading: {
    fontFamily: SERIF,
    fontWeight: 500,
    fontSize: "26px",
    lineHeight: "32px",
    color: "#1e1b18",
    margin: "0 0 12px",
  },
  text: { fontSize: "15px", lineHeight: "23px", color: "#1e1b18", margin: "0 0 14px" },
  quiet: { fontSize: "13px", lineHeight: "20px", color: "#5b544c", margin: "0 0 10px" },
  quote: {
    fontFamily: SERIF,
    fontStyle: "italic",
    fontSize: "16px",
    lineHeight: "24px",
    color: "#5b544c",
    borderLeft: "3px solid #d3cabb",
    margin: "0 0 14px",
    padding: "0 0 0 12px",
  },
  button: {
    display: "inline-block",
    backgroundColor: "#1e1b18",
    color: "#faf8f4",
    borderRadius: "6px",
    padding: "12px 18px",
    fontSize: "15px",
    fontWeight: 600,
    textDecoration: "none",
  },
  link: { color: "#2b5c8a", wordBreak: "break-all" },
  part: { fontSize: "13px", lineHeight: "20px", fontWeight: 600, color: "#5b544c", margin: "18px 0 6px" },
  entry: { fontSize: "15px", lineHeight: "22px", color: "#1e1b18", margin: "0 0 8px" },
  note: { fontSize: "13px", color: "#5b544c" },
} as const satisfies Record<string, CSSProperties>;

/** Left out of the plain-text version. */
const NOT_IN_TEXT = { "data-skip-in-text": "true" };

interface MailFrameProps {
  /** First words that a mail program shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly children: ReactNode;
}

export function MailFrame({ preview, heading, children }: MailFrameProps) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light" />
        <title>{heading}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={styles.body}>
        <Container style={styles.container}>
          <Text style={styles.brand}>
            <span style={styles.mark} aria-hidden="true" {...NOT_IN_TEXT}>
              D
            </span>
            Dramatis
          </Text>
          <Section style={styles.card}>
            <Heading as="h1" style={styles.heading}>
              {heading}
            </Heading>
            {children}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return <Text style={styles.text}>{children}</Text>;
}

export function Quiet({ children }: { readonly children: ReactNode }) {
  return <Text style={styles.quiet}>{children}</Text>;
}

/** Words that stand somewhere else. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return <Text style={styles.quote}>“{children}”</Text>;
}

/** What the entries below it have in common. */
export function Part({ children }: { readonly children: ReactNode }) {
  return (
    <Heading as="h2" style={styles.part}>
      {children}
    </Heading>
  );
}

/** One of several things to look at; `note` is "" for nothing to add. */
export function Entry({ href, text, note }: { readonly href: string; readonly text: string; readonly note: string }) {
  return (
    <Text style={styles.entry}>
      <Link href={href} style={{ ...styles.link, wordBreak: "normal" }}>
        {text}
      </Link>
      {note && (
        <>
          {" "}
          <span style={styles.note}>({note})</span>
        </>
      )}
    </Text>
  );
}

/** Something that may be done besides. */
export function TextLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} style={styles.link}>
      {children}
    </Link>
  );
}

/** The one thing to do, as a button, and its address in full for programs that show no buttons. */
export function Action({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <>
      <Section style={{ margin: "20px 0" }}>
        <Link href={href} style={styles.button}>
          {children}
        </Link>
      </Section>
      <Text style={styles.quiet} {...NOT_IN_TEXT}>
        Or copy this address into your browser:{" "}
        <Link href={href} style={styles.link}>
          {href}
        </Link>
      </Text>
    </>
  );
}
