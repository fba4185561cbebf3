/* Saves the figure of a container as a file: Plotly draws it anew, without the page's clipping. */
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");

  async function save(format) {
    const figure = document.querySelector(`.st-key-${CSS.escape(data.container)} .js-plotly-plot`);
    const drawn = await fetch(await window.Plotly.toImage(figure, { format, scale: data.scale, width: null, height: null }));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await drawn.blob());
    link.download = `${data.filename}.${format}`;
    root.append(link); // a click outside would close the menu
    link.click();
    link.remove();
    URL.revokeObjectURL(link.href);
  }

  root.replaceChildren(
    ...Object.entries(data.labels).map(([format, label]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = () => save(format);
      return button;
    }),
  );
}
