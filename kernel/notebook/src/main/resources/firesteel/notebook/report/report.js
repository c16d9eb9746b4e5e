(() => {
  const folds = [...document.querySelectorAll('details.code')];
  const button = document.getElementById('toggle-code');
  if (button && folds.length === 0) {
    button.remove();
  } else if (button) {
    const show = () => folds.some(fold => !fold.open);
    const label = () => { button.textContent = show() ? 'Show code' : 'Hide code'; };
    button.addEventListener('click', () => {
      const open = show();
      folds.forEach(fold => { fold.open = open; });
    });
    folds.forEach(fold => fold.addEventListener('toggle', label));
    label();
  }

  // Charts follow the colours of the page when an attribute of it says that they changed.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const mark = () => { document.documentElement.dataset.jpThemeLight = !dark.matches; };
  dark.addEventListener('change', mark);
  mark();

  const links = new Map([...document.querySelectorAll('nav a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const seen = new IntersectionObserver(entries => {
    const last = entries.filter(entry => entry.isIntersecting).pop();
    if (last) {
      links.forEach(link => link.removeAttribute('aria-current'));
      links.get(last.target.id).setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '0px 0px -70% 0px' });
  links.forEach((link, id) => {
    const heading = document.getElementById(id);
    if (heading) {
      seen.observe(heading);
    }
  });
})();
