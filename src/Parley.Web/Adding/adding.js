// Adding: files can be dropped, and the progress renews itself. Without script the page is loaded again.
(() => {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const chosen = drop.querySelector("[data-chosen]");
    const show = () => {
      chosen.textContent = field.files.length === 0 ? "" : `${field.files.length} chosen.`;
    };
    field.addEventListener("change", show);
    const over = (event, isOver) => {
      event.preventDefault();
      drop.classList.toggle("over", isOver);
    };
    drop.addEventListener("dragover", (event) => over(event, true));
    drop.addEventListener("dragleave", (event) => over(event, false));
    drop.addEventListener("drop", (event) => {
      over(event, false);
      field.files = event.dataTransfer.files;
      show();
    });
  }
  const jobs = document.querySelector("[data-jobs='under way']");
  if (!jobs) return;
  const renew = async () => {
    const answer = await fetch("/add/progress").catch(() => null);
    if (answer?.ok) {
      jobs.innerHTML = await answer.text();
      if (!jobs.querySelector('[data-state]:not([data-state="done"])')) {
        parley.say("All that was handed in is read.");
        return;
      }
    }
    setTimeout(renew, document.hidden ? 10000 : 1000);
  };
  setTimeout(renew, 1000);
})();
