// The floor of every procedure: the same front door and the same endpoint with a procedure that does nothing.
import { frontDoor } from "@/server/http/front-door";
import { requestWatch } from "@/server/http/request-watch";
import { trpcEndpoint } from "@/server/http/trpc-endpoint";
import { router, visitorProcedure } from "@/server/trpc/procedures";

const port = Number(process.argv[2]);
const appUrl = `http://localhost:${port}`;
const emptyRouter = router({ empty: visitorProcedure.query(() => null) });

const unused = (): never => {
  throw new Error("An empty procedure asks for nothing.");
};

const server = frontDoor({
  metrics: async (_request, response) => void response.end(),
  watch: requestWatch({ isProcedure: () => false, pageOf: () => undefined }, []),
  live: (_request, socket) => socket.destroy(),
  appUrl,
  trustedProxies: 0,
  isDevelopment: false,
  web: { page: unused, upgrade: unused },
  api: trpcEndpoint({
    router: emptyRouter,
    appUrl,
    createContext: () => ({
      get db() {
        return unused();
      },
      claimedUserId: unused,
      session: unused,
      sessionNow: unused,
      events: { hear: unused, close: unused },
      ip: "",
      userAgent: "",
    }),
  }),
  uploads: unused,
  downloads: unused,
  calendars: unused,
  unreadiness: async () => undefined,
});
process.on("disconnect", () => process.exit(0));
server.listen(port, "127.0.0.1", () => process.send?.("ready"));
