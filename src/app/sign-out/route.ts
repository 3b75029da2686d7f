import { answerSignOut } from "@/server/auth/sign-out";

export function POST(request: Request): Promise<Response> {
  return answerSignOut(request);
}
