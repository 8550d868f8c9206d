
"use strict";
const body = document.querySelector("#exceptions tbody");
const rows = Array.from(body.rows, (row, order) => ({
  row, order, text: row.textContent.toLowerCase(), severity: row.cells[0].textContent, code: row.cells[1].textContent,
}));
const search = document.getElementById("search");
const severity = document.getElementById("severity");
const code = document.getElementById("code");
const shown = document.getElementById("shown");
const form = document.querySelector("form");

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const each of rows) {
    const fits = (!severity.value || each.severity === severity.value) && (!code.value || each.code === code.value)
      && words.every(word => each.text.includes(word));
    each.row.hidden = !fits;
    if (fits) count++;
  }
  shown.value = count.toLocaleString("en-GB") + " shown";
}

function compare(kind, column) {
  if (kind === "order") return (a, b) => a.order - b.order;
  const cell = each => each.row.cells[column].textContent;
  if (kind === "text") return (a, b) => (cell(a) < cell(b) ? -1 : cell(a) > cell(b) ? 1 : a.order - b.order);
  // Unknown amounts come before nought.
  const number = each => (cell(each) === "" ? -Infinity : Number(cell(each).replaceAll(",", "")));
  return (a, b) => (number(a) === number(b) ? 0 : number(a) - number(b)) || a.order - b.order;
}

function sort(heading, kind) {
  const down = heading.getAttribute("aria-sort") === (kind === "number" ? null : "ascending");
  for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const order = compare(kind, heading.cellIndex);
  body.append(...rows.slice().sort(down ? (a, b) => order(b, a) : order).map(each => each.row));
}

for (const button of document.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => sort(button.closest("th"), button.dataset.sort));
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
document.addEventListener("keydown", event => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.matches("input, select")) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape") {
    form.reset();
  }
});
filter();
