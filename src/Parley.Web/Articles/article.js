// The article page: choosing a record shows its words, choosing words their record; the address names either.
(() => {
  const reading = document.querySelector(".reading");
  if (!reading) return;
  const choose = (id) => {
    for (const one of reading.querySelectorAll(".chosen"))
      if (one.matches(".part")) one.className = "part";
      else one.classList.remove("chosen");
    const card = document.getElementById(id);
    if (!card?.matches(".entry")) return null;
    card.classList.add("chosen");
    const kind = [...card.classList].find((name) => name !== "entry" && name !== "chosen");
    for (const part of reading.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) part.classList.add("chosen", kind);
    return card;
  };
  const open = (id) => {
    const card = choose(id);
    if (!card) return;
    const folded = card.closest(".folded");
    if (folded) folded.open = true;
    card.querySelector("details").open = true;
    card.scrollIntoView({ block: "nearest" });
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
  const follow = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const span = /^s=(\d+)-(\d+)$/.exec(name);
    if (span) cite(Number(span[1]), Number(span[2]));
    else if (name) open(name);
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
  parley.key(".", "copy the citation", () => {
    const card = reading.querySelector(".entry.chosen");
    if (!card) return false;
    const words = card.querySelector(".quote")?.textContent.trim() ?? card.querySelector(".heading").textContent;
    const outlet = reading.querySelector(".provenance dd").textContent;
    navigator.clipboard?.writeText(`“${words}” (${outlet}; ${location.origin}${location.pathname}#${card.id})`);
    parley.say("The citation is copied.");
  });
})();
