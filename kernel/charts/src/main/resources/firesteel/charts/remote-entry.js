// A renderer of Plotly figures for JupyterLab 4 and Notebook 7, as a federated module: what JupyterLab loads is
// `_JUPYTERLAB[name]` with init(shared modules) and get(module). Plotly itself is fetched with the first figure.
const MIME_TYPE = 'application/vnd.plotly.v1+json';
const folder = new URL('.', document.currentScript.src).href;
let shared;
let plotly;

function loadPlotly() {
  plotly = plotly || new Promise((resolve, reject) => {
    const before = window.Plotly;
    const script = document.createElement('script');
    script.src = folder + 'plotly.js';
    script.onload = () => {
      const loaded = window.Plotly;
      if (before) {
        window.Plotly = before;
      }
      resolve(loaded);
    };
    script.onerror = () => {
      plotly = undefined;
      script.remove();
      reject(new Error('plotly.js could not be loaded from ' + script.src));
    };
    document.head.appendChild(script);
  });
  return plotly;
}

async function sharedModule(name) {
  const [version] = Object.values(shared[name]);
  return (await version.get())();
}

async function plugin() {
  const { Widget } = await sharedModule('@lumino/widgets');

  class FigureWidget extends Widget {
    constructor() {
      super();
      this.addClass('firesteel-chart');
      this.node.style.overflow = 'hidden';
    }

    async renderModel(model) {
      const figure = model.data[MIME_TYPE];
      try {
        const Plotly = await loadPlotly();
        if (this.isDisposed) {
          return;
        }
        if (this.chart) {
          await this.chart.draw(figure);
        } else {
          this.chart = await firesteelDraw(Plotly, this.node, figure, folder + 'world_110m.json#/');
        }
      } catch (error) {
        this.node.textContent = 'This chart could not be drawn: ' + error.message;
      }
    }

    dispose() {
      if (this.chart) {
        this.chart.dispose();
      }
      super.dispose();
    }
  }

  return {
    id: 'firesteel-charts:plotly',
    rendererFactory: {
      // Plotly takes figures for data: it runs no script that is in one, so untrusted notebooks may be drawn too.
      safe: true,
      mimeTypes: [MIME_TYPE],
      createRenderer: () => new FigureWidget(),
    },
    // Before HTML, which Jupyter takes at 50.
    rank: 0,
    dataType: 'json',
  };
}

window._JUPYTERLAB = window._JUPYTERLAB || {};
window._JUPYTERLAB['firesteel-charts'] = {
  init(scope) {
    shared = scope;
  },
  async get() {
    const loaded = await plugin();
    return () => ({ __esModule: true, default: loaded });
  },
};
