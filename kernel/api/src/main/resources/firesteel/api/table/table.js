// Adds to the table that stands before this script, in the same element: sorting by its header, a
// filter and a button that copies CSV. Holds no data: it reads what is shown. A cell's title is its
// whole value where the text is cut; a null has an element inside, an empty text is in italics.
(() => {
const root = document.currentScript?.parentNode, table = root?.querySelector("table");
if (!table || root.querySelector("input")) return;
const make = (tag, parent, more) => parent.appendChild(Object.assign(document.createElement(tag), more));
const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0], rows = [...body.rows];
const value = c => c.firstElementChild ? null : c.title || (c.style.fontStyle ? "" : c.textContent);
const values = rows.map(r => [...r.cells].map(value));
const bar = make("div", root, {}), look = "font:inherit;margin-right:6px;padding:1px 6px;color:inherit;"
+ "background:transparent;border:1px solid var(--jp-border-color1,gray);border-radius:3px";
root.insertBefore(bar, root.firstChild);
bar.style = "font-size:12px;margin-bottom:4px";
bar.setAttribute("data-lm-suppress-shortcuts", "true");
const filter = make("input", bar, {type: "search", placeholder: "Filter", style: look});
filter.setAttribute("aria-label", "Filter rows");
const copy = make("button", bar, {type: "button", textContent: "Copy CSV", style: look + ";cursor:pointer"});
const note = make("span", bar, {role: "status"});
const seen = () => order.filter(i => rows[i].style.display != "none");
let order = rows.map((r, i) => i), column = -1, way = 0;
heads.forEach((head, c) => {
const arrow = make("span", head, {style: "position:absolute;right:0;top:3px;font-size:8px"});
head.style.position = "relative";
head.style.cursor = "pointer";
head.tabIndex = 0;
const number = head.style.textAlign == "right";
const compare = (x, y) => {
if (x == null || y == null) return (x == null) - (y == null);
const a = number ? +x : 0, b = number ? +y : 0;
return way * (a < b ? -1 : a > b ? 1 : (a != a) - (b != b) || x.localeCompare(y, undefined, {numeric: number}));
};
head.onclick = () => {
way = column != c ? 1 : way == 1 ? -1 : way ? 0 : 1;
column = c;
order = rows.map((r, i) => i);
if (way) order.sort((i, j) => compare(values[i][c], values[j][c]));
order.forEach(i => body.appendChild(rows[i]));
heads.forEach(h => { h.lastChild.textContent = ""; h.removeAttribute("aria-sort"); });
arrow.textContent = way > 0 ? "▲" : way ? "▼" : "";
if (way) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
};
head.onkeydown = e => { if (e.key == "Enter") head.onclick(); };
});
filter.oninput = () => {
const wanted = filter.value.toLowerCase();
rows.forEach((r, i) => {
const found = values[i].some(v => (v == null ? "null" : v).toLowerCase().includes(wanted));
r.style.display = found ? "" : "none";
});
note.textContent = wanted ? seen().length + " of " + rows.length + " rows" : "";
};
const quote = v => v == null ? "" : /^$|^\s|\s$|[",\r\n]/.test(v) ? '"' + v.replace(/"/g, '""') + '"' : v;
copy.onclick = async () => {
const names = heads.map(h => h.title || h.firstChild.textContent), lines = seen();
const csv = [names, ...lines.map(i => values[i])].map(l => l.map(quote).join(",") + "\r\n").join("");
const cut = lines.reduce((n, i) => n + rows[i].querySelectorAll("[data-cut]").length, 0);
let done = true;
try {
await navigator.clipboard.writeText(csv);
} catch {
const area = make("textarea", bar, {value: csv});
area.select();
done = document.execCommand("copy");
if (done) area.remove();
}
note.textContent = (done ? "Copied " : "Press Ctrl+C to copy ") + lines.length + (lines.length == 1 ? " row" : " rows")
+ (cut ? "; too long to be here whole, and cut: " + cut : "");
};
})();
