import { answerAuth } from "@/server/auth/next-auth";

export { answerAuth as GET, answerAuth as POST };
