
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const SEVERITIES = ["BLOCKING", "REJECTED", "WARNING", "INFO"];
const WAITING = ["NEW", "OPEN", "REOPENED"];
const VERBS = { RELEASE: "Release", REFUSE: "Refuse", ACKNOWLEDGE: "Acknowledge" };
const PAST = { RELEASE: "released", REFUSE: "refused", ACKNOWLEDGE: "acknowledged" };
const AT_ONCE = 100;
const COLUMNS = 9;
const TAKEN_BACK = "taken back";
const LEFT_OUT = "left out";
const TAKEN_OVER = "taken over";
const READ = "read";
const SUPERSEDED = "superseded";
const CHANGED = " Changed since it was decided: ";

/* Fewer digits of an id would be found in many. */
const ID_DIGITS = 6;

const rows = data.rows.map((cells, order) => {
  const [id, facts, severity, code, officer, name, unit, date, held, refused, message, rule, entry, file, line, status, firstSeen,
    age, roster, duties, paid, known, decision, notApplied] = cells;
  return { id, facts, severity, code, officer, name, unit: data.units[unit], date, held, refused, message, rule, entry, file, line,
    status, firstSeen, age: Number(age), roster, duties, paid, known, decision, notApplied, order, isOpen: false, isSelected: false, takenBack: [] };
});
const byId = new Map(rows.map(row => [row.id, row]));
const get = id => document.getElementById(id);
const isDecidedBefore = row => row.status === "RELEASED" || row.status === "REFUSED";
/* However the id is written: ids are letters, digits and hyphens. */
const isOwn = (row, by) => row.officer !== "" && row.officer.toLowerCase() === by.replace(/[^A-Za-z0-9-]/g, "").toLowerCase();
const isHeld = row => row.severity === "BLOCKING" && !isDecidedBefore(row);
const isWaiting = row => WAITING.includes(row.status) || isHeld(row);
const table = get("exceptions");
const controls = get("controls");
let sort = { by: "", down: false };
let limit = AT_ONCE;
let shown = [];
let openGroups = new Set();
let groupBoxes = new Map();

/* Texts become text nodes only: nothing of the data is ever read as markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== "" && child !== null));
  return element;
}

const pounds = pence => (pence / 100).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const counted = (count, word) => count.toLocaleString("en-GB") + " " + word + (count === 1 ? "" : "s");
const canRelease = row => data.codes[row.code][1];

/* What was decided here, kept in the browser under the run's id. */
const KEY = "dutypay:run:";
const OWN = KEY + data.run;
const FOLDER = location.pathname.replace(/[^/]*$/, "");
/* A newer run has the same feed's name, or its page lies in the same folder. */
const NEWEST = ["dutypay:newest:feed:" + data.feed, "dutypay:newest:folder:" + FOLDER];
const DAYS_KEPT = 60;
let decisions = {};
/* Taken back after they were saved: the file that was handed over still has them. */
let withdrawn = {};
/* All that were ever taken back after they were saved, by exception: a run may have read the file before. */
let takenBack = {};
let keeps = true;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/* The records of this feed's other runs up to this one's date, be it by the feed's name or by the page's folder. */
const earlierRuns = () => others().filter(([, kept]) => (kept.feed === data.feed || kept.folder === FOLDER) && kept.runDate <= data.runDate);

/* The records of all other runs. */
function others() {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(KEY) && key !== OWN).map(key => [key, read(key)])
      .filter(([, kept]) => kept && kept.decisions);
  } catch {
    return [];
  }
}

const isSettled = kept => Object.values(kept.decisions).every(decision => decision.saved || decision.passed);

function keep(key, value) {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(key, text);
    return;
  } catch {
    /* The browser may be full: what other runs have in files makes room. */
  }
  try {
    for (const [other, kept] of others()) if (isSettled(kept) && kept.runDate < data.runDate) localStorage.removeItem(other);
    localStorage.setItem(key, text);
  } catch {
    keeps = false;
  }
}

function notice(text, actions = { Close: () => {} }) {
  const note = make("p", { class: "note" }, text);
  for (const [action, act] of Object.entries(actions)) {
    const button = make("button", { type: "button" }, action);
    button.addEventListener("click", () => { note.remove(); act(); get("list").focus(); });
    note.append(button);
  }
  get("notices").append(note);
}

