/* Times and days as official texts of Việt Nam write them, not as the browser's language has them. */

/**
 * A day as 24/01/2018, 05/7/2022 or 15/7/2022: zeros before days under 10 and before the months 1 and 2.
 * @param {Date} at
 */
export function officialDay(at) {
  const [day, month] = [at.getDate(), at.getMonth() + 1];
  const short = month < 3 ? `0${month}` : String(month);
  return `${String(day).padStart(2, "0")}/${short}/${at.getFullYear()}`;
}

/**
 * The time of a moment, with its day unless that is today.
 * @param {Date} at
 */
export function clock(at) {
  const time = at.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const today = at.toDateString() === new Date().toDateString();
  return today ? time : `${time} ${officialDay(at)}`;
}
