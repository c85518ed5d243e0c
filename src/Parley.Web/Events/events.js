// Tells what changed in the ledger since the page was made. Only the page that is seen listens; where it left off is kept for the next.
(() => {
  const news = document.getElementById("news");
  if (!news || location.protocol === "file:") return;
  const kept = (name) => sessionStorage.getItem(`parley-${name}`);
  const keep = (name, value) => sessionStorage.setItem(`parley-${name}`, value);
  if (location.pathname === "/") keep("changes", "0");
  let source = null;
  let timer = 0;
  const show = () => {
    const count = Number(kept("changes") ?? 0);
    news.hidden = count === 0;
    if (count === 0) return;
    const link = document.createElement("a");
    link.href = "/";
    link.textContent = count === 1 ? "1 new change" : `${count} new changes`;
    news.replaceChildren(link);
  };
  const heard = (event) => {
    if (event.lastEventId) keep("event", event.lastEventId);
    keep("changes", String(Number(kept("changes") ?? 0) + 1));
    // Many at once are said once.
    clearTimeout(timer);
    timer = setTimeout(show, 300);
  };
  const listen = () => {
    if (source || document.hidden) return;
    const last = kept("event");
    source = new EventSource(last ? `/api/v1/events?last=${encodeURIComponent(last)}` : "/api/v1/events");
    for (const type of ["record.new", "status.changed", "evidence.added"]) source.addEventListener(type, heard);
    source.addEventListener("gap", (event) => keep("event", event.lastEventId));
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(listen, 10000);
      }
    });
  };
  const leave = () => {
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  show();
  listen();
})();
