// How often something cheap may be asked for within seconds. Counted in this process alone: it keeps a runaway page
// from crowding out the others, and costs no query. What guards accounts is in `server/auth/rate-limit.ts`.
import { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "@/shared/errors";

export interface BurstLimit {
  /** Throws LIMIT when the key has used up its calls. */
  spend(key: string): Promise<void>;
}

export function burstLimit(points: number, seconds: number): BurstLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    spend: async (key) => {
      try {
        await limiter.consume(key);
      } catch {
        throw new AppError("LIMIT", "That was very much within seconds. It goes on in a moment.", {
          retryAfter: seconds,
        });
      }
    },
  };
}
