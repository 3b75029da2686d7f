// The floor of live documents: the same Hocuspocus over the same sockets, which keeps nothing and asks nobody.
import { createServer } from "node:http";
import { Hocuspocus } from "@hocuspocus/server";
import crossws from "crossws/adapters/node";

const hocuspocus = new Hocuspocus({ quiet: true });
const connections = new Map<string, ReturnType<Hocuspocus["handleConnection"]>>();
const sockets = crossws({
  hooks: {
    open: (peer) => {
      connections.set(peer.id, hocuspocus.handleConnection(peer.websocket as WebSocket, peer.request as Request));
    },
    message: (peer, message) => connections.get(peer.id)?.handleMessage(message.uint8Array()),
    close: (peer, { code = 1006, reason = "" }) => {
      connections.get(peer.id)?.handleClose({ code, reason } as CloseEvent);
      connections.delete(peer.id);
    },
  },
});
const server = createServer();
server.on("upgrade", (request, socket, head) => void sockets.handleUpgrade(request, socket, head));
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
