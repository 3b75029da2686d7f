// Loaded into `next start` and `next dev` before Next itself, which stays untouched: ends them with `npm start`.
const end = () => process.kill(process.pid, "SIGTERM");
if (process.connected) {
  process.on("disconnect", end);
  process.on("message", (message) => {
    if (message === "stop") end();
  });
}
