// Which columns are about a person in a way that points at them, by their names and by what stands in them.
import { NAMES, wordsOf } from "./name-words";
import { dayOf } from "./read-values";

/** `secret` is what no segment needs and nobody should keep: card and account numbers, passwords. */
export type PersonalKind = "email" | "phone" | "name" | "address" | "secret";

const MOST = 0.8;

export function isPersonOf(name: string, values: readonly string[]): PersonalKind | null {
  const words = wordsOf(name);
  const looked = values.slice(0, 1_000);
  const share = (test: (value: string) => boolean) =>
    looked.length === 0 ? 0 : looked.filter(test).length / looked.length;
  const isText = share((value) => /\p{L}|@/u.test(value)) > 0.5;
  if (share(isEmail) >= MOST) return "email";
  if (share(isAccount) >= MOST || share(isCard) >= MOST) return "secret";
  if (NAMES.secret.test(words) && share((value) => value.length >= 4) >= MOST) return "secret";
  if (share(isInternetAddress) >= MOST) return "address";
  const isNumbered = share((value) => /^[+(]?[\d\s()./-]{6,22}$/.test(value)) >= MOST;
  if (
    isNumbered &&
    (NAMES.phone.test(words) ? share((value) => /\d{3}/.test(value)) >= MOST : share(isPhone) >= MOST)
  ) {
    return "phone";
  }
  if (!isText) return null;
  const isMany = new Set(looked).size > looked.length * 0.3 || looked.length < 20;
  if (NAMES.person.test(words) || (NAMES.perhapsPerson.test(words) && isMany)) return "name";
  if (NAMES.name.test(words) && isMany && share(isFullName) >= 0.6) return "name";
  if (NAMES.address.test(words) && isMany && share((value) => /\p{L}{2}/u.test(value)) >= MOST) return "address";
  return null;
}

function isEmail(value: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(value);
}

/** Written so that nothing else is: with the country in front, or with a zero and gaps. */
function isPhone(value: string): boolean {
  const figures = value.replace(/\D/g, "").length;
  if (figures < 7 || figures > 15 || dayOf(value)) return false;
  // A day such as 01/02/2026 has a zero and gaps as well.
  if (/^\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})(?:[ T]\d{1,2}:.*)?$/.test(value)) return false;
  return (
    /^\+\d/.test(value) || /^\(?0[\d]{1,4}[)\s/-]+[\d\s/-]{4,}$/.test(value) || /^\(\d{3}\) ?\d{3}-\d{4}$/.test(value)
  );
}

function isAccount(value: string): boolean {
  return /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}$/.test(value) && /\d{8}/.test(value.replaceAll(" ", ""));
}

/** Sixteen figures whose last one proves the others. */
function isCard(value: string): boolean {
  const figures = value.replace(/[ -]/g, "");
  if (!/^\d{15,16}$/.test(figures)) return false;
  let sum = 0;
  for (let at = 0; at < figures.length; at += 1) {
    const figure = Number(figures[figures.length - 1 - at]);
    const doubled = at % 2 === 1 ? figure * 2 : figure;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isInternetAddress(value: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(value);
}

function isFullName(value: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+(?:[ ,]+\p{Lu}[\p{L}'’.-]*){1,4}$/u.test(value);
}