/* What came of the last thing that was asked for, where it is in sight. */
function say(text) {
  get("said").textContent = text;
}

function load() {
  const kept = read(OWN) || {};
  decisions = kept.decisions || {};
  withdrawn = kept.withdrawn || {};
  takenBack = kept.takenBack || {};
}

function write() {
  keep(OWN, { runDate: data.runDate, feed: data.feed, folder: FOLDER, decisions, withdrawn, takenBack });
}

/* Pages of the same run may lie open side by side: only what this one decides is written over the others'. */
function store(changed) {
  if (keeps) load();
  for (const [id, decision] of Object.entries(changed)) {
    if (decisions[id]?.saved) {
      withdrawn[id] = true;
      takenBack[id] = [...(takenBack[id] || []), decisions[id]];
    }
    if (decision) decisions[id] = decision;
    else delete decisions[id];
  }
  write();
}

let warned = false;
function warnIfOlder(newest) {
  if (!newest || warned || newest.run === data.run) return;
  const isNewer = newest.runDate > data.runDate;
  if (!isNewer && !(newest.runDate === data.runDate && newest.payPeriod === data.payPeriod)) return;
  warned = true;
  notice(isNewer
    ? `A newer run's page, of ${newest.runDate}, has been opened in this browser. Decide there: what is decided here may be about facts that have changed.`
    : `The page of another run of ${data.runDate}, ${newest.run}, has been opened in this browser; this one is of run ${data.run}. Decide on the page of the run whose files are used.`);
}

function greet() {
  for (const key of NEWEST) {
    const newest = read(key);
    warnIfOlder(newest);
    if (!newest || newest.runDate <= data.runDate) {
      keep(key, { run: data.run, runDate: data.runDate, payPeriod: data.payPeriod });
    }
  }
  const earlier = {};
  const refused = {};
  const oldest = new Date(Date.parse(data.runDate) - DAYS_KEPT * 86400000).toISOString().slice(0, 10);
  for (const [key, kept] of earlierRuns()) {
    if (kept.runDate < oldest && isSettled(kept)) {
      localStorage.removeItem(key);
      continue;
    }
    for (const [id, decision] of Object.entries(kept.decisions)) {
      const row = byId.get(id);
      if (!row || row.facts !== decision.facts || decision.passed || decisions[id] || isOwn(row, decision.by)) continue;
      if (row.notApplied.some(([, made]) => isSame(made, decision))) refused[id] = decision;
      else if (isNews(row, decision) && (!earlier[id] || earlier[id].at < decision.at)) earlier[id] = decision;
    }
    for (const [id, former] of Object.entries(kept.takenBack || {})) {
      byId.get(id)?.takenBack.push(...former.filter(decision => !isMadeTwice(decision, kept.decisions[id])));
    }
    for (const [id, decision] of Object.entries(kept.decisions)) if (decision.passed === LEFT_OUT) byId.get(id)?.takenBack.push(decision);
  }
  pass(refused, READ);
  offer(earlier);
  warnOfTakenBack();
}

/* Whether a decision that the run tells of is this one. Without names the run does not say whose it is. */
const isSame = ([verdict, at], decision) => verdict === decision.decision && at === decision.at;

/* Taken back, and decided alike within the same minute: it stands. */
const isMadeTwice = (decision, again) => Boolean(again) && again.decision === decision.decision && again.at === decision.at;

/* Whether the run can have read nothing of it: what it has read and applied is told of, and so is a later one. */
const isNews = (row, decision) => WAITING.includes(row.status) || row.decision?.[1] < decision.at;

/* Whether what holds was taken back or left out on a page, and nothing else has been decided here. */
const isTakenBack = row => Boolean(row.decision) && row.status !== "REOPENED" && !(row.id in decisions)
  && row.takenBack.some(decision => isSame(row.decision, decision));

/* What a run has read holds, although a later file has it no more. */
function warnOfTakenBack() {
  const concerned = rows.filter(isTakenBack).length;
  if (concerned === 0) return;
  notice(`${counted(concerned, "decision")} taken back or left out on an earlier page had been saved before, and a run has read ${concerned === 1 ? "it: it holds" : "them: they hold"}. `
    + "To undo that, acknowledge the exception or decide anew.", {
    "Show": () => { controls.reset(); setTimeout(() => { get("status").value = TAKEN_BACK; draw(); }); },
    Close: () => {},
  });
}

