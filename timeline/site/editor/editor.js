/* The editor of `timeline serve --edit`. Each act is sent to the server, which patches the YAML file and answers at once;
   the page shows the act right away and takes the rebuilt page in when it is there. What is shown is written as text. */
"use strict";
(() => {
const ROOT = "/_edit/", me = document.currentScript;
const mount = me.dataset.mount, first = JSON.parse(me.dataset.versions);
const slug = decodeURIComponent(location.pathname.slice(mount.length).split("/")[0]);
const HERE = ".tl[data-words]", EVENTS = ".tl-days:not(.tl-results) .tl-event[id]", SHORT = ".tl-days:not(.tl-results) .tl-event:not([id]) h3 a[href*='#']";
const root = () => document.querySelector(HERE);
const alone = !Object.hasOwn(first, slug) || !root() || document.body.classList.contains("tl-bare");
let epoch = +me.dataset.epoch, version = first[slug];
const mine = new Set(); /* what the file was after each act of this page */
let state = null, words = {}, wanted = null, form = null, review = null, opening = false, failure = "refused", lost = null;

/* ---- small things ---- */
const el = (name, given, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given || {})) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "text") made.textContent = value;
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};
const w = (key, given) => (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => (given && name in given ? given[name] : ""));
const button = (key, act, more) => el("button", { type: "button", class: "tle-button", "data-act": key, text: w(key), onclick: act, ...more });
const event = (id) => { const found = document.getElementById(id); return found && found.matches(EVENTS) ? found : null; };
const titled = (item) => item.querySelector("h3").textContent;
const why = (answer) => (!answer ? "offline" : answer.status === 403 ? "expired" : "refused"); /* a server that was started again has another token */
const get = async (name, asked) => {
  let answer;
  try {
    answer = await fetch(ROOT + name + "?" + new URLSearchParams({ timeline: slug, ...asked }), { cache: "no-store" });
    if (answer.ok) return await answer.json();
  } catch { /* what was not answered is told by whoever asked */ }
  failure = why(answer);
  return null;
};
const home = (id) => mount + encodeURIComponent(slug) + "/index.html" + (id ? "#" + encodeURIComponent(id) : ""); /* leads to the event's page */
const keysOn = () => { try { return localStorage.getItem("tl-keys") !== "off"; } catch { return true; } };

