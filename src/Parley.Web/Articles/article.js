// Arcs over the text: from who says it to what is said, and between a record and those that it names or that name it: evidence for and against,
// doubts, the statement it stands in. The cards say the same in words.
const drawArcs = (reading) => {
  const glyphs = { for: "▲", against: "▼", doubts: "○" };
  const make = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const all = [...reading.querySelectorAll("[data-arcs]")].flatMap((card) =>
    card.dataset.arcs.split(" ").map((arc) => [card.id, ...arc.split(":").reverse()]),
  );
  const drawing = make("svg", { class: "arcs", "aria-hidden": "true" });
  reading.append(drawing);
  // Where an arc begins or ends: above the first words, in the drawing's own pixels.
  const point = (id, base) => {
    const box = document.getElementById(id)?.getClientRects()[0];
    return box && box.width > 0 ? [box.left - base.left + Math.min(box.width / 2, 24), box.top - base.top + 4] : null;
  };
  const arc = (from, to, kind) => {
    const base = drawing.getBoundingClientRect();
    const [a, b] = [point(from, base), point(to, base)];
    if (!a || !b) return;
    const rise = Math.min(72, 14 + Math.hypot(b[0] - a[0], b[1] - a[1]) / 6);
    drawing.append(make("path", { class: kind, d: `M${a} C${a[0]} ${a[1] - rise} ${b[0]} ${b[1] - rise} ${b}` }));
    const end = make("text", { class: kind, x: b[0], y: b[1] + 2, "text-anchor": "middle" });
    end.textContent = glyphs[kind] ?? "▾";
    drawing.append(end);
  };
  let chosen = null;
  const draw = (id) => {
    drawing.replaceChildren();
    chosen = id;
    if (!id) return;
    arc(`from-${id}`, `text-${id}`, "speaker");
    for (const [from, to, kind] of all) if (from === id || to === id) arc(`text-${from}`, `text-${to}`, kind);
  };
  addEventListener("resize", () => draw(chosen));
  reading.addEventListener("toggle", () => draw(chosen), true);
  return draw;
};
// The article page: choosing a record shows its words, choosing words their record; the address names either.
(() => {
  const reading = document.querySelector(".reading");
  if (!reading) return;
  const arcs = drawArcs(reading);
  const setter = document.getElementById("other-value");
  // The card's other values, each with its digit; they are sent by the one form for all cards.
  const offer = (card) => {
    const form = card.querySelector("form.correct");
    const choices = setter?.querySelector(`[data-choices="${card.dataset.field}"]`);
    if (!form || !choices || form.nextElementSibling?.matches(".values")) return;
    const line = document.createElement("p");
    line.className = "values";
    line.append(`${card.dataset.field} is not “${card.dataset.value}” but `);
    const others = [...choices.children].filter((one) => one.textContent !== card.dataset.value);
    for (const [index, choice] of others.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = choice.textContent;
      if (index < 9) {
        const cap = document.createElement("kbd");
        cap.textContent = index + 1;
        button.append(" ", cap);
      }
      button.addEventListener("click", () => {
        for (const name of ["record", "span", "back"]) setter.elements[name].value = form.elements[name].value;
        setter.elements.field.value = card.dataset.field;
        setter.elements.value.value = choice.dataset.value;
        setter.requestSubmit();
      });
      line.append(button, " ");
    }
    form.after(line);
  };
  const choose = (id) => {
    for (const one of reading.querySelectorAll(".chosen"))
      if (one.matches(".part")) one.className = "part";
      else one.classList.remove("chosen");
    const card = document.getElementById(id);
    if (!card?.matches(".entry")) return null;
    card.classList.add("chosen");
    const kind = [...card.classList].find((name) => name !== "entry" && name !== "chosen");
    for (const part of reading.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) part.classList.add("chosen", kind);
    offer(card);
    arcs(id);
    return card;
  };
  const open = (id) => {
    const card = choose(id);
    if (!card) return null;
    const folded = card.closest(".folded");
    if (folded) folded.open = true;
    card.querySelector("details").open = true;
    card.scrollIntoView({ block: "nearest" });
    return card;
  };
  // Words by their place in the text: text nodes of a paragraph follow each other without a gap.
  const cite = (start, end) => {
    const range = document.createRange();
    let [begun, ended] = [false, false];
    for (const paragraph of reading.querySelectorAll("[data-start]")) {
      let at = Number(paragraph.dataset.start);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const until = at + node.data.length;
        if (!begun && start < until) {
          range.setStart(node, Math.max(0, start - at));
          begun = true;
        }
        if (begun && at < end) {
          range.setEnd(node, Math.min(node.data.length, end - at));
          ended = true;
        }
        at = until;
      }
    }
    if (!ended) return;
    // A server has marked them already; in a report only the address names them.
    if (!reading.querySelector(".cited") && window.Highlight && CSS.highlights) CSS.highlights.set("cited", new Highlight(range));
    const box = range.getBoundingClientRect();
    scrollTo({ top: scrollY + box.top - innerHeight / 3 });
  };
  // Whoever comes to a record goes on from there by keys: the focus moves when the browser has gone there itself, which takes it away.
  const start = (card) => {
    const focus = () => card?.querySelector("summary").focus({ preventScroll: true });
    if (document.readyState === "complete") focus();
    else addEventListener("load", () => setTimeout(focus));
  };
  const follow = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const span = /^s=(\d+)-(\d+)$/.exec(name);
    if (span) cite(Number(span[1]), Number(span[2]));
    else if (name) start(open(name));
  };
  reading.addEventListener("focusin", (event) => {
    const card = event.target.closest(".entry");
    if (card) choose(card.id);
  });
  reading.addEventListener("click", (event) => {
    const mark = event.target.closest(".paragraph mark");
    if (!mark || getSelection().toString()) return;
    history.replaceState({}, "", `#${mark.dataset.of}`);
    open(mark.dataset.of);
  });
  addEventListener("hashchange", follow);
  follow();
  parley.key("Enter", "open the record", () => {
    const card = document.activeElement.closest?.(".entry");
    if (!card) return false;
    history.replaceState({}, "", `#${card.id}`);
    return false;
  });
  for (let digit = 1; setter && digit <= 9; digit++)
    parley.key(String(digit), "another value of the record", () => {
      const button = reading.querySelectorAll(".entry.chosen .values button")[digit - 1];
      if (button) button.click();
      else parley.say("Choose a record with j and k first.");
    });
  // Records that are less sure than asked are left out, here alone.
  const least = document.getElementById("least-sure");
  if (least) {
    least.parentElement.hidden = false;
    least.addEventListener("input", () => {
      least.nextElementSibling.value = Number(least.value).toFixed(2);
      for (const card of reading.querySelectorAll(".entry[data-sure]")) {
        const isOut = Number(card.dataset.sure) < Number(least.value);
        card.classList.toggle("unsure", isOut);
        for (const mark of reading.querySelectorAll(`mark[data-of="${CSS.escape(card.id)}"]`)) mark.classList.toggle("unsure", isOut);
      }
    });
  }
  parley.key(".", "copy the citation", () => {
    const card = reading.querySelector(".entry.chosen");
    if (!card) return false;
    const words = card.querySelector(".quote")?.textContent.trim() ?? card.querySelector(".heading").textContent;
    const outlet = reading.querySelector(".provenance dd").textContent;
    navigator.clipboard?.writeText(`“${words}” (${outlet}; ${location.origin}${location.pathname}#${card.id})`);
    parley.say("The citation is copied.");
  });
})();
