// Makes pages better that work without it: progress of uploads, drag and drop, digests, copy buttons.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// Files that were chosen, so that forms of a result need not ask for them again. They never leave the browser by this.
let chosen = [];
let shownPath = location.pathname;

function begin(root) {
  all("[data-with-script]", root).forEach((element) => { element.hidden = false; });
  all("[data-copy]", root).forEach(copyButton);
  all("form[data-carries]", root).forEach(chooseAgain);
  const upload = one("form#upload", root);
  if (upload) uploadForm(upload);
}

function copyButton(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      source.select();
      isCopied = document.execCommand("copy");
    }
    status.textContent = isCopied ? button.dataset.copied : button.dataset.failed;
  });
}

// Puts the file back into a form that would ask for it, if it is still at hand.
function chooseAgain(form) {
  const input = one("input[type=file]", form);
  const file = chosen.find((file) => file.name === form.dataset.carries);
  if (!input || !file) return;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  one("[data-choose]", form).hidden = true;
}

function uploadForm(form) {
  const input = one("input[type=file]", form);
  const drop = one("[data-drop]", form);
  const list = one("[data-chosen]", form);
  const status = one("[data-status]", form);
  const words = status.dataset;
  let current = 0;

  const show = async () => {
    const files = Array.from(input.files);
    const turn = ++current;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const isTooBig = size > Number(form.dataset.maxBytes);
    input.setCustomValidity(isTooBig ? words.tooBig : "");
    list.replaceChildren(...files.map(fileItem));
    list.hidden = files.length === 0;
    if (files.length) {
      status.textContent = isTooBig
        ? words.tooBig : fill(files.length === 1 ? words.filesOne : words.filesOther, { count: files.length });
    }
    for (const [index, file] of files.entries()) {
      const digest = await digestOf(file);
      if (turn !== current || !digest) return;
      const code = document.createElement("code");
      code.className = "digest";
      code.textContent = "SHA-256 " + digest;
      list.children[index].append(code);
    }
  };
  input.addEventListener("change", show);
  if (input.files.length) show();

  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
  });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
  });
  // A file that misses the field would be opened in place of the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, Array.from(input.files), status);
  });
}

function fileItem(file) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = file.name;
  const size = document.createElement("span");
  size.className = "faint";
  size.textContent = sizeOf(file.size);
  item.append(name, " ", size);
  return item;
}

function sizeOf(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000, unit = 0;
  while (value >= 999.95 && unit < units.length - 1) { value /= 1000; unit += 1; }
  return `${Math.round(value * 10) / 10} ${units[unit]}`;
}

// Only where the page came over a safe connection, and not of files that would fill the memory.
async function digestOf(file) {
  if (!globalThis.crypto?.subtle || file.size > 256e6) return null;
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}

function send(form, files, status) {
  const button = one("button[type=submit]", form);
  const progress = one("[data-progress]", form);
  const bar = one("progress", progress);
  const words = status.dataset;
  const label = button.textContent;
  const request = new XMLHttpRequest();
  let told = -1;

  const rest = (text) => {
    button.disabled = false;
    button.textContent = label;
    progress.hidden = true;
    status.textContent = text;
  };
  button.disabled = true;
  button.textContent = button.dataset.busy;
  progress.hidden = false;
  status.textContent = words.checking;

  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    const percent = Math.floor(event.loaded / event.total * 100);
    bar.value = percent;
    // In steps, so that whoever listens is not told a hundred numbers.
    if (percent < 100 && percent - told >= 10) {
      told = percent;
      status.textContent = fill(words.sending, { percent });
    }
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    status.textContent = words.checking;
  });
  request.addEventListener("error", () => rest(words.lost));
  request.addEventListener("abort", () => rest(""));
  request.addEventListener("load", () => {
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = one("main", answer);
    if (!main) return rest(words.lost);
    chosen = files;
    document.title = answer.title;
    one("main").replaceWith(document.adoptNode(main));
    if (request.status < 400) history.pushState({ result: true }, "", new URL(request.responseURL).pathname);
    shownPath = location.pathname;
    begin(one("main"));
    window.scrollTo(0, 0);
    const heading = one("main h1");
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(new FormData(form));
}

// Results are in no history: going back leads to the form. Links within a page tell of themselves in the same way.
window.addEventListener("popstate", () => { if (location.pathname !== shownPath) location.reload(); });
begin(document);