/* ---- the page is rebuilt: what it is now is taken in, and everything stays where it was ---- */
const fresh = async () => {
  const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelector("script[data-versions]");
  if (told) epoch = Math.max(epoch, +told.dataset.epoch);
  return { page, gone: answer.status === 404, shown: told ? JSON.parse(told.dataset.versions)[slug] : undefined };
};
const refresh = async (force) => {
  const { page, gone, shown } = await fresh();
  if (gone) { location.assign(home(wanted && wanted.id)); return; } /* no event is left on this page of a long timeline */
  const strange = shown !== version;
  if (strange && mine.has(shown) && !force) {
    const before = version, now = await get("state", {});
    if (version !== before || !now || now.version !== shown) return; /* of an act before the last one: the next build comes */
  }
  const next = page.querySelector(HERE);
  if (!next || !root()) { location.reload(); return; }
  version = shown;
  swap(page, next);
  if (strange && !force) say(w("changed"));
  await load();
  if (!lost) return;
  const item = event(lost), there = state && state.events.some((one) => one.id === lost);
  if (item && !item.classList.contains("tl-here")) mark(item);
  if (!item && there) elsewhere(lost);
  lost = null;
};
const swap = (page, next) => {
  const active = document.activeElement, held = active && active.closest && active.closest(".tl-event[id]");
  const typing = form && form.made.contains(active) ? active : null;
  const focus = wanted || (!typing && held && { id: held.id, act: active === held ? null : active.dataset.act });
  const open = [...document.querySelectorAll(EVENTS + " details[open]")].map((d) => d.closest(".tl-event").id);
  const here = document.querySelector(".tl-here"), folded = document.querySelector(".tl-background[open]");
  const mark = [...document.querySelectorAll(EVENTS)].find((item) => item.getBoundingClientRect().bottom > 60 && page.getElementById(item.id));
  const top = mark && mark.getBoundingClientRect().top;
  const y = scrollY;
  history.replaceState(null, "", location.pathname + location.search);
  root().replaceWith(document.adoptNode(next));
  document.title = page.title;
  if (globalThis.document$ && document$.again) document$.again();
  for (const id of open) { const item = event(id); if (item) item.querySelector("details").open = true; }
  if (folded && document.querySelector(".tl-background")) document.querySelector(".tl-background").open = true;
  if (here && event(here.id)) event(here.id).classList.add("tl-here");
  dress();
  if (form && form.inline) { const item = event(form.id); if (item) item.querySelector(".tle-tools").after(form.made); else dock.prepend(form.made); }
  const kept = mark && event(mark.id);
  scrollTo({ top: kept ? scrollY + kept.getBoundingClientRect().top - top : y, behavior: "instant" });
  if (typing) typing.focus({ preventScroll: true });
  else if (focus) land(focus.id, focus.act, !!wanted);
  wanted = null;
};
const land = (id, act, follow) => {
  const item = event(id);
  if (!item) { if (follow && !review) { lost = id; dock.querySelector("button").focus({ preventScroll: true }); } return; }
  const folded = item.closest(".tl-background");
  if (folded) folded.open = true;
  if (follow) mark(item);
  if (review) return;
  if (act === null) { item.tabIndex = -1; item.focus({ preventScroll: true }); return; }
  const to = item.querySelector(act ? '.tle-tools [data-act="' + act + '"]' : ".tle-tools button");
  if (to) { rove(to); to.focus({ preventScroll: true }); }
};
const mark = (item) => {
  document.querySelectorAll(".tl-here").forEach((other) => other.classList.remove("tl-here"));
  item.classList.add("tl-here");
  item.scrollIntoView({ block: "center", behavior: "instant" });
};
const wait = async () => {
  for (;;) {
    try {
      const answer = await fetch("/livereload/" + epoch + "/" + Math.floor(performance.timeOrigin), { cache: "no-store" });
      const now = answer.ok ? +(await answer.text()) : 0;
      if (now > epoch) { epoch = now; if (alone) location.reload(); else await refresh(false); }
      else if (!answer.ok) {
        if (answer.status === 403 && !alone && status.textContent !== w("expired")) say(w("expired"), true);
        await new Promise((then) => setTimeout(then, 3000));
      }
    } catch { await new Promise((then) => setTimeout(then, 3000)); }
  }
};
addEventListener("load", wait);
if (alone) return;

/* ---- what is said, for eyes and for screen readers ---- */
const status = el("p", { class: "tle-said", role: "status", "aria-live": "polite" });
let told = 0, last = ["", 0];
const say = (text, wrong) => {
  const now = performance.now(), whole = now - last[1] < 700 && last[0].length < 160 ? last[0] + " " + text : text; /* what came just before is not cut off */
  last = [whole, now];
  status.classList.toggle("tle-wrong", !!wrong);
  status.textContent = "";
  clearTimeout(told);
  told = setTimeout(() => { status.textContent = whole; }, 40); /* the same text twice is said twice */
};

const elsewhere = (id) => {
  const way = el("a", { href: home(id), text: w("elsewhere") });
  setTimeout(() => status.append(" ", way), 60); /* behind what is said */
};

