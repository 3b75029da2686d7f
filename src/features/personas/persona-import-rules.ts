// How other people's texts speak of personas, in English, German and Chinese, and some French and Spanish.
import type { Fact, ImportRules } from "../documents/portable/label-rules";

const words = (list: string): readonly string[] => list.split(", ");

const WORDS: Readonly<Record<string, readonly string[]>> = {
  title: words("name, full name, persona, persona name, vorname, nom, nombre, 姓名, 名字, 名称"),
  archetype: words("archetype, tagline, type, in one line, archetyp, typ, kurz gesagt, 原型, 类型, 一句话"),
  summary: words(
    "summary, bio, biography, overview, profile, background, about, introduction, intro, description, who they are, beschreibung, kurzprofil, steckbrief, hintergrund, zusammenfassung, biografie, profil, résumé, resumen, 简介, 概述, 背景, 个人背景, 个人简介, 人物简介",
  ),
  quote: words("quote, quotation, motto, in their words, zitat, leitsatz, citation, cita, 引言, 引用, 名言, 口头禅"),
  age: words("age, alter, âge, edad, 年龄"),
  pronouns: words("pronouns, gender, sex, geschlecht, pronomen, genre, género, 性别"),
  location: words(
    "location, lives in, residence, city, place, based in, hometown, where they live, wohnort, ort, stadt, lieu, ubicación, 居住地, 所在地, 城市, 地点",
  ),
  occupation: words(
    "occupation, job, job title, works as, profession, role, work, beruf, tätigkeit, position, métier, ocupación, 职业, 工作, 职位",
  ),
  household: words(
    "household, family, family status, marital status, status, familie, familienstand, haushalt, famille, familia, 家庭, 家庭情况, 婚姻状况",
  ),
  education: words("education, degree, ausbildung, bildung, abschluss, formation, educación, 学历, 教育, 教育背景"),
  languages: words("languages, language, sprachen, langues, idiomas, 语言"),
  seniority: words("seniority, experience, erfahrung, berufserfahrung, 资历, 经验"),
  industry: words("industry, sector, branche, secteur, 行业"),
  companySize: words(
    "company size, organisation size, organization size, team size, unternehmensgröße, firmengröße, 公司规模, 公司阶段",
  ),
  "claims.goals": words(
    "goals, goal, objectives, objective, aims, jobs to be done, wants, wants to, tasks, ziele, ziel, aufgaben, objectifs, objetivos, 目标, 任务",
  ),
  "claims.needs": words(
    "needs, need, requirements, expectations, what would help, what helps, wishes, bedürfnisse, bedarf, anforderungen, erwartungen, wünsche, besoins, necesidades, 需求, 需要, 期望",
  ),
  "claims.pains": words(
    "pains, pain points, pain point, frustrations, frustration, dislikes, challenges, problems, barriers, barrier, obstacles, fears, worries, hates, concerns, annoyances, schmerzpunkte, frust, frustrationen, probleme, herausforderungen, hürden, ängste, sorgen, abneigungen, mag nicht, frustraciones, problèmes, 痛点, 挫折, 困难, 挑战, 问题, 不喜欢, 障碍, 烦恼",
  ),
  "claims.motivations": words(
    "motivations, motivation, motivators, drivers, incentives, what drives them, antrieb, motive, motivationen, beweggründe, motivaciones, 动机, 驱动力, 动力",
  ),
  "claims.attitudes": words(
    "attitudes, attitude, beliefs, opinions, mindset, thinks, thoughts, feels, einstellungen, einstellung, überzeugungen, haltung, 态度, 观点, 信念",
  ),
  "claims.behaviours": words(
    "behaviours, behaviour, behaviors, behavior, actions, habits, routines, activities, does, usage, verhalten, verhaltensweisen, gewohnheiten, handlungen, aktivitäten, comportements, comportamientos, 行为, 习惯, 使用频率",
  ),
  "claims.interests": words(
    "interests, likes, hobbies, values, loves, passions, interessen, vorlieben, hobbys, werte, mag, intérêts, intereses, 兴趣, 爱好, 喜欢, 价值观",
  ),
  "claims.decision": words(
    "decision, decisions, how they decide, decision making, buying criteria, purchase, triggers, objections, success factors, kaufentscheidung, entscheidung, entscheidungskriterien, einwände, auslöser, 决策, 付费意愿, 购买",
  ),
  "claims.channels": words(
    "channels, channel, media, touchpoints, platforms, social media, kanäle, kanal, medien, plattformen, canaux, canales, 渠道, 媒体, 平台",
  ),
  "claims.journey": words("journey, customer journey, user journey, reise, kundenreise, parcours, 旅程, 流程"),
  wordsToUse: words("words to use, words they use, vocabulary, wortwahl, 常用词"),
  wordsToAvoid: words("words to avoid, words they avoid, zu vermeiden, 避免用词"),
  story: words(
    "story, scenario, a day in the life, day in the life, narrative, context, user story, szenario, geschichte, ein tag, tagesablauf, alltag, kontext, histoire, historia, 场景, 故事, 典型场景, 一天",
  ),
};

