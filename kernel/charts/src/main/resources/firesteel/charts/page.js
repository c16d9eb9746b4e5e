// Draws the charts of a page that has no renderer for Plotly figures. Each chart has pushed [element, figure] into
// firesteelCharts, or will; this holds the library for all of them, compressed, and draws them.
const firesteelPage = (plotly, map) => {
  async function inflate(text) {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  }

  async function load() {
    const script = await inflate(plotly);
    const before = window.Plotly;
    // Not as a script of the page: a module loader in it would take the library for a module of its own.
    new Function('module', 'define', script)();
    const Plotly = window.Plotly;
    if (before) {
      window.Plotly = before;
    }
    return [Plotly, 'data:application/json;base64,' + btoa(await inflate(map)) + '#/'];
  }

  async function draw([element, figure]) {
    try {
      const [Plotly, topojsonURL] = await ready;
      const shown = typeof figure === 'string' ? JSON.parse(await inflate(figure)) : figure;
      element.textContent = '';
      await firesteelDraw(Plotly, element, shown, topojsonURL);
    } catch (error) {
      element.textContent = 'This chart could not be drawn: ' + error.message;
    }
  }

  const ready = load();
  const queue = Array.isArray(window.firesteelCharts) ? window.firesteelCharts : [];
  window.firesteelCharts = { push: draw };
  queue.forEach(draw);
};