/* ---- acts ---- */
let line = Promise.resolve();
const post = (asked, still = () => true) => {
  const turn = () => (still() ? send(asked) : null);
  line = line.then(turn, turn);
  return line;
};
const send = async (asked) => {
  let answer, data = {};
  try {
    answer = await fetch(ROOT + "act", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ timeline: slug, version, ...asked }) });
    data = await answer.json();
  } catch { /* refused without JSON, or not answered */ }
  if (answer && answer.ok) {
    mine.add(version);
    mine.add(data.version);
    version = data.version;
    undoing(data.undo, data.redo);
    say(data.said);
    return data;
  }
  if (data.error === "stale") {
    say(data.message, true);
    for (let tries = 0; tries < 40 && (await fresh()).shown !== data.version; tries++) await new Promise((then) => setTimeout(then, 250));
    await refresh(true); /* what is typed in a form stays in it */
    return null;
  }
  say(data.message || w(why(answer)), true);
  return null;
};
const undoing = (undo, redo) => {
  for (const [key, label] of [["undo", undo], ["redo", redo]]) {
    const one = dock.querySelector('[data-act="' + key + '"]');
    one.setAttribute("aria-disabled", String(!label));
    one.title = label || "";
  }
};
const back = async (key) => {
  if (dock.querySelector('[data-act="' + key + '"]').getAttribute("aria-disabled") === "true") { say(w("nothing_to_" + key)); return; }
  const done = await post({ act: key });
  if (!done) return;
  if (review) review.again(done.id);
  const item = event(done.id);
  if (item) mark(item); else wanted = null;
  lost = review ? null : done.id;
};
const after = (item) => {
  const all = [...document.querySelectorAll(EVENTS)], at = all.indexOf(item);
  return all[at + 1] || all[at - 1] || null;
};
const drop = (item) => {
  const day = item.closest(".tl-day"), gone = day && day.querySelectorAll(".tl-event").length === 1 ? day : item;
  const place = gone.parentNode, next = gone.nextSibling;
  gone.remove();
  return () => { if (!event(item.id) && place.isConnected) place.insertBefore(gone, next && next.parentNode === place ? next : null); };
};
const confirm = async (id, always) => {
  const item = event(id), on = !!always || !(item ? item.querySelector(".tl-b-confirmed") : state && state.confirmed.includes(id));
  const done = await post({ act: "confirm", id, on });
  if (!done || !item || !item.isConnected) return done;
  const badge = item.querySelector(".tl-b-confirmed"), meta = item.querySelector(".tl-meta");
  if (on && !badge && meta) meta.prepend(el("span", { class: "tl-badge tl-b-confirmed", text: w("confirmed") }));
  else if (!on && badge) badge.remove();
  item.querySelector('[data-act="confirm"]').setAttribute("aria-pressed", String(on));
  return done;
};
const hide = async (id) => {
  const item = event(id), next = item && after(item);
  const again = item && drop(item); /* at once: a second key is for the next event */
  if (!review && next) { wanted = { id: next.id, act: "hide" }; land(next.id, "hide", true); }
  const done = await post({ act: "hide", id });
  if (!done && item) { again(); wanted = null; land(id, "hide", true); }
  return done;
};
const show = async (id) => {
  const done = await post({ act: "hide", id, on: false });
  if (done) { wanted = { id, act: "hide" }; await load(); }
};

/* ---- drafts: what is typed into a form outlives the page, until it is saved or given up ---- */
const DRAFTS = "tl-drafts:" + slug;
const drafts = (() => { try { return new Map(JSON.parse(sessionStorage.getItem(DRAFTS))); } catch { return new Map(); } })();
const keep = (key, draft) => {
  drafts.delete(key); /* the last one is the one that was open */
  if (draft) drafts.set(key, draft);
  try { sessionStorage.setItem(DRAFTS, JSON.stringify([...drafts])); } catch { /* kept in this page alone */ }
};
const resume = () => {
  const last = [...drafts.keys()].pop(), [kind, id] = last ? last.split(" ") : [];
  if (kind && (!id || event(id))) open(kind, id, id ? event(id) : null);
};
const aside = () => { if (form && drafts.has(form.key)) say(w("draft", { form: form.made.getAttribute("aria-label") })); if (form) form.close(); };

