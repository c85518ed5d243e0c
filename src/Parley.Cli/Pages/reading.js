"use strict";
const cards = [...document.querySelectorAll(".card")];
const status = document.getElementById("status");
const keysOn = document.getElementById("keys-on");
let chosen = null;

const isOfShownKind = card => !document.body.classList.contains("hide-" + card.dataset.kind);
const isShown = card => isOfShownKind(card) && !card.closest(".uncertain:not([open])");
const partsOf = id => document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`);

function letGo() {
  if (!chosen) return;
  chosen.classList.remove("chosen");
  partsOf(chosen.id).forEach(part => part.classList.remove("chosen"));
  for (const part of document.querySelectorAll(".part.chosen")) part.className = "part";
  chosen = null;
}

function choose(card, open) {
  letGo();
  chosen = card;
  card.classList.add("chosen");
  for (const part of partsOf(card.id)) {
    part.classList.add("chosen");
    if (part.classList.contains("part")) part.classList.add(card.dataset.kind);
  }
  const folded = card.closest(".uncertain");
  if (folded) folded.open = true;
  const summary = card.querySelector("summary");
  if (open) card.querySelector("details").open = true;
  summary.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  status.textContent = summary.textContent;
  history.replaceState(null, "", "#" + card.id);
}

function step(by) {
  const shown = cards.filter(isShown);
  if (shown.length === 0) return;
  const at = shown.indexOf(chosen);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  choose(shown[next], false);
}

function toggle(button) {
  const show = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(show));
  document.body.classList.toggle("hide-" + button.dataset.kind, !show);
  status.textContent = `${cards.filter(isShown).length} records shown`;
}

const filters = [...document.querySelectorAll(".filter")];
filters.forEach(button => button.addEventListener("click", () => toggle(button)));

document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  const mark = link ? null : event.target.closest("mark");
  const id = link ? link.getAttribute("href").slice(1) : mark?.dataset.of;
  const card = id && document.getElementById(id);
  if (card && card.matches(".card") && isOfShownKind(card)) {
    event.preventDefault();
    choose(card, true);
    return;
  }
  const own = event.target.closest("summary")?.closest(".card");
  if (own && own !== chosen) choose(own, false);
});

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    letGo();
    return;
  }
  if (!keysOn.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (/^[1-9]$/.test(event.key) && filters[event.key - 1]) toggle(filters[event.key - 1]);
  else return;
  event.preventDefault();
});

try {
  keysOn.checked = localStorage.getItem("parley-keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("parley-keys", keysOn.checked ? "on" : "off"));
} catch { /* a page opened from a file may have no storage: the choice then lasts as long as the page */ }

const linked = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (linked && linked.matches(".card")) choose(linked, true);
