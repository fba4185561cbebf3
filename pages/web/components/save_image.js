/* Saves the figure of a container as a file: Plotly draws it anew, without the page's clipping. */

/**
 * @typedef {object} Wanted
 * @property {string} container key of the Streamlit container that holds the figure
 * @property {string} filename without ending
 * @property {number} scale
 * @property {Record<string, string>} labels format → the button's text
 */

/**
 * @param {{ data: Wanted, parentElement: ParentNode }} component
 */
export default function ({ data, parentElement }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".root"));
  root.replaceChildren(
    ...Object.entries(data.labels).map(([format, label]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = () => save(data, format, root);
      return button;
    }),
  );
}

/**
 * @param {Wanted} wanted
 * @param {string} format
 * @param {HTMLElement} root a click outside it would close the menu
 */
async function save({ container, filename, scale }, format, root) {
  const figure = document.querySelector(`.st-key-${CSS.escape(container)} .js-plotly-plot`);
  const drawn = await fetch(
    await window.Plotly.toImage(figure, { format, scale, width: null, height: null }),
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await drawn.blob());
  link.download = `${filename}.${format}`;
  root.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}