/* ---- forms: one is open at a time, in its event or in the panel of the review ---- */
const field = (key, given, input) => {
  const id = "tle-" + key;
  const made = input || el("input", { type: "text", autocomplete: "off", ...given });
  made.id = id; made.name = key;
  return el("p", {}, el("label", { for: id, text: w("field_" + key) }), made);
};
const dated = (value) => {
  const output = el("output", { id: "tle-read", for: "tle-date", class: "tle-read", "aria-live": "polite" });
  const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false", required: true, value, "aria-describedby": "tle-hint tle-read" });
  let timer = 0, late = 0;
  const read = async () => {
    const text = input.value, told = await get("reading", { text });
    if (!told || text !== input.value) return;
    clearTimeout(late);
    output.textContent = told.fault || [told.words, told.edtf].filter(Boolean).join(" · ");
    output.classList.toggle("tle-wrong", !!told.fault);
    if (told.fault) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
  };
  const forget = () => { output.textContent = ""; output.classList.remove("tle-wrong"); };  // a late answer: no other text's reading meanwhile
  input.addEventListener("input", () => { clearTimeout(timer); clearTimeout(late); timer = setTimeout(read, 120); late = setTimeout(forget, 500); });
  read();
  return [field("date", null, input), el("p", { id: "tle-hint", class: "tle-note", text: w("date_hint") }), output];
};
const FIELDS = {
  retitle: (told) => [field("title", { value: told.title, required: true, maxlength: 1000 })],
  redate: (told) => dated(told.date),
  rename: (told) => ["people", "places"].map((name) => field(name, null, el("textarea", { rows: Math.max(2, told[name].length + 1), text: told[name].join("\n") }))),
  merge: (told) => {
    const near = new Set((state.queue.find((one) => one.id === told.id) || { like: [] }).like.map((one) => one.id));
    const at = state.events.findIndex((one) => one.id === told.id), close = state.events.filter((one, n) => one.id !== told.id && (near.has(one.id) || (at >= 0 && Math.abs(n - at) <= 5)));
    close.sort((a, b) => near.has(b.id) - near.has(a.id));
    const option = (one) => el("option", { value: one.id, text: one.title + " (" + one.when + ")" });
    const others = state.events.filter((one) => one.id !== told.id && !close.includes(one));
    const select = el("select", { required: true }, el("optgroup", { label: w("near") }, ...close.map(option)), others.length && el("optgroup", { label: w("others") }, ...others.map(option)));
    return [field("into", null, select), el("p", { class: "tle-note", text: w("merge_note") })];
  },
  split: (told) => [
    told.sources.length && el("fieldset", {}, el("legend", { text: w("split_sources") }), ...told.sources.map((source, n) =>
      el("label", { class: "tle-check" }, el("input", { type: "checkbox", name: "source", value: n, checked: told.sources.length === 1 || n === told.sources.length - 1 }), el("span", { text: source.quote || source.name })))),
    told.sources.length === 1 && el("p", { class: "tle-note", text: w("split_one") }),
    field("title", { required: true, maxlength: 1000 }), ...dated(told.date),
  ],
  add: () => [field("title", { required: true, maxlength: 1000 }), ...dated(""), field("text", null, el("textarea", { rows: 3 })), field("url", { inputmode: "url", placeholder: "https://" })],
};
const open = async (kind, id, item) => {
  const key = (kind + " " + id).trim(), opener = document.activeElement;
  if (form && form.key === key) form.close(); else aside();
  opening = true; /* what is typed before the form is there is for the form, not for the page */
  const event_ = kind === "add" ? {} : await get("event", { id });
  opening = false;
  if (!event_) { say(w(failure), true); return; }
  if (kind === "merge" && (!state || state.events.length < 2)) { say(w("nothing_to_merge")); return; }
  if (form) form.close();
  if (item) item = event(id); /* the page may have been rebuilt meanwhile */
  const made = el("form", { class: "tle-form", "aria-label": w("form_" + kind, { title: event_.title }) },
    ...FIELDS[kind](event_), el("p", { class: "tle-ends" }, el("button", { class: "tle-button tle-main", text: w("save") }), button("cancel", () => { keep(key); if (form) form.close(); })));
  const host = item || (review && kind !== "add" ? review.host : dock);
  if (item) item.querySelector(".tle-tools").after(made); else if (host === dock) dock.prepend(made); else host.append(made);
  const recall = ({ text, sources }) => {
    for (const [name, value] of Object.entries(text)) if (made.elements[name]) made.elements[name].value = value;
    for (const box of made.querySelectorAll("[name=source]")) box.checked = sources.includes(+box.value);
    if (text.date) made.elements.date.dispatchEvent(new Event("input"));
  };
  const values = () => ({
    text: Object.fromEntries(["title", "date", "text", "url", "into", "people", "places"].filter((name) => made.elements[name]).map((name) => [name, made.elements[name].value])),
    sources: [...made.querySelectorAll("[name=source]:checked")].map((box) => +box.value),
  });
  const close = () => {
    made.remove();
    form = null;
    if (opener && opener.isConnected && opener !== document.body) opener.focus({ preventScroll: true });
    else land(id, kind);
  };
  let sent = false;
  form = { close, made, id, key, inline: !!item };
  if (drafts.has(key)) recall(drafts.get(key));
  made.addEventListener("input", () => keep(key, values()));
  made.addEventListener("keydown", (pressed) => {
    if (pressed.key === "Escape") { pressed.stopPropagation(); keep(key); close(); }
    if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) made.requestSubmit(); /* in a text of several lines, too */
  });
  made.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const { text, sources } = values();
    const done = await post({ act: kind, ...(kind === "add" ? {} : { id }), ...text, ...(kind === "split" ? { sources } : {}) }, () => !sent);
    if (!done) return;
    sent = true; /* a second Enter while the server was busy is no second act */
    keep(key);
    finish(kind, id, text, done, made);
  });
  made.querySelector("input:not([type=checkbox]),select,textarea").focus();
};
const finish = (kind, id, text, done, made) => {
  const item = event(id);
  wanted = { id: done.id, act: kind === "add" ? "retitle" : kind };
  if (kind === "retitle" && item) item.querySelector("h3").textContent = text.title;
  if (form && form.made === made) form.close(); /* it was left before the answer came */
  if (kind === "merge" && item) { drop(item); land(done.id, "merge", true); }
  if (review) review.did(kind);
};

