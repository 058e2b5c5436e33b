/* The timeline's script: filters, search, keys, the density strip. Everything reads without it, it asks no other host for
   anything, and what it shows it writes as text. */
"use strict";
(() => {
  const root = document.querySelector(".tl[data-words]");
  addEventListener("beforeprint", () => document.querySelectorAll(".tl-event details").forEach((d) => { d.open = true; }));
  for (const here of document.querySelectorAll(".tl-site li [aria-current],.tl-tabs [aria-current]")) {
    const menu = here.closest("ul"); /* where a menu scrolls sideways, the page that one is on is in sight */
    menu.scrollLeft = here.offsetLeft - menu.offsetLeft - menu.clientWidth / 3;
  }
  if (!root || !root.querySelector(".tl-bar")) return;
  const words = JSON.parse(root.dataset.words);
  const bar = root.querySelector(".tl-bar");
  const days = root.querySelector(".tl-days:not(.tl-results)");
  const results = root.querySelector(".tl-results");
  const none = root.querySelector(".tl-none");
  const elsewhere = bar.getAttribute("action");
  const KINDS = ["people", "places", "tags", "source"];
  const FIELDS = ["q", ...KINDS, "status", "from", "to", "certain"];
  const PAGE = 100;

  /* Folding: "l'Élysée" and "elysee" are the same to the search, and so are "œuvre" and "oeuvre". */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  /* Whether two words differ by one letter more, less, other, or swapped; of `word` as much counts as `typed` is long. */
  const near = (typed, word) => {
    if (typed[0] !== word[0] && typed[1] !== word[1] && typed[0] !== word[1]) return false;
    for (const cut of [typed.length, typed.length + 1, typed.length - 1]) {
      const other = word.slice(0, cut);
      let i = 0;
      while (i < typed.length && typed[i] === other[i]) i++;
      const [a, b] = [typed.slice(i), other.slice(i)];
      if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
      if (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
    }
    return false;
  };

  /* The events: from this page's own list, or where the timeline has several pages from its index. */
  let records = null;
  const said = (item) => [item.parentNode.parentNode.querySelector("h2"), ...item.querySelectorAll("h3,.tl-people,.tl-places,.tl-tags,.tl-text,blockquote")]
    .map((e) => e.textContent).join(" ");
  const listed = () => [...days.querySelectorAll(".tl-event")].map((item) => {
    const names = { people: [], places: [], tags: [], source: [] };
    for (const kind of ["people", "places", "tags"]) names[kind] = [...item.querySelectorAll(".tl-" + kind)].map((a) => a.textContent);
    names.source = [...item.querySelectorAll(".tl-cite")].map((c) => (c.firstElementChild || c).textContent.trim());
    return {
      item, day: item.parentNode.parentNode, id: item.id, begin: item.parentNode.parentNode.dataset.b || "",
      status: /tl-(asserted|reported|planned|denied|conditional)/.exec(item.className)[1],
      certain: !item.classList.contains("tl-unsure"), names, text: said(item), href: "#" + item.id,
    };
  });
  const indexed = (given) => given.events.map(([id, page, title, when, begin, status, certain, people, places, tags, source, old]) => {
    const name = (kind, numbers) => numbers.map((n) => given.names[kind][n]);
    const names = { people: name("people", people), places: name("places", places), tags: name("tags", tags), source: name("source", source) };
    return { id, old, title, when, begin, status, certain: !!certain, names, href: given.pages[page] + "#" + id,
      text: [title, when, ...names.people, ...names.places, ...names.tags].join(" ") };
  });
  const load = (then) => {
    if (records) return then();
    if (!root.dataset.index) { records = listed(); prepare(); return then(); }
    const script = document.createElement("script");
    script.src = root.dataset.index;
    script.onload = () => { if (!records) { records = indexed(globalThis.timelineIndex); prepare(); } then(); };
    document.head.append(script);
  };

  let vocabulary = null;
  const prepare = () => {
    for (const kind of KINDS) {
      const select = bar.elements[kind];
      const known = [...new Set(records.flatMap((r) => r.names[kind]))].sort((a, b) => a.localeCompare(b));
      select.append(...known.map((name) => new Option(name, name)));
      select.closest("label").hidden = !known.length;
    }
  };
  const search = (query) => {
    if (!vocabulary) {
      vocabulary = new Map();
      records.forEach((r, n) => { for (const word of new Set(split(r.text))) { const held = vocabulary.get(word); if (held) held.push(n); else vocabulary.set(word, [n]); } });
    }
    let found = null;
    for (const typed of split(query)) {
      let hits = new Set();
      for (const [word, held] of vocabulary) if (word.startsWith(typed)) held.forEach((n) => hits.add(n));
      if (!hits.size && typed.length > 3) for (const [word, held] of vocabulary) if (near(typed, word)) held.forEach((n) => hits.add(n));
      found = found ? new Set([...found].filter((n) => hits.has(n))) : hits;
    }
    return found;
  };

  /* What is asked, from the form; the address bar keeps it. */
  const asked = () => {
    const form = new FormData(bar);
    return Object.fromEntries(FIELDS.map((name) => [name, (form.get(name) || "").trim()]).filter(([, value]) => value));
  };
  const matches = (want) => {
    const found = want.q ? search(want.q) : null;
    return records.map((r, n) => !!((!found || found.has(n)) && KINDS.every((kind) => !want[kind] || r.names[kind].includes(want[kind]))
      && (!want.status || r.status === want.status) && (!want.certain || r.certain)
      && (!want.from || (r.begin && r.begin >= want.from)) && (!want.to || (r.begin && r.begin <= want.to))));
  };
  let shown = [];
  const apply = () => load(() => {
    const want = asked();
    shown = matches(want);
    const any = Object.keys(want).length > 0;
    const count = shown.filter(Boolean).length;
    bar.querySelector(".tl-found").textContent = any ? words.found.replace("{count}", count).replace("{total}", records.length) : "";
    none.hidden = count > 0 || !any;
    if (root.dataset.index) { list(any ? records.filter((_, n) => shown[n]) : null); } else { hide(); }
    for (const chip of root.querySelectorAll(".tl-chip")) chip.setAttribute("aria-pressed", String(want[chip.dataset.kind] === chip.textContent));
    draw();
  });
  const hide = () => {
    const open = new Map();
    records.forEach((r, n) => {
      if (r.item.hidden === shown[n]) r.item.hidden = !shown[n];
      open.set(r.day, open.get(r.day) || shown[n]);
    });
    for (const [day, some] of open) if (day.hidden === some) day.hidden = !some;
  };
  const list = (found, most = PAGE) => {
    root.querySelector(".tl-overview").hidden = !!found;
    results.hidden = !found || !found.length;
    const more = root.querySelector(".tl-more");
    more.hidden = !found || found.length <= most;
    more.firstElementChild.onclick = () => list(found, most + PAGE);
    results.replaceChildren(...(found || []).slice(0, most).map((r) => {
      const item = document.createElement("li"), line = document.createElement("p"), title = document.createElement("h3"), link = document.createElement("a");
      item.className = "tl-event tl-" + r.status + (r.certain ? "" : " tl-unsure");
      link.href = r.href; link.textContent = r.title;
      line.className = "tl-meta"; line.textContent = r.when;
      title.append(link); item.append(title, line);
      return item;
    }));
  };
  const address = (push) => {
    const query = new URLSearchParams(asked()).toString();
    const to = location.pathname + (query ? "?" + query : "") + (push ? "" : location.hash);
    try { history[push ? "pushState" : "replaceState"](null, "", to); } catch { /* a page opened from a disk may not */ }
  };
  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const field = bar.elements[name], value = query.get(name) || "";
      if (field.type === "checkbox") field.checked = !!value; else field.value = value;
    }
    if (FIELDS.some((name) => query.get(name))) load(() => { for (const kind of KINDS) bar.elements[kind].value = query.get(kind) || ""; apply(); });
    else if (records) apply();
  };

  bar.hidden = false;
  if (!elsewhere) {
    let wait = 0;
    bar.addEventListener("submit", (event) => { event.preventDefault(); address(true); apply(); });
    bar.elements.q.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => { address(false); apply(); }, 60); });
    bar.addEventListener("change", (event) => { if (event.target.name !== "q") { address(true); apply(); } });
    bar.addEventListener("reset", () => setTimeout(() => { address(true); apply(); }));
  } else {
    bar.addEventListener("change", (event) => { if (event.target.name !== "q") bar.requestSubmit(); });
    bar.addEventListener("formdata", (event) => { for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name); });
  }
  for (const type of ["focusin", "pointerenter"]) bar.addEventListener(type, () => load(() => {}), { once: true });
  bar.addEventListener("click", (event) => {
    const chip = event.target.closest(".tl-chip");
    if (!chip) return;
    load(() => {
      const select = bar.elements[chip.dataset.kind];
      select.value = select.value === chip.textContent ? "" : chip.textContent;
      if (elsewhere) return bar.requestSubmit();
      address(true);
      apply();
    });
  });
  addEventListener("popstate", restore);
  document.addEventListener("click", (event) => {
    const panel = bar.querySelector(".tl-filters");
    if (panel.open && !panel.contains(event.target)) panel.open = false;
  });

  /* A permalink to an event that stands on another page, or had another id before a merge. */
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || !root.dataset.index || document.getElementById(id)) return;
    load(() => { const to = records.find((r) => r.id === id || r.old.includes(id)); if (to) location.replace(to.href); });
  };
  addEventListener("hashchange", follow);

  /* The density strip: drawn again by day, month or year, and with what is filtered. */
  const figure = root.querySelector(".tl-density");
  let unit = figure && figure.dataset.unit;
  const CUT = { year: -6, month: -3, day: 99 };
  const draw = () => {
    if (!figure || !CUT[unit]) return;
    const bins = new Map();
    records.forEach((r, n) => {
      if (!r.begin) return;
      const key = CUT[unit] > 0 ? r.begin : r.begin.slice(0, CUT[unit]);
      const bin = bins.get(key) || { all: 0, on: 0, href: "" };
      bin.all++;
      if (shown[n] !== false) { bin.on++; bin.href = bin.href || r.href; }
      bins.set(key, bin);
    });
    const time = (key) => Date.parse(key.length === 4 ? key + "-01-01" : key.length === 7 ? key + "-01" : key);
    const keys = [...bins.keys()].filter((key) => !Number.isNaN(time(key))).sort();
    if (!keys.length) return;
    const size = { year: 365, month: 30, day: 1 }[unit] * 864e5;
    const first = time(keys[0]), span = time(keys[keys.length - 1]) + size - first, top = Math.max(...[...bins.values()].map((b) => b.all));
    const width = Math.max(2, 1000 * size / span - 1);
    const make = (name, attributes, parent) => { const e = document.createElementNS("http://www.w3.org/2000/svg", name); for (const k in attributes) e.setAttribute(k, attributes[k]); parent.append(e); return e; };
    const svg = figure.querySelector("svg");
    svg.setAttribute("viewBox", "0 0 1000 56");
    svg.replaceChildren();
    for (const key of keys) {
      const bin = bins.get(key), x = (1000 - width) * (time(key) - first) / Math.max(1, span - size);
      const link = make("a", bin.href ? { href: bin.href, tabindex: -1 } : {}, svg);
      const high = (n) => Math.max(n ? 3 : 0, 56 * n / top);
      make("rect", { class: "tl-hit", x, y: 0, width, height: 56 }, link);
      make("rect", { class: "tl-off", x, y: 56 - high(bin.all), width, height: high(bin.all) }, link);
      make("rect", { x, y: 56 - high(bin.on), width, height: high(bin.on) }, link);
      make("title", {}, link).textContent = key + " : " + bin.on;
    }
  };
  if (figure) {
    const zoom = figure.querySelector(".tl-zoom");
    zoom.setAttribute("role", "group");
    zoom.setAttribute("aria-label", words.zoom);
    for (const name of ["year", "month", "day"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words["zoom_" + name];
      button.setAttribute("aria-pressed", String(name === unit));
      button.onclick = () => load(() => {
        unit = name;
        for (const other of zoom.children) other.setAttribute("aria-pressed", String(other === button));
        draw();
      });
      zoom.append(button);
    }
    zoom.hidden = false;
  }

  /* Keys. They can be turned off in the help (WCAG 2.1.4). */
  const store = (value) => { try { if (value !== undefined) localStorage.setItem("tl-keys", value); return localStorage.getItem("tl-keys"); } catch { return null; } };
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const visible = (selector) => [...root.querySelectorAll(selector)].filter((e) => !e.hidden && !e.closest("[hidden]"));
  const go = (to) => {
    if (!to) return;
    root.querySelectorAll(".tl-here").forEach((e) => e.classList.remove("tl-here"));
    to.classList.add("tl-here");
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "start", behavior: smooth });
  };
  const step = (by) => {
    const all = visible(".tl-event"), at = all.indexOf(root.querySelector(".tl-here"));
    go(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
  };
  const stepDay = (by) => {
    const all = visible(".tl-day"), here = root.querySelector(".tl-here"), at = here ? all.indexOf(here.closest(".tl-day")) : -1;
    const to = all[at < 0 ? 0 : at + by], page = root.querySelector(by > 0 ? ".tl-pager [rel=next]" : ".tl-pager [rel=prev]");
    if (to) go([...to.querySelectorAll(".tl-event")].find((e) => !e.hidden)); else if (page) page.click();
  };
  let concern = -1;
  const nextConcern = () => {
    const all = [...root.querySelectorAll("[data-concern]")];
    if (!all.length) return;
    concern = (concern + 1) % all.length;
    const to = document.getElementById(decodeURIComponent(all[concern].hash.slice(1)));
    if (to) go(to); else all[concern].click();
  };
  const help = document.createElement("dialog");
  help.className = "tl-help";
  help.setAttribute("aria-labelledby", "tl-help-title");
  const title = document.createElement("h2"), label = document.createElement("label"), on = document.createElement("input"), close = document.createElement("button");
  title.id = "tl-help-title"; title.textContent = words.help;
  on.type = "checkbox"; on.checked = store() !== "off"; on.onchange = () => store(on.checked ? "on" : "off");
  label.className = "tl-check"; label.append(on, words.shortcuts_on);
  close.type = "button"; close.className = "tl-button"; close.textContent = words.close; close.onclick = () => help.close();
  help.append(title, ...words.help_keys.split("\n").map((line) => { const p = document.createElement("p"); p.textContent = line; return p; }), label, close);
  root.append(help);
  const foot = root.querySelector(".tl-foot");
  if (foot) {
    const open = document.createElement("button");
    open.type = "button"; open.className = "tl-button"; open.textContent = words.help; open.onclick = () => help.showModal();
    foot.append(open);
  }
  const KEYS = { j: () => step(1), k: () => step(-1), ArrowRight: () => stepDay(1), ArrowLeft: () => stepDay(-1), n: nextConcern, "/": () => bar.elements.q.focus(), "?": () => help.showModal() };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") { bar.querySelector(".tl-filters").open = false; if (event.target === bar.elements.q) bar.elements.q.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.closest("input,select,textarea,[contenteditable]")) return;
    if (!on.checked || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  restore();
  follow();
})();
