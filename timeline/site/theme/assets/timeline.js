/* The timeline's script: filters, search, keys, the density strip. Everything reads without it, it asks no other host for
   anything, and what it shows it writes as text. */
"use strict";
(() => {
  let left = null; /* takes away the listeners of the page before, where a theme changes pages without loading */
  const start = () => {
  if (left) left.abort();
  left = new AbortController();
  const { signal } = left;
  const on = (type, then, more) => addEventListener(type, then, { signal, ...more });
  const root = document.querySelector(".tl[data-words]");

  /* A permalink's event stands at the top of the screen, also where the page is laid out while one scrolls. */
  const land = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const to = named && (named.closest(".tl-event") || named);
    if (!to || !to.closest(".tl")) return;
    const folded = to.closest(".tl-background");
    if (folded) folded.open = true;
    let frames = 0, last = null, stop = false;
    for (const type of ["wheel", "touchstart", "keydown"]) addEventListener(type, () => { stop = true; }, { once: true, passive: true, signal });
    const settle = () => {
      if (stop) return;
      to.scrollIntoView({ block: "start", behavior: "instant" });
      const top = to.getBoundingClientRect().top + scrollY;
      if (top !== last || frames < 4) { last = top; if (++frames < 30) requestAnimationFrame(settle); }
    };
    settle();
  };
  on("hashchange", land);
  on("load", land);
  if (document.readyState === "complete") land();

  const words = root ? JSON.parse(root.dataset.words) : {};
  const copy = (text, from) => {
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => { from.dataset.done = words.copied; setTimeout(() => delete from.dataset.done, 1500); }, () => {});
  };
  on("click", (event) => {
    const link = event.target.closest && event.target.closest(".tl-link");
    if (link && !event.ctrlKey && !event.metaKey) copy(link.href, link);
  });
  for (const code of document.querySelectorAll("[data-copy]")) { /* the code has the address that the page really has */
    if (location.protocol !== "file:") code.textContent = code.textContent.replace(/src="[^"]*"/, 'src="' + new URL("embed.html", location.href) + '"');
    const button = document.createElement("button");
    button.type = "button"; button.className = "tl-button"; button.textContent = words.copy_code; button.onclick = () => copy(code.textContent, button);
    code.after(button);
  }
  const explain = document.querySelector(".tl-explain");
  on("beforeprint", () => {
    if (explain && explain.checked) document.querySelectorAll(".tl-event details").forEach((d) => { d.open = true; });
    document.querySelectorAll(".tl-background").forEach((d) => { d.open = true; });
  });
  if (explain) explain.onchange = () => root.classList.toggle("tl-explained", explain.checked);
  for (const here of document.querySelectorAll(".tl-site li [aria-current],.tl-tabs [aria-current]")) {
    const menu = here.closest("ul"); /* where a menu scrolls sideways, the page that one is on is in sight */
    menu.scrollLeft = here.offsetLeft - menu.offsetLeft - menu.clientWidth / 3;
  }
  if (!root || !root.querySelector(".tl-bar")) return;
  const bar = root.querySelector(".tl-bar");
  const results = root.querySelector(".tl-results");
  const none = root.querySelector(".tl-none");
  const base = (root.dataset.index || "").replace(/[^/]*$/, "");
  const NAMED = ["people", "organisations", "places", "tags"], KINDS = [...NAMED, "source"];
  const FIELDS = ["q", ...KINDS, "status", "from", "to", "certain", "event"];
  const PAGE = 100;

  /* Folding: "l'Élysée" and "elysee" are the same to the search, and so are "œuvre" and "oeuvre". */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  /* Word forms: "votes", "voté" and "votent" have one stem; so have "national" and "nationaux". */
  const ENDING = /(?:issements?|ements?|ations?|atrices?|ateurs?|euses?|eurs?|ives?|ifs?|aient|antes?|ants?|ees?|ent|ais|ait|ant|ons|ez|er|ir|es|s|x|e)$/;
  const stem = (word) => { const cut = word.replace(/aux$/, "al").replace(ENDING, ""); return word.length > 4 && cut.length > 2 ? cut : word; };

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
  const said = (item) => [item.parentNode.parentNode.querySelector("h2"), ...item.querySelectorAll("h3,.tl-people,.tl-organisations,.tl-places,.tl-tags,.tl-text,blockquote")]
    .map((e) => e.textContent).join(" ");
  const beginning = (day) => day.dataset.b || (/^d-(-?\d+-\d\d-\d\d)/.exec(day.id) || ["", ""])[1];
  const listed = () => [...root.querySelectorAll(".tl-days:not(.tl-results) .tl-event")].map((item) => {
    const names = {};
    for (const kind of NAMED) names[kind] = [...item.querySelectorAll(".tl-" + kind)].map((a) => a.textContent);
    names.source = [...item.querySelectorAll(".tl-cite")].map((c) => (c.firstElementChild || c).textContent.trim());
    return {
      item, day: item.parentNode.parentNode, id: item.id, begin: beginning(item.parentNode.parentNode),
      status: /tl-(asserted|reported|planned|denied|conditional)/.exec(item.className)[1],
      certain: !item.classList.contains("tl-unsure"), names, text: said(item), href: "#" + item.id,
    };
  });
  const indexed = (given) => given.events.map(([id, page, title, when, begin, status, certain, ...more]) => {
    const names = Object.fromEntries(KINDS.map((kind, k) => [kind, more[k].map((n) => given.names[kind][n])])), [old, told] = more.slice(KINDS.length);
    return { id, old, title, when, begin, status, certain: !!certain, names, href: base + given.pages[page] + "#" + id,
      text: [title, when, ...NAMED.flatMap((kind) => names[kind]), told].join(" ") };
  });
  const script = (src, then) => {
    const element = document.createElement("script");
    element.src = src; element.onload = then; element.onerror = then;
    document.head.append(element);
  };
  const waiting = []; /* what is to be done once the index is there */
  let files = 0; /* of a long timeline: how many have the words of its texts */
  const load = (then) => {
    if (records) return then();
    if (!root.dataset.index) { records = listed(); prepare(); return then(); }
    if (waiting.push(then) > 1) return;
    script(root.dataset.index, () => {
      const given = globalThis.timelineIndex, all = waiting.splice(0);
      if (given) { records = indexed(given); files = given.files; prepare(); all.forEach((next) => next()); }
    });
  };

  /* The words of the texts stand in files by their first two letters: those of the words typed are asked for, once. */
  const fetched = new Set();
  const read = (query, then) => {
    const numbers = files ? split(query).filter((word) => word[1]).map((word) => (word.charCodeAt(0) * 31 + word.charCodeAt(1)) % files) : [];
    const missing = [...new Set(numbers)].filter((n) => !fetched.has(n));
    let left = missing.length;
    if (!left) return then();
    for (const n of missing) {
      fetched.add(n);
      script(base + "search/" + n + ".js", () => {
        const given = globalThis.timelineWords || {};
        globalThis.timelineWords = null;
        for (const word in given) { let at = 0; const held = enter(word); for (const step of given[word]) held.push(at += step); }
        if (!--left) then();
      });
    }
  };

  const vocabulary = new Map(); /* the events of each word */
  let entered = false;
  const enter = (word) => { let held = vocabulary.get(word); if (!held) vocabulary.set(word, held = []); return held; };
  const prepare = () => {
    for (const kind of KINDS) {
      const select = bar.elements[kind];
      const known = [...new Set(records.flatMap((r) => r.names[kind]))].sort((a, b) => a.localeCompare(b));
      select.append(...known.map((name) => new Option(name, name)));
      select.closest("label").hidden = !known.length;
    }
  };
  const search = (query) => {
    if (!entered) { entered = true; records.forEach((r, n) => { for (const word of new Set(split(r.text))) enter(word).push(n); }); }
    let found = null;
    for (const typed of split(query)) {
      const hits = new Set(), root = stem(typed);
      for (const [word, held] of vocabulary) if (word.startsWith(typed) || (word.startsWith(root) && stem(word) === root)) held.forEach((n) => hits.add(n));
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
      && (!want.status || r.status === want.status) && (!want.event || r.id === want.event) && (!want.certain || r.certain)
      && (!want.from || (r.begin && r.begin >= want.from)) && (!want.to || (r.begin && r.begin <= want.to))));
  };
  let shown = [];
  const apply = () => load(() => read(bar.elements.q.value, () => {
    const want = asked();
    shown = matches(want);
    const any = Object.keys(want).length > 0;
    const count = shown.filter(Boolean).length;
    bar.querySelector(".tl-found").textContent = any ? words.found.replace("{count}", count).replace("{total}", records.length) : "";
    none.hidden = count > 0 || !any;
    bar.querySelector(".tl-share").hidden = !any;
    if (root.dataset.index) { list(any ? records.filter((_, n) => shown[n]) : null); } else { hide(); }
    for (const chip of root.querySelectorAll(".tl-chip")) chip.setAttribute("aria-pressed", String(want[chip.dataset.kind] === chip.textContent));
    draw();
  }));
  const hide = () => {
    const open = new Map();
    records.forEach((r, n) => {
      if (r.item.hidden === shown[n]) r.item.hidden = !shown[n];
      open.set(r.day, open.get(r.day) || shown[n]);
    });
    for (const [day, some] of open) if (day.hidden === some) day.hidden = !some;
    const folded = root.querySelector(".tl-background"), any = Object.keys(asked()).length > 0, key = root.querySelector(".tl-key");
    if (key) key.hidden = any;
    if (!folded) return;
    folded.hidden = !folded.querySelector(".tl-event:not([hidden])");
    if (any && !folded.hidden) folded.open = true;
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
      line.className = "tl-meta";
      const when = document.createElement("b");
      when.textContent = r.when;
      line.append(when, ...[...r.names.people, ...r.names.organisations, ...r.names.places].slice(0, 6).map((name) => { const e = document.createElement("span"); e.textContent = name; return e; }));
      if (r.names.source.length) { const e = document.createElement("cite"); e.textContent = r.names.source[0] + (r.names.source.length > 1 ? " +" + (r.names.source.length - 1) : ""); line.append(e); }
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
  let wait = 0;
  bar.addEventListener("submit", (event) => { event.preventDefault(); address(true); apply(); });
  bar.elements.q.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => { address(false); apply(); }, 60); });
  bar.addEventListener("change", (event) => { if (event.target.name !== "q") { address(true); apply(); } });
  bar.addEventListener("reset", () => setTimeout(() => { bar.elements.event.value = ""; address(true); apply(); }));
  for (const type of ["focusin", "pointerenter"]) bar.addEventListener(type, () => load(() => {}), { once: true });
  bar.addEventListener("click", (event) => {
    const chip = event.target.closest(".tl-chip");
    if (!chip) return;
    load(() => {
      const select = bar.elements[chip.dataset.kind];
      select.value = select.value === chip.textContent ? "" : chip.textContent;
      address(true);
      apply();
    });
  });
  bar.addEventListener("click", (event) => {
    const share = event.target.closest("[data-share]");
    if (!share) return;
    const frame = document.createElement("iframe"), query = "?" + new URLSearchParams(asked());
    frame.src = new URL(base + "embed.html", location.href) + query;
    frame.title = document.title; frame.width = "100%"; frame.height = 600; frame.loading = "lazy";
    copy(share.dataset.share ? frame.outerHTML : location.href.split(/[?#]/)[0] + query, share);
  });
  on("popstate", restore);
  on("click", (event) => {
    const panel = bar.querySelector(".tl-filters");
    if (panel.open && !panel.contains(event.target)) panel.open = false;
  });

  /* A permalink to an event that stands on another page, or had another id before a merge. */
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || !root.dataset.index || document.getElementById(id)) return;
    const ways = +root.dataset.ways; /* of a long timeline: how many files say where its events stand */
    if (ways && !records && id[1]) {
      const [first, second] = [id.charCodeAt(id.length - 1), id.charCodeAt(id.length - 2)];
      return script("search/at-" + (first * 31 + second) % ways + ".js", () => { const to = (globalThis.timelineWays || {})[id]; if (to) location.replace(to); });
    }
    load(() => { const to = records.find((r) => r.id === id || r.old.includes(id)); if (to) location.replace(to.href); });
  };
  on("hashchange", follow);

  /* The density strip: drawn again by day, month or year, and with what is filtered. */
  const figure = root.querySelector(".tl-density");
  let unit = figure && figure.dataset.unit;
  const CUT = { year: -6, month: -3, day: 99 };
  const number = (key) => (unit === "year" ? +key : unit === "month" ? key.slice(0, -3) * 12 + +key.slice(-2) : Date.parse(key) / 864e5);
  const make = (name, attributes, parent) => { const e = document.createElementNS("http://www.w3.org/2000/svg", name); for (const k in attributes) e.setAttribute(k, attributes[k]); parent.append(e); return e; };
  let slots = []; /* [place, key] of each bar, in order */
  let cursor = null, anchor = null;
  const draw = (paint = true) => {
    if (!figure || !CUT[unit] || !records) return;
    const want = asked(), bins = new Map();
    records.forEach((r, n) => {
      if (!r.begin || (want.from ? r.begin < want.from : r.begin < (figure.dataset.story || ""))) return;
      if (want.to && r.begin > want.to) return;
      const key = CUT[unit] > 0 ? r.begin : r.begin.slice(0, CUT[unit]);
      const bin = bins.get(key) || { all: 0, on: 0, href: "" };
      bin.all++;
      if (shown[n] !== false) { bin.on++; bin.href = bin.href || r.href; }
      bins.set(key, bin);
    });
    const keys = [...bins.keys()].filter((key) => !Number.isNaN(number(key))).sort((a, b) => number(a) - number(b));
    figure.querySelector(".tl-whole").hidden = !want.from && !want.to;
    if (!keys.length) return;
    const svg = figure.querySelector(".tl-bars"), axis = figure.querySelector(".tl-axis"), gaps = [];
    slots = [];
    keys.forEach((key, n) => {
      const before = n ? slots[n - 1][0] : -1, gap = n ? number(key) - number(keys[n - 1]) : 1;
      if (gap > 8) gaps.push(before + 1);
      slots.push([before + (gap > 8 ? 3 : gap), key]);
    });
    if (!paint) return;
    const wide = slots[slots.length - 1][0] + 1, top = Math.max(...[...bins.values()].map((b) => b.all));
    svg.setAttribute("viewBox", "0 0 " + wide * 8 + " 56");
    svg.replaceChildren();
    axis.replaceChildren();
    const room = 1 - (unit === "day" ? 68 : 34) / (axis.getBoundingClientRect().width || 320); /* what is further right has no room for its label */
    let last = "", free = 0, count = 0, off = "", bars = "";
    const column = (x, high) => "M" + (x + 1) + " 56v-" + high + "h6v" + high;
    for (const [slot, key] of slots) {
      const bin = bins.get(key), x = slot * 8, link = make("a", bin.href ? { href: bin.href, tabindex: -1 } : {}, svg);
      const high = (n) => (n ? Math.max(3, Math.round(56 * n / top)) : 0);
      off += column(x, high(bin.all));
      bars += column(x, high(bin.on));
      make("path", { d: "M" + x + " 0h8v56h-8" }, link);
      make("title", {}, link).textContent = key + words.colon + bin.on;
      const year = key.split("-")[key[0] === "-" ? 1 : 0], head = unit === "day" ? words.months.split(" ")[key.slice(-5, -3) - 1] + " " + +year : String(+year);
      if (head !== last && slot / wide >= free && slot / wide < room) {
        make("text", { x: 100 * slot / wide + "%", y: 13, class: count++ % 2 ? "tl-alt" : "" }, axis).textContent = head;
        free = slot / wide + 0.13;
      }
      last = head;
    }
    make("path", { class: "tl-off", d: off }, svg);
    make("path", { d: bars }, svg);
    svg.prepend(...[...svg.children].slice(-2));
    for (const gap of gaps) make("path", { class: "tl-break", d: "M" + (gap * 8 + 8) + " 0V56" }, svg);
    mark();
  };

  /* The brush: a stretch of the strip, drawn with mouse or finger or chosen with arrows, is the only one kept. */
  const mark = () => {
    const svg = figure.querySelector(".tl-bars"), old = svg.querySelector(".tl-brush");
    if (old) old.remove();
    if (cursor === null || !slots.length) return;
    const [a, b] = [Math.min(cursor, anchor), Math.max(cursor, anchor)].map((n) => slots[n][0]);
    make("rect", { class: "tl-brush", x: a * 8, y: 0, width: (b - a + 1) * 8, height: 56 }, svg);
  };
  const keep = () => {
    if (cursor === null) return;
    const [a, b] = [Math.min(cursor, anchor), Math.max(cursor, anchor)].map((n) => slots[n][1]);
    const last = b.length > 7 ? b : b.length > 4 ? b + "-" + new Date(Date.UTC(+b.slice(0, 4), +b.slice(5, 7), 0)).getUTCDate() : b + "-12-31";
    bar.elements.from.value = a.length > 7 ? a : a.length > 4 ? a + "-01" : a + "-01-01";
    bar.elements.to.value = last;
    cursor = anchor = null;
    if (a.slice(0, 7) === b.slice(0, 7)) setUnit("day"); else if (a.slice(0, 4) === b.slice(0, 4) && unit === "year") setUnit("month");
    address(true);
    apply();
  };
  let setUnit = () => {};
  if (figure) {
    const svg = figure.querySelector(".tl-bars");
    const at = (event) => {
      const box = svg.getBoundingClientRect(), place = (event.clientX - box.left) / box.width * (slots[slots.length - 1][0] + 1) - 0.5;
      return slots.reduce((best, [slot], n) => (Math.abs(slot - place) < Math.abs(slots[best][0] - place) ? n : best), 0);
    };
    let from = null, drawn = false;
    svg.addEventListener("pointerdown", (event) => { from = event.clientX; drawn = false; load(() => { if (!slots.length) { shown = matches(asked()); draw(false); } }); });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    on("pointermove", (event) => {
      if (from === null || !slots.length || Math.abs(event.clientX - from) < 6) return;
      if (!drawn) anchor = at({ clientX: from });
      drawn = true;
      cursor = at(event);
      mark();
    });
    on("pointerup", () => { from = null; if (drawn) keep(); });
    on("pointercancel", () => { from = cursor = null; drawn = false; mark(); });
    svg.addEventListener("click", (event) => { if (drawn) event.preventDefault(); drawn = false; }, true);
    figure.tabIndex = 0;
    figure.title = words.brush;
    figure.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.target !== figure || !(by || event.key === "Enter" || event.key === "Escape")) return;
      event.preventDefault();
      event.stopPropagation();
      load(() => {
        if (!slots.length) { shown = matches(asked()); draw(); }
        if (event.key === "Enter") return keep();
        if (event.key === "Escape") { cursor = null; return mark(); }
        cursor = cursor === null ? (by > 0 ? 0 : slots.length - 1) : Math.max(0, Math.min(slots.length - 1, cursor + by));
        if (!event.shiftKey || anchor === null) anchor = cursor;
        mark();
      });
    });
  }
  if (figure) {
    const zoom = figure.querySelector(".tl-zoom");
    zoom.setAttribute("role", "group");
    zoom.setAttribute("aria-label", words.zoom);
    const buttons = new Map();
    setUnit = (name) => { unit = name; for (const [other, button] of buttons) button.setAttribute("aria-pressed", String(other === name)); };
    const add = (text, then) => { const button = document.createElement("button"); button.type = "button"; button.textContent = text; button.onclick = () => load(then); zoom.append(button); return button; };
    const whole = add(words.zoom_all, () => { bar.elements.from.value = bar.elements.to.value = ""; address(true); apply(); });
    whole.className = "tl-whole";
    whole.hidden = true;
    for (const name of ["year", "month", "day"]) buttons.set(name, add(words["zoom_" + name], () => { setUnit(name); draw(); }));
    setUnit(unit);
  }

  /* Keys. They can be turned off in the help (WCAG 2.1.4). */
  const store = (value) => { try { if (value !== undefined) localStorage.setItem("tl-keys", value); return localStorage.getItem("tl-keys"); } catch { return null; } };
  const visible = (selector) => [...root.querySelectorAll(selector)].filter((e) => !e.hidden && !e.closest("[hidden]"));
  const go = (to) => {
    if (!to) return;
    root.querySelectorAll(".tl-here").forEach((e) => e.classList.remove("tl-here"));
    to.classList.add("tl-here");
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
    const folded = to.closest(".tl-background");
    if (folded) folded.open = true;
    to.scrollIntoView({ block: "start", behavior: "instant" });
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
  const title = document.createElement("h2"), label = document.createElement("label"), keys = document.createElement("input"), close = document.createElement("button");
  title.id = "tl-help-title"; title.textContent = words.help;
  keys.type = "checkbox"; keys.checked = store() !== "off"; keys.onchange = () => store(keys.checked ? "on" : "off");
  label.className = "tl-check"; label.append(keys, words.shortcuts_on);
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
  on("keydown", (event) => {
    if (event.key === "Escape") { bar.querySelector(".tl-filters").open = false; if (event.target === bar.elements.q) bar.elements.q.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.closest("input,select,textarea,[contenteditable]")) return;
    if (!keys.checked || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  restore();
  follow();
  };
  start();
  if (globalThis.document$ && document$.subscribe) { let first = true; document$.subscribe(() => { if (!first) start(); first = false; }); }
})();