/* ---- the buttons of each event: one stop of the tabulator, arrows between them ---- */
const rove = (to) => { for (const one of to.parentNode.children) one.tabIndex = one === to ? 0 : -1; };
const ACTS = { confirm, retitle: (id) => open("retitle", id, event(id)), redate: (id) => open("redate", id, event(id)), rename: (id) => open("rename", id, event(id)), hide, merge: (id) => open("merge", id, event(id)), split: (id) => open("split", id, event(id)) };
const dress = () => {
  for (const item of document.querySelectorAll(EVENTS)) {
    if (item.querySelector(".tle-tools")) continue;
    const tools = el("div", { class: "tle-tools", role: "toolbar", "aria-label": w("tools", { title: titled(item) }) });
    for (const key of Object.keys(ACTS)) tools.append(el("button", { type: "button", "data-act": key, text: w(key), tabindex: tools.children.length ? -1 : 0, "aria-pressed": key === "confirm" ? String(!!item.querySelector(".tl-b-confirmed")) : null }));
    (item.querySelector(".tl-meta") || item.querySelector("h3")).after(tools);
  }
  for (const way of document.querySelectorAll(SHORT)) { /* where a page lists events in short, each leads to its buttons */
    const item = way.closest(".tl-event"), link = el("a", { href: way.getAttribute("href"), text: w("edit"), "aria-label": w("tools", { title: titled(item) }) });
    if (!item.querySelector(".tle-tools")) (item.querySelector(".tl-meta") || item.querySelector("h3")).after(el("div", { class: "tle-tools" }, link));
  }
};
addEventListener("click", (clicked) => {
  const one = clicked.target.closest && clicked.target.closest(".tle-tools [data-act]");
  if (!one) return;
  rove(one);
  ACTS[one.dataset.act](one.closest(".tl-event").id, false);
});
addEventListener("keydown", (pressed) => {
  const one = pressed.target.closest && pressed.target.closest(".tle-tools [data-act]"), by = { ArrowRight: 1, ArrowLeft: -1 }[pressed.key];
  if (!one || !(by || pressed.key === "Home" || pressed.key === "End")) return;
  pressed.preventDefault();
  pressed.stopImmediatePropagation();
  const all = [...one.parentNode.children];
  const to = by ? all[(all.indexOf(one) + by + all.length) % all.length] : all[pressed.key === "Home" ? 0 : all.length - 1];
  rove(to);
  to.focus();
}, true);