/* What was decided on earlier pages and this run knows nothing of, be it that no file was saved or that none was read. */
function offer(earlier) {
  const made = Object.values(earlier);
  if (made.length === 0) return;
  const saved = made.filter(decision => decision.saved).length;
  notice(`${counted(made.length, "decision")} from an earlier run's page ${made.length === 1 ? "has" : "have"} not reached this run, and the facts are still the same: `
    + `${made.length - saved} not saved, ${saved} saved in a file that this run has not read.`, {
    "Take over": () => {
      pass(earlier, TAKEN_OVER);
      if (keeps) load();
      store(Object.fromEntries(Object.entries(earlier).filter(([id]) => !decisions[id]).map(([id, decision]) => [id, { ...decision, saved: false }])));
      draw();
    },
    "Leave out": () => pass(earlier, LEFT_OUT),
  });
}

/* They are not offered again, for this reason. */
function pass(earlier, why) {
  for (const [key, kept] of earlierRuns()) {
    const known = Object.entries(earlier).map(([id, decision]) => [kept.decisions[id], decision])
      .filter(([own, decision]) => own && own.facts === decision.facts && own.at <= decision.at);
    for (const [own, decision] of known) own.passed = isMadeTwice(own, decision) ? why : SUPERSEDED;
    if (known.length > 0) keep(key, kept);
  }
}

function options(select, entries) {
  select.append(...entries.map(([value, text]) => make("option", { value }, text)));
}

function fillControls() {
  const present = of => [...new Set(rows.map(of))];
  options(get("status"), [["waiting", "to decide, or held"], ["", "all"], ["here", "decided here"],
    ...(rows.some(isTakenBack) ? [[TAKEN_BACK, "taken back too late"]] : []),
    ...["NEW", "OPEN", "REOPENED", "RELEASED", "REFUSED", "ACKNOWLEDGED"].filter(status => rows.some(row => row.status === status)).map(status => [status, status])]);
  options(get("severity"), [["", "all"], ...SEVERITIES.filter(severity => rows.some(row => row.severity === severity)).map(each => [each, each])]);
  options(get("code"), [["", "all"], ...present(row => row.code).sort().map(each => [each, each])]);
  options(get("unit"), [["", "all"], ...present(row => row.unit).sort().map(each => [each, each])]);
  options(get("sort"), [["", "most money, then severity"], ...Object.entries(SORTS).flatMap(([by, [up, down]]) => [[by, up], [by + DOWN, down]])]);
}

function textOf(row) {
  return row.text ??= [row.officer, row.name, row.unit, row.date, row.code, row.severity, row.message, row.entry, row.file, row.rule].join(" ").toLowerCase();
}

function hasStatus(row, status) {
  switch (status) {
    case "": return true;
    case "here": return row.id in decisions;
    case "waiting": return isWaiting(row);
    case TAKEN_BACK: return isTakenBack(row);
    default: return row.status === status;
  }
}

function fits(row, wanted) {
  return hasStatus(row, wanted.status)
    && (wanted.severity === "" || row.severity === wanted.severity)
    && (wanted.code === "" || row.code === wanted.code)
    && (wanted.unit === "" || row.unit === wanted.unit)
    && wanted.words.every(word => textOf(row).includes(word) || (word.length >= ID_DIGITS && row.id.startsWith(word)));
}

