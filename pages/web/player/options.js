/* What the address of a display says: may_chu = where newer bundles lie, toc_do = speed, hoi = seconds
   between two questions, xem_thu = a preview, ten = the screen's name. */

const query = new URLSearchParams(location.search);

/**
 * @param {string} key
 * @param {number} usual
 */
const positive = (key, usual) => (Number(query.get(key)) > 0 ? Number(query.get(key)) : usual);

export const here = new URL(".", location.href).href;
const fromDisk = location.protocol === "file:"; // only there may_chu counts: a link must not bring in scripts
export const server = fromDisk ? query.get("may_chu") || "" : here;
export const speed = positive("toc_do", 1);
export const hurry = Math.min(Math.max(speed, 1), 10); // how much faster the shell itself looks after things
export const every = 1000 * positive("hoi", 60); // ms between two questions
export const preview = query.has("xem_thu");
export const screenName = query.get("ten") || "";
