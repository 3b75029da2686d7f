// Emoji that people use in writing, with the words that they look for. Not all of them: those would weigh more than the
// rest of the editor, and the system's own picker has them.
import type { SuggestionItem } from "./block-command";

export interface Emoji extends SuggestionItem {
  readonly icon: string;
  readonly keywords: readonly string[];
}

/** Group, then emoji with their words: the first is the name. */
const LIST: Readonly<Record<string, string>> = {
  Faces:
    "😀 grinning smile happy|😃 smiley happy|😄 laughing eyes happy|😁 beaming grin|😆 squinting laugh|😅 sweat relief|😂 joy tears laugh|🤣 rolling laugh rofl|🙂 slight smile|🙃 upside down|😉 wink|😊 blush pleased|😇 innocent angel|🥰 adore love hearts|😍 heart eyes love|🤩 star struck amazed|😘 kiss|😋 yum tasty|😜 playful tongue|🤪 zany crazy|🤗 hug|🤭 giggle oops|🤫 quiet hush|🤔 thinking hmm|🤨 raised eyebrow doubt|😐 neutral|😑 expressionless|😶 speechless|😏 smirk|😒 unamused|🙄 eye roll|😬 grimace awkward|😌 relieved calm|😔 pensive sad|😪 sleepy|😴 sleeping tired|😷 mask ill|🤒 fever ill|🤕 hurt bandage|🤢 sick nausea|🥵 hot|🥶 cold|🥴 dizzy woozy|🤯 mind blown|🥳 party celebrate|😎 cool sunglasses|🤓 nerd|🧐 monocle inspect|😕 confused|😟 worried|🙁 frown sad|😮 surprised wow|😲 astonished|😳 flushed embarrassed|🥺 pleading|😦 frowning|😨 fearful scared|😰 anxious sweat|😥 disappointed|😢 cry sad tear|😭 sobbing cry|😱 scream shock|😖 confounded|😣 persevere|😞 disappointed sad|😓 downcast sweat|😩 weary|😫 tired|🥱 yawn bored|😤 triumph huff|😡 angry rage|😠 cross angry|🤬 swearing|💀 skull dead|👻 ghost|🤖 robot|💩 poo",
  People:
    "👋 wave hello bye|👌 perfect|🤌 pinched|✌️ victory peace|🤞 fingers crossed luck|👈 left point|👉 right point|👆 up point|👇 down point|☝️ index point|👍 thumbs up yes good like|👎 thumbs down no bad|✊ fist|👏 clap applause|🙌 raised hands hooray|🤝 handshake deal|🙏 please thanks pray|✍️ writing hand|💪 strong muscle|🧠 brain mind|👀 eyes look|👶 baby|🧒 child|👦 boy|👧 girl|🧑 person|👨 man|👩 woman|🧓 older person|👴 old man|👵 old woman|🙋 hand raised question|🤷 shrug unsure|🤦 facepalm|🧑‍💻 technologist computer|🧑‍🔧 mechanic repair|🧑‍🏫 teacher|🧑‍⚕️ health worker doctor nurse|🧑‍🍳 cook|🧑‍🌾 farmer|👪 family|👥 people group|🚶 walking|🏃 running|🛒 shopping cart trolley|🧍 standing|👤 person silhouette user",
  Feelings:
    "❤️ heart love red|🧡 orange heart|💛 yellow heart|💚 green heart|💙 blue heart|💜 purple heart|🖤 black heart|💔 broken heart|💯 hundred perfect|💢 anger|💥 boom collision|💫 dizzy star|💤 sleep zzz|💬 speech comment|💭 thought|❗ exclamation important|❓ question|⚠️ warning caution|✅ check done yes|☑️ ticked box|✔️ tick check|❌ cross no wrong|⛔ stop no entry|🚫 prohibited|➕ plus add|➖ minus|➡️ arrow right|⬅️ arrow left|⬆️ arrow up|⬇️ arrow down|🔁 repeat|🔄 refresh|🔴 red circle|🟠 orange circle|🟡 yellow circle|🟢 green circle|🔵 blue circle|⭐ star favourite|🌟 glowing star|✨ sparkles new|🎉 party tada celebrate|🏆 trophy win|🥇 gold medal first|🎯 target goal aim",
  Things:
    "💡 idea light bulb|🔦 torch|📱 phone mobile|💻 laptop computer|🖥️ desktop screen|⌨️ keyboard|🖨️ printer|📷 camera photo|🎥 film video|📞 telephone call|📺 television|⏰ alarm clock time|⏱️ stopwatch|⏳ hourglass wait|🔋 battery|🔌 plug power|💰 money bag|💳 card payment|🧾 receipt|✉️ envelope mail|📧 e-mail|📦 package parcel|📝 memo note write|📄 page document|📋 clipboard|📁 folder|📅 calendar date|📈 chart up growth|📉 chart down|📊 bar chart|📌 pin|📍 place pin|📎 paperclip|📏 ruler measure|✂️ scissors cut|🔒 lock|🔓 unlock open|🔑 key|🔨 hammer|🪛 screwdriver|🔧 spanner wrench|🔩 bolt nut|⚙️ gear settings|🧰 toolbox|🪜 ladder|🧲 magnet|🔬 microscope|🔭 telescope|💊 pill medicine|🩺 stethoscope|🩹 plaster|🚪 door|🪑 chair|🛏️ bed|🚿 shower|🧹 broom clean|🧺 basket|🧼 soap|🎁 present gift|📣 megaphone|🔔 bell|🔍 search magnifier|🗑️ bin delete|🏷️ label tag price|📚 books|📖 book read",
  Places:
    "🏠 house home|🏢 office building|🏥 hospital|🏪 shop store|🏫 school|🏭 factory|🏡 garden house|🏗️ construction|🌍 world earth|🗺️ map|🚗 car|🚕 taxi|🚌 bus|🚲 bicycle bike|🚆 train|✈️ plane flight|🚚 lorry truck delivery|🚢 ship|🚀 rocket launch|🚦 traffic light|⛽ fuel|☀️ sun|🌤️ fair weather|☁️ cloud|🌧️ rain|⛈️ storm|❄️ snow cold|🔥 fire|💧 drop water|🌊 wave sea|🌈 rainbow|🌙 moon night|⚡ lightning fast energy",
  "Living things":
    "🌱 seedling grow|🌲 tree|🌳 leafy tree|🌵 cactus|🍀 clover luck|🌸 blossom|🌻 sunflower|🌹 rose|🍎 apple|🍌 banana|🍇 grapes|🍓 strawberry|🥕 carrot|🌽 maize corn|🍞 bread|🧀 cheese|🍕 pizza|🍔 burger|🥗 salad|🍰 cake|🍪 biscuit cookie|🍫 chocolate|☕ coffee tea|🍵 tea|🍺 beer|🍷 wine|🥤 drink|🐶 dog|🐱 cat|🐭 mouse|🐰 rabbit|🦊 fox|🐻 bear|🐼 panda|🐯 tiger|🦁 lion|🐮 cow|🐷 pig|🐸 frog|🐔 chicken|🐧 penguin|🐦 bird|🦉 owl|🐴 horse|🐝 bee|🦋 butterfly|🐢 turtle|🐟 fish|🐳 whale",
};

export const EMOJI: readonly Emoji[] = Object.entries(LIST).flatMap(([group, list]) =>
  list.split("|").map((entry): Emoji => {
    const [icon = "", ...words] = entry.split(" ");
    return { id: icon, icon, group, label: words.join(" "), keywords: words };
  }),
);

const MOST = 12;

/** Those of which a word begins with what is typed; the name counts most. */
export function matchingEmoji(query: string, most = MOST): readonly Emoji[] {
  const typed = query.toLowerCase().replace(/_/g, " ").trim();
  const rank = ({ label, keywords }: Emoji) =>
    label.startsWith(typed) ? 0 : keywords.some((word) => word.startsWith(typed)) ? 1 : 2;
  return EMOJI.map((emoji) => ({ emoji, at: rank(emoji) }))
    .filter(({ at }) => at < 2)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}