const ORDERS = {
  held: (a, b) => (a.held ?? -1) - (b.held ?? -1),
  severity: (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  age: (a, b) => a.age - b.age,
};

const DOWN = " down";
const SORTS = {
  held: ["money, least first", "money, most first"],
  severity: ["severity, gravest first", "severity, gravest last"],
  code: ["code, A to Z", "code, Z to A"],
  officer: ["officer, A to Z", "officer, Z to A"],
  unit: ["unit, A to Z", "unit, Z to A"],
  date: ["date, oldest first", "date, newest first"],
  age: ["age, shortest first", "age, longest first"],
};

function filter() {
  const wanted = { status: get("status").value, severity: get("severity").value, code: get("code").value, unit: get("unit").value,
    words: get("search").value.toLowerCase().split(/\s+/).filter(Boolean) };
  shown = rows.filter(row => fits(row, wanted));
  if (sort.by) {
    const order = ORDERS[sort.by] || ((a, b) => (a[sort.by] < b[sort.by] ? -1 : a[sort.by] > b[sort.by] ? 1 : 0));
    shown.sort((a, b) => (sort.down ? order(b, a) : order(a, b)) || a.order - b.order);
  }
  /* Nobody decides about rows that the filter hides. */
  const inSight = new Set(shown);
  for (const row of rows) row.isSelected &&= inSight.has(row);
}

function list(title, texts, kind) {
  return texts.length === 0 ? [] : [make("h3", {}, title),
    texts.length === 1 ? make("p", { class: kind }, texts[0]) : make("ul", { class: kind }, ...texts.map(text => make("li", {}, text)))];
}

function money(row) {
  if (!canRelease(row) || isDecidedBefore(row) || (row.held === null && row.refused === null)) return [];
  const parts = [];
  if (row.held !== null) parts.push(`a release pays £${pounds(row.held)}`);
  if (row.refused !== null) parts.push(`a refusal £${pounds(row.refused)}`);
  if (row.held !== null && row.refused !== null) parts.push(`£${pounds(row.held - row.refused)} at stake`);
  const text = parts.join(", ");
  return [make("h3", {}, "Money"), make("p", { class: "money" }, text[0].toUpperCase() + text.slice(1) + ".")];
}

function inWords([verdict, at, by, reason]) {
  const said = `${PAST[verdict]} on ${at.replace("T", " at ")}${by ? " by " + by : ""}${reason ? ": " + reason : ""}`;
  return said[0].toUpperCase() + said.slice(1);
}

function notApplied(row) {
  return list("Read and not applied", row.notApplied.map(([code, made]) => `${inWords(made)} (${code}: ${data.codes[code][2]})`));
}

function former(row) {
  if (!row.decision) return [];
  const changed = row.message.split(CHANGED)[1];
  return [make("h3", {}, row.status === "REOPENED" ? "Decided before, on other facts" : "Decided"), make("p", {}, inWords(row.decision)),
    ...(changed ? [make("h3", {}, "Changed since"), make("p", {}, changed)] : [])];
}

function opened(row) {
  const where = [row.file && row.file + (row.line ? " line " + row.line : ""), row.entry && "entry " + row.entry].filter(Boolean).join(", ");
  const left = make("div", {},
    make("h3", {}, "What happened"), make("p", { class: "lead" }, row.message.split(CHANGED)[0]), make("p", { class: "small" }, data.codes[row.code][2]),
    make("h3", {}, "What to do"), make("p", {}, data.codes[row.code][0]),
    make("h3", {}, "Rule"), make("p", {}, `${row.rule}, ${data.rules[row.rule]}`),
    ...money(row), ...former(row), ...notApplied(row));
  const right = make("div", {},
    ...(row.file === "decisions.csv" ? [] : [make("h3", {}, "Roster day"), make("p", {}, row.date ? `${row.date}: ${row.roster || "no roster row"}` : "no date")]),
    ...list(row.duties.length === 1 ? "Duty" : "Duties", row.duties),
    ...list("Paid for the day", row.paid),
    ...list("What decided it", row.known, "small"),
    make("h3", {}, "Where"), make("p", { class: "small" }, [where, "exception " + row.id, row.firstSeen && "first seen " + row.firstSeen].filter(Boolean).join(", ")));
  const acts = make("p", { class: "acts" }, ...verdicts(row).map(verdict => decideButton(verdict, [row])));
  if (row.id in decisions) {
    const undo = make("button", { type: "button", class: "plain" }, "Take the decision back");
    undo.addEventListener("click", () => takeBack([row]));
    acts.append(undo);
  }
  return make("tr", { class: "opened", id: "o" + row.id }, make("td", { colspan: COLUMNS }, make("div", { class: "case" }, left, right), acts));
}

function takeBack(concerned) {
  const made = concerned.filter(row => row.id in decisions);
  store(Object.fromEntries(made.map(row => [row.id, null])));
  select(concerned, false);
  draw();
  say(made.length === 0 ? "Nothing of it was decided here." : counted(made.length, "decision") + " taken back.");
  focusOn(get("x" + concerned[0].id)?.querySelector(".opener"));
}

const isSeen = element => element?.isConnected && element.checkVisibility();

/* The first of these that can be seen, else the list. */
function focusOn(...elements) {
  (elements.find(isSeen) ?? get("list")).focus();
}

function verdicts(row) {
  return Object.keys(VERBS).filter(verdict => verdict !== "RELEASE" || canRelease(row));
}

function decideButton(verdict, concerned) {
  const button = make("button", { type: "button" }, VERBS[verdict]);
  button.addEventListener("click", () => ask(verdict, concerned));
  return button;
}

function standing(row) {
  const made = decisions[row.id];
  return make("td", { class: "status" },
    made ? make("span", { class: "made" }, PAST[made.decision] + (made.saved ? ", saved" : ", not saved")) : "",
    row.status.toLowerCase(),
    make("span", { class: "name" }, row.age === 0 ? "today" : counted(row.age, "day")));
}

function line(row) {
  const opener = make("button", { type: "button", class: "opener", "aria-expanded": String(row.isOpen), "aria-controls": row.isOpen ? "o" + row.id : undefined,
    "aria-label": `${row.code}, ${row.officer || "no officer"}${row.date ? ", " + row.date : ""}` }, row.code);
  opener.addEventListener("click", () => { row.isOpen = !row.isOpen; redraw(row); });
  const box = make("input", { type: "checkbox", "aria-label": `Select ${row.code} ${row.officer} ${row.date}` });
  box.checked = row.isSelected;
  box.addEventListener("change", () => select([row], box.checked));
  return make("tr", { id: "x" + row.id, class: "row " + row.severity.toLowerCase() + (row.isSelected ? " selected" : "") },
    make("td", { class: "tick" }, box),
    make("td", { class: "number" }, row.held ? pounds(row.held) : ""),
    make("td", { class: "severity " + row.severity.toLowerCase() }, row.severity),
    make("th", { scope: "row", class: "code" }, opener),
    make("td", { class: "officer" }, row.officer, make("span", { class: "name" }, row.name)),
    make("td", { class: "unit" }, row.unit),
    make("td", { class: "date" }, row.date),
    make("td", { class: "text" }, make("span", { class: "short" }, row.message)),
    standing(row));
}

function lines(row) {
  return row.isOpen ? [line(row), opened(row)] : [line(row)];
}

/* Puts one row anew where it stands, and the focus back where it was. */
function redraw(row) {
  const old = get("x" + row.id);
  if (!old) return;
  get("o" + row.id)?.remove();
  const hadFocus = old.contains(document.activeElement) || document.activeElement === document.body;
  const wasTick = document.activeElement?.type === "checkbox";
  old.replaceWith(...lines(row));
  if (hadFocus) get("x" + row.id).querySelector(wasTick ? "input" : ".opener").focus();
  tally();
}

function groups() {
  const by = get("group").value;
  if (!by) return null;
  const found = new Map();
  for (const row of shown) {
    const key = row[by] || "no " + by;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(row);
  }
  return found;
}

function groupLine(name, members, body) {
  const held = members.reduce((sum, row) => sum + (row.held ?? 0), 0);
  const of = get("group").value === "officer" && members[0].name ? `${name} ${members[0].name}` : name;
  const opener = make("button", { type: "button", class: "opener", "aria-expanded": String(openGroups.has(name)) }, of);
  opener.addEventListener("click", () => {
    if (!openGroups.delete(name)) openGroups.add(name);
    drawGroup(name, members, body);
    tickGroups();
    body.querySelector(".opener").focus();
  });
  const box = make("input", { type: "checkbox", "aria-label": `Select all of ${of}` });
  groupBoxes.set(name, { box, members });
  box.addEventListener("change", () => select(members, box.checked));
  return make("tr", { class: "group" }, make("td", { class: "tick" }, box),
    make("th", { scope: "rowgroup", colspan: COLUMNS - 1 }, opener,
      make("span", { class: "sum" }, counted(members.length, "exception") + (held ? `, £${pounds(held)} held` : ""))));
}

function drawGroup(name, members, body) {
  const inside = openGroups.has(name) ? members.slice(0, Math.max(limit, AT_ONCE)).flatMap(lines) : [];
  body.replaceChildren(groupLine(name, members, body), ...inside);
}

function tickGroups() {
  for (const { box, members } of groupBoxes.values()) {
    box.checked = members.every(row => row.isSelected);
    box.indeterminate = !box.checked && members.some(row => row.isSelected);
  }
}

function draw() {
  filter();
  for (const body of [...table.tBodies]) body.remove();
  const grouped = groups();
  groupBoxes = new Map();
  if (grouped) {
    for (const [name, members] of grouped) {
      const body = make("tbody", {});
      drawGroup(name, members, body);
      table.append(body);
    }
  } else {
    table.append(make("tbody", {}, ...shown.slice(0, limit).flatMap(lines)));
  }
  const drawn = grouped ? [...grouped].filter(([name]) => openGroups.has(name)).map(([, members]) => members) : [shown];
  const left = drawn.reduce((sum, members) => sum + Math.max(0, members.length - limit), 0);
  get("more").hidden = left === 0;
  get("more").textContent = `Show more (${counted(left, "row")} left)`;
  const held = shown.reduce((sum, row) => sum + (row.held ?? 0), 0);
  get("shown").value = counted(shown.length, "exception") + " shown" + (held ? `, £${pounds(held)} held` : "");
  tally();
}

const selected = () => rows.filter(row => row.isSelected);

function select(concerned, isSelected) {
  for (const row of concerned) row.isSelected = isSelected;
  for (const row of concerned) {
    const drawn = get("x" + row.id);
    if (!drawn) continue;
    drawn.classList.toggle("selected", isSelected);
    drawn.querySelector("input").checked = isSelected;
  }
  tally();
}

function tally() {
  const chosen = selected();
  const made = Object.values(decisions);
  const unsaved = made.filter(decision => !decision.saved).length;
  const stale = Object.keys(withdrawn).length;
  const held = chosen.reduce((sum, row) => sum + (row.held ?? 0), 0);
  get("tally").textContent = (chosen.length > 0 ? counted(chosen.length, "row") + " selected" + (held ? `, £${pounds(held)} held. ` : ". ") : "")
    + (made.length === 0 ? (stale ? "" : "Nothing decided here yet.")
      : counted(made.length, "decision") + (keeps ? " kept in this browser" : "") + (unsaved ? `, ${unsaved} not saved.` : ", all saved."))
    + (stale ? ` ${counted(stale, "decision")} changed or taken back after saving: the file that you saved still has what was, so save again and let the new file take its place.` : "")
    + (keeps ? "" : " This browser keeps nothing: save decisions.csv before you close the page.");
  get("acts").hidden = chosen.length === 0;
  get("save").disabled = made.length === 0 && stale === 0;
  tickGroups();
  get("all").checked = shown.length > 0 && shown.every(row => row.isSelected);
  get("all").indeterminate = !get("all").checked && shown.some(row => row.isSelected);
}

/* London's wall clock, with the offset in the hour of October that comes twice. */
function now(moment = new Date()) {
  const wall = at => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" }).format(at).replace(" ", "T");
  const isSecondPass = wall(new Date(moment.getTime() - 3600000)) === wall(moment);
  return wall(moment) + (isSecondPass ? "+00:00" : "");
}

/* What a verdict does to pay, as far as it can be told. */
function effect(verdict, able) {
  const before = able.filter(isDecidedBefore);
  const paying = able.filter(row => canRelease(row) && !isDecidedBefore(row));
  const unknown = paying.filter(row => row.held === null).length;
  const held = paying.reduce((sum, row) => sum + (row.held ?? 0), 0);
  const refused = paying.reduce((sum, row) => sum + (row.refused ?? 0), 0);
  const staysHeld = able.filter(row => isHeld(row) && (verdict === "ACKNOWLEDGE" || !canRelease(row)));
  const said = [];
  if (paying.length > 0 && verdict === "RELEASE") said.push(`The next run pays £${pounds(held)}.`);
  if (paying.length > 0 && verdict === "REFUSE") said.push(`The next run pays £${pounds(refused)} instead of £${pounds(held)}.`);
  if (paying.length > 0 && verdict !== "ACKNOWLEDGE" && unknown > 0) said.push(`Of ${unknown === paying.length ? "it" : unknown + " of them"} the amount is not known yet.`);
  if (before.length === 0 && (verdict === "ACKNOWLEDGE" || paying.length === 0)) said.push("It changes no pay.");
  if (staysHeld.length > 0) said.push("What is held stays held and is not paid.");
  if (before.length > 0) {
    const whose = able.length === 1 ? "It was" : before.length + " of them were";
    said.push(whose + " decided before: " + (verdict === "ACKNOWLEDGE" ? "that is withdrawn, and what was released is held again." : "what changes by this is not reckoned here."));
  }
  const released = new Set(able);
  const shared = verdict === "RELEASE" ? able.filter(row => isHeldTwice(row, released)).length : 0;
  if (shared > 0) said.push(`${able.length === 1 ? "Its row is" : shared + " of their rows are"} held by another matter too, and paid once that is released as well.`);
  const own = able.length === 1 && decisions[able[0].id];
  if (own) said.push(`Until now it is ${PAST[own.decision]} here by ${own.by}.`);
  return said.join(" ");
}

const placeOf = row => [row.file, row.line, row.date].join();
const heldAt = new Map();
for (const row of rows.filter(each => each.file && each.line && isHeld(each))) heldAt.set(placeOf(row), [...(heldAt.get(placeOf(row)) ?? []), row]);

/* Whether another matter of the same row and day would hold it back still. */
function isHeldTwice(row, released) {
  return (heldAt.get(placeOf(row)) ?? []).some(other => other !== row && decisions[other.id]?.decision !== "RELEASE" && !released.has(other));
}

let asked = null;
function ask(verdict, concerned) {
  const open = concerned.length === 1 ? concerned : concerned.filter(row => !(row.id in decisions));
  const able = verdict === "RELEASE" ? open.filter(canRelease) : open;
  const without = open.length - able.length;
  const decided = concerned.length - open.length;
  say("");
  if (able.length === 0) {
    say(open.length === 0 ? "All of these are decided here already: take them back first."
      : `${open.length === 1 ? "This exception has" : "These exceptions have"} no amount to release. Correct the data, or refuse or acknowledge.`);
    return;
  }
  asked = { verdict, able, focus: document.activeElement };
  get("asked").textContent = able.length === 1 ? `${VERBS[verdict]} ${able[0].code} of ${able[0].officer || "no officer"}` : `${VERBS[verdict]} ${counted(able.length, "exception")}`;
  get("concerned").textContent = effect(verdict, able);
  get("left-out").hidden = without + decided === 0;
  get("left-out").textContent = [
    without > 0 ? `${counted(without, "selected row")} cannot be released and ${without === 1 ? "is" : "are"} left out.` : "",
    decided > 0 ? `${counted(decided, "selected row")} ${decided === 1 ? "is" : "are"} decided here already and left out.` : ""].join(" ").trim();
  get("by").value = lastDecider();
  get("by").setCustomValidity("");
  get("reason").value = "";
  get("decide").textContent = VERBS[verdict];
  get("dialog").showModal();
  (get("by").value ? get("reason") : get("by")).focus();
}

/* Only as long as the page is open: the next person at the computer is another one. */
function lastDecider(by) {
  try {
    if (by) sessionStorage.setItem("dutypay:by", by);
    return sessionStorage.getItem("dutypay:by") || "";
  } catch {
    return "";
  }
}

const oneLine = text => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

get("by").addEventListener("input", () => get("by").setCustomValidity(""));
get("decision").addEventListener("submit", event => {
  const by = oneLine(get("by").value);
  const reason = oneLine(get("reason").value);
  const own = asked.able.filter(row => isOwn(row, by)).length;
  get("by").setCustomValidity(own > 0 ? `Nobody decides about own claims: ${own} of ${asked.able.length} ${own === 1 ? "concerns" : "concern"} ${by}.` : by ? "" : "Say who decides.");
  get("reason").setCustomValidity(reason ? "" : "Give a reason.");
  if (!get("decision").reportValidity()) {
    event.preventDefault();
    return;
  }
  const at = now();
  const changed = {};
  for (const row of asked.able) {
    changed[row.id] = { facts: row.facts, decision: asked.verdict, by, at, reason, saved: false };
  }
  lastDecider(by);
  store(changed);
  select(asked.able, false);
});
get("reason").addEventListener("input", () => get("reason").setCustomValidity(""));
get("cancel").addEventListener("click", () => get("dialog").close());
get("dialog").addEventListener("close", () => {
  if (!asked) return;
  const { able, focus } = asked;
  asked = null;
  draw();
  focusOn(get("x" + able[0].id)?.querySelector(".opener"), focus);
});

/* A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe, as in Dutypay's own files. */
function cell(text) {
  const safe = /^[ "']*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function decisionsCsv() {
  const made = Object.entries(decisions).sort(([a], [b]) => (a < b ? -1 : 1));
  return "exception_id,facts,decision,decided_by,decided_at,reason\n" + made.map(([id, decision]) =>
    [id, decision.facts, decision.decision, cell(decision.by), decision.at, cell(decision.reason)].join(",") + "\n").join("");
}

function save() {
  if (keeps) load();
  const file = URL.createObjectURL(new Blob([decisionsCsv()], { type: "text/csv" }));
  make("a", { href: file, download: "decisions.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(file), 60000);
  for (const decision of Object.values(decisions)) decision.saved = true;
  withdrawn = {};
  write();
  draw();
}

controls.addEventListener("input", () => {
  const [by, isDown] = get("sort").value.split(DOWN);
  sort = { by, down: isDown !== undefined };
  limit = AT_ONCE;
  say("");
  markSort();
  draw();
});
controls.addEventListener("submit", event => event.preventDefault());
controls.addEventListener("reset", () => setTimeout(() => { sort = { by: "", down: false }; limit = AT_ONCE; openGroups = new Set(); markSort(); draw(); }));
get("more").addEventListener("click", () => { limit += 5 * AT_ONCE; draw(); });
get("save").addEventListener("click", save);
get("unselect").addEventListener("click", () => { select(selected(), false); get("list").focus(); });
get("all").addEventListener("change", () => select(shown, get("all").checked));
for (const button of document.querySelectorAll("[data-decide]")) {
  button.addEventListener("click", () => ask(button.dataset.decide, selected()));
}
get("take-back").addEventListener("click", () => takeBack(selected()));
for (const button of document.querySelectorAll("[data-filter]")) {
  button.addEventListener("click", () => {
    controls.reset();
    setTimeout(() => {
      const select = get(button.dataset.filter);
      const { value, count } = button.dataset;
      if (![...select.options].some(option => option.value === value)) options(select, [[value, value]]);
      get("status").value = "";
      select.value = value;
      draw();
      if (shown.length < Number(count.replaceAll(",", ""))) get("shown").value += `; the others of ${count} are on further pages`;
      get("list").focus();
    });
  });
}

function markSort() {
  for (const heading of table.tHead.querySelectorAll("[data-sort]")) {
    if (heading.dataset.sort === sort.by) heading.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
}

for (const heading of table.tHead.querySelectorAll("[data-sort]")) {
  heading.firstElementChild.addEventListener("click", () => {
    const by = heading.dataset.sort;
    const isNumber = by === "held" || by === "age";
    sort = { by, down: sort.by === by ? !sort.down : isNumber };
    get("sort").value = by + (sort.down ? DOWN : "");
    markSort();
    draw();
  });
}

table.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target.closest("tbody tr");
  if (!at) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const openers = [...table.querySelectorAll("tbody .opener")];
    const here = openers.indexOf(at.querySelector(".opener") ?? at.previousElementSibling?.querySelector(".opener"));
    const next = openers[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) next.focus();
    event.preventDefault();
    return;
  }
  const row = byId.get(at.id.slice(1));
  const verdict = { r: "RELEASE", f: "REFUSE", a: "ACKNOWLEDGE" }[event.key];
  if (row && event.key === "x") select([row], !row.isSelected);
  else if (row && verdict) ask(verdict, row.isSelected ? selected() : [row]);
  else return;
  event.preventDefault();
});
window.addEventListener("storage", event => {
  if (NEWEST.includes(event.key)) warnIfOlder(read(event.key));
  if (event.key === OWN && event.newValue !== null && keeps) { load(); draw(); }
});
window.addEventListener("beforeunload", event => {
  const isUnsaved = Object.values(decisions).some(decision => !decision.saved) || Object.keys(withdrawn).length > 0;
  if (!keeps && isUnsaved) event.preventDefault();
});

/* All that the filter leaves is printed, groups and tables opened. */
let onScreen = null;
window.addEventListener("beforeprint", () => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  onScreen = { limit, openGroups, closed };
  for (const details of closed) details.open = true;
  limit = Infinity;
  openGroups = new Set(groups()?.keys());
  draw();
});
window.addEventListener("afterprint", () => {
  if (!onScreen) return;
  for (const details of onScreen.closed) details.open = false;
  ({ limit, openGroups } = onScreen);
  onScreen = null;
  draw();
});

load();
greet();
fillControls();
draw();
