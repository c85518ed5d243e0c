// The queue: the card takes the focus, and the edges of its words move by arrows.
(() => {
  const card = document.getElementById("card");
  const all = document.querySelector("[data-all]");
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => {
      const boxes = [...document.querySelectorAll(".bulk input[type=checkbox]")];
      const on = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = on;
    });
  }
  if (!card) return;
  if (!location.hash) card.focus({ preventScroll: true });
  const form = card.querySelector("form.edges");
  const passage = card.querySelector(".passage");
  if (!form || !passage) return;
  const from = Number(passage.dataset.from);
  const text = passage.textContent;
  const field = form.querySelector("textarea");
  form.querySelector(".edges-help").hidden = false;
  let [start, end] = form.dataset.edges.split("-").map((at) => Number(at) - from);
  const first = [start, end, field.value];
  const isWord = (at) => /[\p{L}\p{N}]/u.test(text[at] ?? "");
  // The next edge of a word to the right or left.
  const word = (at, by) => {
    const inside = (i) => (by > 0 ? isWord(i) : isWord(i - 1));
    while (at + by >= 0 && at + by <= text.length && !inside(at)) at += by;
    while (at + by >= 0 && at + by <= text.length && inside(at)) at += by;
    return at;
  };
  const draw = () => {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    passage.replaceChildren(text.slice(0, start), mark, text.slice(end));
    field.value = text.slice(start, end);
  };
  let moved = false;
  field.addEventListener("input", () => (moved = false));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.key === "Escape") {
      [start, end] = first;
      draw();
      field.value = first[2];
      moved = false;
      card.focus();
      return;
    }
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const step = (at) => (event.altKey ? at + by : word(at, by));
    if (event.shiftKey) start = Math.min(Math.max(step(start), 0), end - 1);
    else end = Math.max(Math.min(step(end), text.length), start + 1);
    moved = true;
    draw();
    parley.say(field.value);
  });
  form.addEventListener("submit", () => {
    if (moved) field.value = `${start + from}-${end + from}`;
  });
})();
