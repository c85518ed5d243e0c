// What the pages gain where scripts run: keys, and the sentence at the side without loading the page anew. All works without.
"use strict";
const parley = (() => {
  const keys = new Map();
  const keysAreOn = () => localStorage.getItem("parley-keys") !== "off";
  // True while typing.
  const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");
  // Pages add keys: parley.key("j", "next record", () => …).
  const key = (name, what, act) => keys.set(name, { what, act });
  // Says something to those who do not see it.
  const say = (text) => {
    document.getElementById("live").textContent = text;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    // Only single characters can be turned off; Escape and arrows stay.
    if (event.key.length === 1 && !keysAreOn()) return;
    const found = keys.get(event.key);
    if (found && found.act(event) !== false) event.preventDefault();
  });

  const side = document.getElementById("side");
  let opener = null;
  // The address of a link, of a drawing's too, whose href is no text.
  const addressOf = (link) => new URL(link.getAttribute("href"), location.href);
  const show = async (link) => {
    const to = addressOf(link);
    const query = new URLSearchParams(to.search);
    query.set("from", to.pathname);
    const answer = await fetch(`/sentence?${query}`);
    if (!answer.ok) {
      location.href = to;
      return;
    }
    side.innerHTML = await answer.text();
    history.pushState({}, "", to);
    opener = link;
    const mark = side.querySelector("mark");
    mark?.scrollIntoView({ block: "nearest" });
    mark?.focus({ preventScroll: true });
    say("The sentence stands at the side.");
  };
  const close = (address) => {
    side.replaceChildren();
    history.pushState({}, "", address);
    opener?.focus();
    opener = null;
  };
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || location.protocol === "file:") return;
    const link = event.target.closest("a[data-sentence], a[data-close]");
    if (!link) return;
    event.preventDefault();
    if (link.matches("[data-close]")) close(link.href);
    else show(link);
  });
  addEventListener("popstate", () => location.reload());
  key("Escape", "close the sentence", () => {
    const link = side?.querySelector("[data-close]");
    if (!link) return false;
    close(link.href);
  });

  // Choosing a party or a day shows it at once.
  for (const select of document.querySelectorAll("form.top select")) select.addEventListener("change", () => select.form.requestSubmit());
  for (const form of document.querySelectorAll("form.top"))
    form.addEventListener("submit", () => {
      for (const field of form.querySelectorAll("input, select")) field.disabled = field.value === "";
    });

  // j and k lead through the records of a page, Enter follows its link.
  const records = () => [...document.querySelectorAll("main [data-record]")].filter((one) => one.checkVisibility());
  const step = (by) => {
    const all = records();
    if (all.length === 0) return false;
    const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    const target = next.querySelector("a[href], summary") ?? next;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  key("j", "next record", () => step(1));
  key("k", "previous record", () => step(-1));
  return { key, keys, say, step, records };
})();
