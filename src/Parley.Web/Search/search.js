// The slash leads to the field of words, from any page to the page of search.
parley.key("/", "search", () => {
  const field = document.querySelector("input[name=q]");
  if (field) {
    field.focus();
    field.select();
    return;
  }
  const link = [...document.querySelectorAll(".rail a")].find((one) => new URL(one.href).pathname === "/search");
  if (!link) return false;
  location.href = link.href;
});
