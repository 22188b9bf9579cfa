// Finds pages that have all words; those with a word in the title come first. Everything is in pages.js: nothing is loaded.
"use strict";
(() => {
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const root = document.getElementById("pages").dataset.root;
  field.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter((w) => w.length > 1);
    found.replaceChildren();
    if (words.length === 0) return;
    pages
      .map(([title, address, text]) => {
        const name = title.toLowerCase();
        const all = text.toLowerCase();
        const here = words.every((w) => all.includes(w) || name.includes(w));
        const score = words.reduce((sum, w) => sum + (name.includes(w) ? 1000 : 0) + all.split(w).length - 1, 0);
        return { title, address, text, at: all.indexOf(words[0]), score: here ? score : 0 };
      })
      .filter((page) => page.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 12)
      .forEach((page) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = root + page.address;
        link.textContent = page.title;
        const around = document.createElement("small");
        around.textContent = page.at < 0 ? "" : page.text.slice(Math.max(0, page.at - 40), page.at + 80);
        item.append(link, around);
        found.append(item);
      });
    if (!found.firstChild) found.textContent = "No page has these words.";
  });
})();