/* ---- the bar at the foot of the window ---- */
const dock = el("section", { class: "tl tle-dock" });
const build = () => {
  dock.setAttribute("aria-label", w("dock"));
  dock.replaceChildren(status, el("div", { class: "tle-row" },
    button("add", () => open("add", "", null)), button("undo", () => back("undo"), { "aria-disabled": "true" }), button("redo", () => back("redo"), { "aria-disabled": "true" }),
    button("review", () => start("queue")), button("candidates", () => start("candidates")),
    el("details", { class: "tle-hidden", hidden: true }, el("summary", { class: "tle-button" }), el("ul")),
    button("help", () => help.showModal())));
  help.setAttribute("aria-labelledby", "tle-help");
  const keys = el("input", { type: "checkbox", checked: keysOn(), onchange: () => { try { localStorage.setItem("tl-keys", keys.checked ? "on" : "off"); } catch { /* not kept */ } } });
  const lines = (text) => text.split("\n").map((one) => el("p", { text: one }));
  help.replaceChildren(el("h2", { id: "tle-help", text: w("help") }), ...lines(w("help_keys")), el("h3", { text: w("review") }), ...lines(w("help_review")),
    el("h3", { text: w("help_read") }), ...lines(JSON.parse(root().dataset.words).help_keys || ""), el("label", { class: "tl-check" }, keys, w("shortcuts_on")), button("close", () => help.close()));
};
const help = el("dialog", { class: "tl-help" });
const load = async () => {
  const told_ = await get("state", {});
  if (!told_ || !dock.isConnected) return;
  state = told_;
  undoing(state.undo, state.redo);
  for (const [key, list] of [["review", state.queue], ["candidates", state.candidates]]) {
    const one = dock.querySelector('[data-act="' + key + '"]');
    one.textContent = w(key) + " (" + list.length + ")";
    one.hidden = key === "candidates" && !list.length;
  }
  const hidden = dock.querySelector(".tle-hidden");
  hidden.hidden = !state.hidden.length;
  hidden.firstChild.textContent = w("hidden", { count: state.hidden.length });
  hidden.lastChild.replaceChildren(...state.hidden.map((one) => el("li", {}, el("span", { text: one.title + " (" + one.when + ")" }), button("show", () => show(one.id), { "aria-label": w("show_one", { title: one.title }) }))));
};

