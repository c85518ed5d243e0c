// Keys of what is on the page: whatever has data-key is pressed, opened or focused by it, first within the record that has the focus. And their list.
(() => {
  const isShown = (one) => one.offsetParent !== null;
  const named = (scope, key) => [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  const within = (scope, key) => named(scope, key).filter(isShown);
  const find = (key) => {
    const record = document.activeElement?.closest("[data-record]");
    // A record's card may be folded: its keys work all the same.
    const own = record ? (within(record, key)[0] ?? named(record, key)[0]) : null;
    if (own) return own;
    const all = within(document.getElementById("main"), key);
    if (all.length > 1 && all[0].closest("[data-record]")) {
      parley.say("Choose a record with j and k first.");
      return null;
    }
    return all[0] ?? null;
  };
  let isSent = false;
  addEventListener("pageshow", () => (isSent = false));
  const act = (key) => {
    const element = find(key);
    if (!element) return false;
    if (element.matches("summary")) {
      element.parentElement.open = true;
      (element.parentElement.querySelector("textarea, input:not([type=hidden]), select") ?? element).focus();
    } else if (element.matches("input, select, textarea")) element.focus();
    else if (isSent) return;
    else {
      isSent = !element.matches("[data-stays]");
      if (element.matches("form")) element.requestSubmit();
      else element.click();
    }
  };
  for (const element of document.querySelectorAll("main [data-key]"))
    if (!parley.keys.has(element.dataset.key)) parley.key(element.dataset.key, element.dataset.help ?? element.textContent.trim(), () => act(element.dataset.key));

  const areOn = () => localStorage.getItem("parley-keys") !== "off";
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const open = () => {
    const rows = [...parley.keys].map(([name, { what }]) => {
      const row = document.createElement("tr");
      const key = document.createElement("th");
      key.scope = "row";
      const cap = document.createElement("kbd");
      cap.textContent = name;
      key.append(cap);
      const words = document.createElement("td");
      words.textContent = what;
      row.append(key, words);
      return row;
    });
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys of this page";
    const table = document.createElement("table");
    table.append(...rows);
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = areOn();
    box.addEventListener("change", () => {
      localStorage.setItem("parley-keys", box.checked ? "on" : "off");
      parley.say(box.checked ? "Single keys work." : "Single keys are off.");
    });
    label.append(box, " Single keys work (turn them off if you speak to your computer)");
    const done = document.createElement("button");
    done.textContent = "Close";
    done.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(title, table, label, done);
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
  };
  parley.key("?", "these keys", open);
  parley.key("/", "find", () => {
    const field = document.querySelector('main input[type="search"], main input[name="q"]');
    if (field) field.focus();
    else location.href = "/search";
  });
  // Whoever has turned the keys off needs a way to turn them on.
  const rail = document.querySelector(".rail");
  if (rail && location.protocol !== "file:") {
    const button = document.createElement("button");
    button.className = "keys-open";
    button.textContent = "Keys ?";
    button.addEventListener("click", open);
    // In the list, which sticks: beside it the list would slide over it.
    const item = document.createElement("li");
    item.append(button);
    rail.querySelector("ul").append(item);
  }
})();
