// Arrows lead from mark to mark: left and right along a lane, up and down from lane to lane.
(() => {
  const chart = document.querySelector(".timeline-chart");
  if (!chart) return;
  const middle = (link) => {
    const box = link.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  const inOrder = (lane) => [...lane.querySelectorAll("a")].sort((a, b) => middle(a) - middle(b));
  const nearest = (lane, link) => {
    if (!lane?.matches(".lane")) return null;
    return inOrder(lane).sort((a, b) => Math.abs(middle(a) - middle(link)) - Math.abs(middle(b) - middle(link)))[0];
  };
  chart.addEventListener("keydown", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const lane = link.closest(".lane");
    const all = inOrder(lane);
    const at = all.indexOf(link);
    const to = {
      ArrowLeft: () => all[at - 1],
      ArrowRight: () => all[at + 1],
      ArrowUp: () => nearest(lane.previousElementSibling, link),
      ArrowDown: () => nearest(lane.nextElementSibling, link),
      Home: () => all[0],
      End: () => all[all.length - 1],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    to()?.focus();
  });
})();