const AGE =
  /^(?:(?:about|around|aged|ca\.?|~)\s?)?(\d{1,3})(?:\s?(?:years?(?: old)?|yrs?|y\/o|yo|jahre(?: alt)?|ans|años|岁))?$/i;
const AGES = /^(\d{1,3})\s?(?:-|–|—|to|bis|至|~)\s?(\d{1,3})(?:\s?(?:years?(?: old)?|jahre(?: alt)?|ans|años|岁))?$/i;
const GENDER =
  /^(?:female|male|non-?binary|woman|man|she\/her|he\/him|they\/them|weiblich|männlich|divers|frau|mann|女|男|女性|男性)$/i;
const HOUSEHOLD =
  /\b(?:married|single|divorced|widowed|engaged|mother|father|mom|mum|dad|parent|partner|child|children|kids?|lives with|verheiratet|ledig|geschieden|mutter|vater|kinder)\b|已婚|未婚|单身|孩子/i;

function ages(text: string): readonly Fact[] | null {
  const [, age] = AGE.exec(text.trim()) ?? [];
  if (age && Number(age) <= 120) return [{ place: "age", text: age }];
  const [, from, to] = AGES.exec(text.trim()) ?? [];
  if (!from || !to || Number(to) > 120 || Number(from) > Number(to)) return null;
  return [
    { place: "ageFrom", text: from },
    { place: "ageTo", text: to },
  ];
}

/** "25, female, teacher": an age or a gender first, then what the person does and whom they live with. */
function facts(line: string): readonly Fact[] {
  if (line.length > 160 || line.includes("\n")) return [];
  const parts = line.replace(/[.。]$/, "").split(/\s*[,，、|·]\s*/);
  const known = parts.map((text): readonly Fact[] => {
    if (GENDER.test(text)) return [{ place: "pronouns", text }];
    return ages(text) ?? [];
  });
  if (parts.length < 2 || known.every((found) => found.length === 0)) return [];
  return parts.flatMap((text, index) => {
    const found = known[index] ?? [];
    if (found.length > 0) return found;
    return [{ place: HOUSEHOLD.test(text) ? "household" : "occupation", text }];
  });
}

export const PERSONA_IMPORT: ImportRules = {
  words: WORDS,
  ownWords: words(
    "persona, user role, user, profile, role, character, nutzer, rolle, 角色, 用户, 用户画像, 画像, 人物",
  ),
  collections: words(
    "personas, user roles, users, user profiles, profiles, roles, characters, nutzertypen, zielgruppen, rollen, 角色, 用户, 画像, 人物",
  ),
  rest: "story",
  subtitle: "archetype",
  lead: "summary",
  quote: "quote",
  facts,
  value: (place, text) => (place === "age" ? ages(text) : [{ place, text }]),
};
