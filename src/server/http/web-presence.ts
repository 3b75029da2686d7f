import { connect } from "node:net";

/** Whether something accepts connections where the pages are made; answers within a second. */
export function isWebPresent(webPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port: webPort, host: "127.0.0.1", timeout: 1_000 });
    const tell = (isPresent: boolean) => () => {
      socket.destroy();
      resolve(isPresent);
    };
    socket.once("connect", tell(true)).once("timeout", tell(false)).once("error", tell(false));
  });
}
