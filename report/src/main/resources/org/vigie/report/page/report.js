"use strict";
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });

  // The value under the pointer. The table below the picture has the same numbers for everybody else.
  const canvas = document.getElementById("canvas");
  const readout = document.getElementById("readout");
  const counts = JSON.parse(canvas.dataset.counts);
  const start = Number(canvas.dataset.start);
  const step = Number(canvas.dataset.step);
  const number = new Intl.NumberFormat(root.lang);
  canvas.addEventListener("pointermove", event => {
    const box = canvas.getBoundingClientRect();
    const share = Math.min(0.999999, Math.max(0, (event.clientX - box.left) / box.width));
    const column = Math.floor(share * counts.length);
    const time = new Date(start + column * step).toISOString().slice(0, 16).replace("T", " ");
    readout.textContent = `${time} UTC \u00b7 ${number.format(counts[column])} ${canvas.dataset.unit}`;
    readout.hidden = false;
    const x = Math.min(box.width - readout.offsetWidth, Math.max(0, share * box.width - readout.offsetWidth / 2));
    readout.style.left = `${x}px`;
  });
  canvas.addEventListener("pointerleave", () => { readout.hidden = true; });

  // Finding and sorting campaigns: without script the page has all of them, by rank.
  const filter = document.getElementById("filter");
  if (filter === null) {
    return;
  }
  const find = document.getElementById("find");
  const left = document.getElementById("left");
  const table = document.getElementById("ranks");
  const rows = [...table.tBodies[0].rows];
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const cards = new Map(rows.map(row => [row, document.getElementById(row.dataset.id)]));
  const texts = new Map(rows.map(row => [row, fold(`${row.textContent} ${cards.get(row)?.textContent ?? ""}`)]));
  filter.hidden = false;
  find.addEventListener("input", () => {
    const words = fold(find.value).split(/\s+/u).filter(word => word !== "");
    let shown = 0;
    for (const row of rows) {
      const isShown = words.every(word => texts.get(row).includes(word));
      shown += isShown ? 1 : 0;
      row.hidden = !isShown;
      if (cards.get(row) !== null) {
        cards.get(row).hidden = !isShown;
      }
    }
    left.textContent = words.length === 0 ? ""
      : left.dataset.of.replace("{0}", number.format(shown)).replace("{1}", number.format(rows.length));
  });
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (column === 5) { // languages have no order
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = filter.dataset.sort.replace("{0}", head.textContent);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const falls = head.getAttribute("aria-sort") === "ascending";
      [...table.tHead.rows[0].cells].forEach(cell => cell.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const value = row => Number(row.dataset.values.split(" ")[column]);
      const sign = falls ? -1 : 1;
      table.tBodies[0].append(...[...rows].sort((a, b) => sign * (value(a) - value(b))));
    });
  });
})();
