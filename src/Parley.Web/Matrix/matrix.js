// Arrows lead from cell to cell of the grid; d takes the comparison away or back, s shows silence alone.
(() => {
  const grid = document.querySelector(".matrix-grid");
  const press = (id) => {
    const link = document.getElementById(id);
    if (!link) return false;
    location.href = link.href;
  };
  if (document.querySelector(".matrix")) {
    parley.key("d", "compare with a day, or with none", () => {
      const since = document.querySelector("input[name=since]");
      if (!since) return false;
      if (since.value) {
        sessionStorage.setItem("parley-since", since.value);
        return press("no-comparison");
      }
      const last = sessionStorage.getItem("parley-since");
      if (!last) {
        since.focus();
        return;
      }
      since.value = last;
      since.form.requestSubmit();
    });
    parley.key("s", "silence alone", () => press("silence"));
  }
  if (!grid) return;
  const go = (cell) => {
    const target = cell?.querySelector("a[href], summary");
    if (target) target.focus();
    else if (cell) {
      cell.tabIndex = -1;
      cell.focus();
    }
  };
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, th");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = cell.parentElement;
    const at = cell.cellIndex;
    const to = {
      ArrowRight: () => cell.nextElementSibling,
      ArrowLeft: () => cell.previousElementSibling,
      ArrowDown: () => row.nextElementSibling?.cells[at],
      ArrowUp: () => row.previousElementSibling?.cells[at],
      Home: () => row.cells[0],
      End: () => row.cells[row.cells.length - 1],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    go(to());
  });
})();
