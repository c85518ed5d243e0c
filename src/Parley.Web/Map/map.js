// Arrows move the map where its drawing has the focus and all of it is in sight; else they scroll to the rest of it.
(() => {
  const drawing = document.querySelector(".map-side .scroll");
  drawing?.addEventListener("keydown", (event) => {
    if (event.target !== drawing || drawing.scrollWidth > drawing.clientWidth || event.ctrlKey || event.metaKey || event.altKey) return;
    const link = document.querySelector(`[data-pan="${event.key}"]`);
    if (!link) return;
    event.preventDefault();
    location.href = link.href;
  });
})();
