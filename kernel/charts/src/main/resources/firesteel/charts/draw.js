// Draws a Plotly figure in an element, in the colours of the page around it: JupyterLab's or VS Code's theme, or
// black on white. Follows the theme and the element's width until it is disposed of.
const firesteelDraw = (() => {
  // Okabe and Ito's colours, which people with any kind of colour blindness can tell apart.
  const COLORS = ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#56B4E9', '#CC79A7', '#999999', '#F0E442'];
  const SCALE = 'Viridis';

  function theme(element) {
    const style = getComputedStyle(element);
    const pick = (...names) => names.map(name => style.getPropertyValue(name).trim()).find(value => value);
    const background = pick('--jp-layout-color0', '--vscode-editor-background') || '#ffffff';
    const dark = luminance(element, background) < 0.5;
    return {
      background,
      text: pick('--jp-content-font-color1', '--vscode-editor-foreground') || (dark ? '#e8e8e8' : '#2a2a2a'),
      faint: dark ? '#4a4a4a' : '#dedede',
      line: dark ? '#8a8a8a' : '#7a7a7a',
      land: dark ? '#3a3f44' : '#ececec',
      control: dark ? '#2f3439' : '#f4f4f4',
      font: pick('--jp-content-font-family', '--jp-ui-font-family', '--vscode-font-family')
        || 'system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif',
    };
  }

  function luminance(element, color) {
    const probe = document.createElement('span');
    probe.style.color = color;
    element.appendChild(probe);
    const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
    probe.remove();
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  }

  function template(colors) {
    const axis = {
      automargin: true, gridcolor: colors.faint, linecolor: colors.line, zerolinecolor: colors.line, zerolinewidth: 1,
      tickcolor: colors.line, title: { standoff: 12 },
    };
    const spatial = { backgroundcolor: colors.background, gridcolor: colors.faint, zerolinecolor: colors.line, showbackground: true };
    const colorbar = { outlinewidth: 0, ticks: '', thickness: 16 };
    const scaled = [{ colorscale: SCALE, colorbar }];
    const outlined = [{ marker: { line: { color: colors.background, width: 0.5 } } }];
    const area = [{ marker: { line: { color: colors.background, width: 1 } } }];
    return {
      layout: {
        font: { family: colors.font, size: 12, color: colors.text },
        title: { font: { size: 16 }, x: 0, xref: 'paper', xanchor: 'left' },
        paper_bgcolor: colors.background,
        plot_bgcolor: colors.background,
        colorway: COLORS,
        colorscale: { sequential: SCALE, sequentialminus: SCALE, diverging: 'RdBu' },
        coloraxis: { colorbar },
        xaxis: axis,
        yaxis: axis,
        hovermode: 'closest',
        hoverlabel: { align: 'left' },
        legend: { bgcolor: 'rgba(0,0,0,0)' },
        modebar: { bgcolor: 'rgba(0,0,0,0)', color: colors.line, activecolor: colors.text },
        scene: { xaxis: spatial, yaxis: spatial, zaxis: spatial },
        polar: { bgcolor: colors.background, angularaxis: axis, radialaxis: axis },
        geo: {
          bgcolor: colors.background, showframe: false, showland: true, landcolor: colors.land, showcountries: true,
          countrycolor: colors.background, countrywidth: 0.5, coastlinecolor: colors.line, coastlinewidth: 0.5,
          showlakes: true, lakecolor: colors.background, projection: { type: 'natural earth' },
        },
        updatemenudefaults: { bgcolor: colors.control, bordercolor: colors.line, font: { color: colors.text } },
        sliderdefaults: { bgcolor: colors.line, activebgcolor: colors.faint, bordercolor: colors.line, tickcolor: colors.line },
        annotationdefaults: { arrowcolor: colors.text },
      },
      data: {
        bar: outlined, histogram: outlined, pie: area, funnelarea: area, treemap: area, sunburst: area, icicle: area,
        heatmap: scaled, contour: scaled, histogram2d: scaled, histogram2dcontour: scaled, surface: scaled,
        choropleth: [{ colorscale: SCALE, colorbar, marker: { line: { color: colors.background, width: 0.5 } } }],
      },
    };
  }

  function layoutOf(figure, element) {
    const layout = figure.layout || {};
    if (layout.template === undefined) {
      layout.template = template(theme(element));
    }
    if (layout.width === undefined) {
      layout.autosize = true;
    }
    if (layout.height === undefined) {
      layout.height = 450;
    }
    const titled = typeof layout.title === 'string' ? layout.title : layout.title && layout.title.text;
    layout.margin = { t: titled ? 64 : 32, r: 32, b: 48, l: 56, ...layout.margin };
    return layout;
  }

  // Returns the chart when it is drawn: {draw(figure), dispose()}. Drawing again keeps what the user zoomed into.
  return async function (Plotly, element, figure, topojsonURL) {
    const themed = !(figure.layout && figure.layout.template !== undefined);
    let colors = '';
    let waiting = 0;

    async function draw(shown) {
      // Plotly writes into what it draws, and a frontend keeps it.
      const copy = JSON.parse(JSON.stringify(shown));
      const layout = layoutOf(copy, element);
      colors = JSON.stringify(layout.template);
      await Plotly.react(element, {
        data: copy.data || [],
        layout,
        config: { ...copy.config, topojsonURL, responsive: false, displaylogo: false, showSendToCloud: false },
        frames: copy.frames || [],
      });
    }

    function adapt() {
      waiting = 0;
      if (!element.isConnected || element.offsetWidth === 0 || !element.classList.contains('js-plotly-plot')) {
        return;
      }
      const now = themed ? template(theme(element)) : null;
      if (now && JSON.stringify(now) !== colors) {
        colors = JSON.stringify(now);
        Plotly.relayout(element, { template: now });
      }
      if (element.layout && element.layout.autosize && Math.abs(element._fullLayout.width - element.clientWidth) > 1) {
        Plotly.Plots.resize(element);
      }
    }

    function soon() {
      waiting = waiting || requestAnimationFrame(adapt);
    }

    const size = new ResizeObserver(soon);
    const surroundings = new MutationObserver(soon);
    await draw(figure);
    size.observe(element);
    for (const node of [document.documentElement, document.body]) {
      surroundings.observe(node, { attributes: true, attributeFilter: ['class', 'style', 'data-jp-theme-name', 'data-jp-theme-light'] });
    }
    return {
      draw,
      dispose() {
        size.disconnect();
        surroundings.disconnect();
        cancelAnimationFrame(waiting);
        Plotly.purge(element);
      },
    };
  };
})();