/* ---- the review: what wants a look, one after the other ---- */
const start = async (kind) => {
  aside();
  await load();
  const list = state ? state[kind].slice() : [];
  if (!list.length) { say(w(kind === "queue" ? "nothing_to_review" : "no_candidates")); return; }
  if (review) review.end(true);
  const opener = document.activeElement, done = new Set();
  const panel = el("section", { class: "tl tle-review", tabindex: -1, "aria-label": w(kind === "queue" ? "review" : "candidates") });
  let at = 0, turn = 0;
  const acts = {
    confirm: async () => { if (await (kind === "queue" ? confirm(list[at].id, true) : take(list[at].id))) next(true); },
    hide: async () => { if (await hide(list[at].id)) next(true); },
    next: () => next(false), previous: () => { if (at > 0) { at--; draw(); } else say(w("first_one")); }, end: () => end(),
  };
  for (const key of ["retitle", "redate", "rename", "merge", "split"]) acts[key] = () => open(key, list[at].id, null);
  const take = async (id) => { const taken = await post({ act: "take", id }); if (taken) wanted = { id, act: "retitle" }; return taken; };
  const next = (was) => {
    if (was) done.add(list[at].id);
    if (at + 1 < list.length) { at++; draw(); return; }
    say(w(done.size === list.length ? "review_all" : "review_end", { count: list.length - done.size }));
    end();
  };
  const accept = async (one) => { if (await post({ act: "accept", id: list[at].id, field: one.field.startsWith("sources/") ? "sources" : one.field })) next(true); };
  const draw = async () => {
    if (form && !form.inline) aside();
    const one = list[at], mine_ = ++turn, whole = await get("event", { id: one.id });
    if (mine_ !== turn || !review) return;
    if (!whole) { list.splice(at, 1); if (at < list.length) draw(); else end(); return; }
    const place = w("progress", { at: at + 1, of: list.length });
    const tools = kind === "queue" ? ["confirm", "retitle", "redate", "rename", "merge", "split", "hide"] : ["take"];
    host.replaceChildren();
    panel.replaceChildren(
      el("p", { class: "tle-progress" }, el("b", { text: place }), el("progress", { max: list.length, value: at + 1, "aria-label": place }), one.reasons ? el("span", { text: one.reasons.join(", ") }) : null, done.has(one.id) ? el("span", { text: w("done") }) : null),
      el("h2", { text: whole.title }), el("p", { class: "tle-when", text: [whole.when, ...whole.people, ...whole.places].join(" · ") }),
      ...whole.sources.map((source) => el("div", { class: "tle-source" }, source.quote && el("blockquote", { text: source.quote }), el("p", { text: [source.name, source.because].filter(Boolean).join(" — ") }))),
      ...(one.disagreements || []).map((other) => el("p", { class: "tle-other" }, el("span", { text: w("disagree", { theirs: other.theirs || "—", ours: other.ours || "—", field: other.field }) + (other.why ? " (" + other.why + ")" : "") + " " }), button("accept", () => accept(other)))),
      ...(one.like || []).map((other) => el("p", { class: "tle-other" }, el("span", { text: w("like", { title: other.title, when: other.when }) + " " }), button("merge_with", async () => { if (await post({ act: "merge", id: one.id, into: other.id })) { if (event(one.id)) drop(event(one.id)); next(true); } }))),
      host,
      el("div", { class: "tle-row", role: "group", "aria-label": w("tools", { title: whole.title }) }, ...tools.map((key) => button(key, key === "take" ? acts.confirm : acts[key], key === "confirm" || key === "take" ? { class: "tle-button tle-main" } : {})),
        button("previous", acts.previous), button("next", acts.next), button("end", acts.end)));
    panel.focus({ preventScroll: true });
    say(place + " : " + [whole.title, whole.when, ...(one.reasons || [])].join(", "));
    if (event(one.id)) mark(event(one.id));
  };
  const end = (quietly) => {
    review = null;
    if (!quietly) say("");
    aside();
    panel.remove();
    document.body.classList.remove("tle-reviewing");
    if (!quietly && opener && opener.isConnected) opener.focus({ preventScroll: true });
    load();
  };
  const host = el("div");
  review = { host, acts, end, kind, did: (what) => { if (what === "merge") next(true); else draw(); }, again: (id) => { const was = list.findIndex((one) => one.id === id); if (was >= 0) { at = was; done.delete(id); } draw(); } };
  dock.before(panel);
  document.body.classList.add("tle-reviewing");
  draw();
};

/* ---- keys ---- */
const KEYS = { c: "confirm", t: "retitle", d: "redate", w: "rename", h: "hide", m: "merge", s: "split" };
addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || help.open || !dock.isConnected) return;
  const to = pressed.target;
  if (opening) { pressed.preventDefault(); pressed.stopImmediatePropagation(); return; }
  if (to.closest && to.closest("input,select,textarea,[contenteditable],dialog,.tle-form")) return;
  const key = pressed.key, act = KEYS[key];
  let then = null;
  if (review && key === "Escape") then = review.acts.end;
  else if (review && key === "Enter" && !to.closest("button,a,summary")) then = review.acts.confirm;
  else if (!keysOn()) return;
  else if (review && key === "j") then = review.acts.next;
  else if (review && key === "k") then = review.acts.previous;
  else if (review && act && review.kind === "queue") then = review.acts[act];
  else if (key === "r") then = () => start("queue");
  else if (key === "p") then = () => start("candidates");
  else if (key === "a") then = () => open("add", "", null);
  else if (key === "u") then = () => back("undo");
  else if (key === "U") then = () => back("redo");
  else if (key === "?") then = () => help.showModal();
  else if (act && !review) {
    const item = (to.closest && to.closest(".tl-event[id]")) || document.querySelector(".tl-here");
    if (item && event(item.id)) then = () => ACTS[act](item.id); else then = () => say(w("choose"));
  }
  if (!then) return;
  pressed.preventDefault();
  pressed.stopImmediatePropagation();
  then();
}, true);

/* The words first, which are there at once: the buttons do not wait for what the whole file says. */
const begin = async () => {
  const told_ = await get("words", {});
  if (!told_) { setTimeout(begin, 3000); return; }
  words = told_;
  build();
  document.body.append(dock);
  dock.append(help);
  dress();
  await load();
  resume();
};
begin();
})();
