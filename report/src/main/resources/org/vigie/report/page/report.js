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
})();
