'use strict';

const short = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
const form = new Intl.DateTimeFormat(undefined, short);
const formOfAnotherYear = new Intl.DateTimeFormat(undefined, { ...short, year: 'numeric' });
const longForm = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const steps = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const longestRelative = 30 * 86400;
const pause = 2000;
const longestAnswer = 20000;

function inWords(time) {
  return (time.getFullYear() === new Date().getFullYear() ? form : formOfAnotherYear).format(time);
}

function fromNow(seconds) {
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) || steps[3];
  return relative.format(Math.round(seconds / size), unit);
}

/** Times in the reader's own zone, where there is room with how long that is from now. */
function localise(root) {
  for (const element of root.querySelectorAll('time')) {
    const time = new Date(element.dateTime);
    const seconds = (time - Date.now()) / 1000;
    element.title = longForm.format(time);
    element.textContent = inWords(time);
    if ('relative' in element.dataset && Math.abs(seconds) < longestRelative) {
      const far = document.createElement('span');
      far.className = 'faint';
      far.textContent = ` ${element.textContent}`;
      element.replaceChildren(fromNow(seconds), far);
    }
  }
}

/** What tells an element on the old page and on the new one apart from all others. */
function key(element) {
  const form = element.closest('form');
  const inputs = form ? [...form.elements].map(input => input.value).join(' ') : '';
  return [element.tagName, element.id, element.getAttribute('href'), form && form.action, inputs, element.textContent].join('|');
}

/** Changes what an element holds, and leaves who uses the keyboard where they were. */
function replace(element, html) {
  const active = document.activeElement;
  const focused = element.contains(active) ? key(active) : null;
  const opened = new Map([...element.querySelectorAll('details')].map(one => [key(one), one.open]));
  element.innerHTML = html;
  localise(element);
  for (const one of element.querySelectorAll('details')) {
    one.open = opened.get(key(one)) ?? one.open;
  }
  if (focused) {
    const again = [...element.querySelectorAll('a, button, summary')].find(one => key(one) === focused);
    (again || document.getElementById('main')).focus({ preventScroll: true });
  }
}

function news(root) {
  return new Map([...root.querySelectorAll('[data-news]')].map(one => [one.dataset.key, one.dataset.news]));
}

async function fragment(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(longestAnswer) });
  if (answer.redirected || answer.status === 403 || answer.status === 404) {
    location.reload();
  }
  return answer.ok && !answer.redirected ? answer.text() : null;
}

/** Says that the page stands still, which looks as if nothing happened. */
function outOfDate(is) {
  let told = document.getElementById('out-of-date');
  if (is && !told) {
    told = document.createElement('p');
    told.id = 'out-of-date';
    told.className = 'flash refused';
    told.setAttribute('role', 'alert');
    told.textContent = 'The program does not answer. What you see was so at ' + new Date().toLocaleTimeString() + '.';
    document.querySelector('main').prepend(told);
  } else if (!is) {
    told?.remove();
  }
}

/** Fetches what changes all the time while somebody looks, and the other parts whenever they have changed. */
class Refreshing {
  constructor(live) {
    this.live = live;
    this.html = live.innerHTML.trim();
    this.version = this.versionShown();
    this.news = news(live);
    this.parts = new Map([...document.querySelectorAll('[data-part]')].map(part => [part.id, part.innerHTML]));
  }

  versionShown() {
    return this.live.querySelector('[data-version]')?.dataset.version;
  }

  async once() {
    const html = await fragment(this.live.dataset.live);
    if (html === null) {
      return;
    }
    if (html.trim() !== this.html) {
      replace(this.live, html);
      this.html = html.trim();
      this.tell();
    } else {
      localise(this.live);
    }
    const version = this.versionShown();
    if (this.live.dataset.parts && version !== this.version && await this.refreshParts()) {
      this.version = version;
    }
  }

  /** Has read out what is new. */
  tell() {
    const now = news(this.live);
    const changed = [...now].filter(([workflow, sentence]) => this.news.get(workflow) !== sentence).map(([, sentence]) => sentence);
    if (changed.length > 0) {
      document.getElementById('news').textContent = changed.join('. ');
    }
    this.news = now;
  }

  async refreshParts() {
    const html = await fragment(this.live.dataset.parts);
    if (html === null) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    for (const part of fresh.querySelectorAll('[data-part]')) {
      if (this.parts.get(part.id) !== part.innerHTML) {
        this.parts.set(part.id, part.innerHTML);
        replace(document.getElementById(part.id), part.innerHTML);
      }
    }
    chart();
    return true;
  }

  async forever() {
    for (;;) {
      await new Promise(done => setTimeout(done, pause));
      if (!document.hidden) {
        // When it cannot be reached, the program may be on its way up again.
        await this.once().then(() => outOfDate(false), () => outOfDate(true));
      }
    }
  }
}

function draw(canvas, runs) {
  const minutes = Math.max(...runs.map(run => run.seconds)) > 300;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const bar = (label, key, name) => ({
    type: 'bar', label, data: runs.map(run => run[key]), backgroundColor: colour(name), stack: 'items', yAxisID: 'items', order: 1, maxBarThickness: 28,
  });
  const axis = { ticks: { color: colour('--faint'), maxRotation: 0, autoSkipPadding: 16 }, grid: { color: colour('--line') } };
  return new Chart(canvas, {
    data: {
      labels: runs.map(run => form.format(new Date(run.started))),
      datasets: [
        bar('written', 'written', '--written'),
        bar('unchanged', 'unchanged', '--unchanged'),
        bar('failed', 'failed', '--failed'),
        {
          type: 'line', label: `duration (${minutes ? 'min' : 's'})`, data: runs.map(run => minutes ? run.seconds / 60 : run.seconds), borderColor: colour('--duration'),
          backgroundColor: colour('--duration'), borderWidth: 2, pointRadius: 2, yAxisID: 'seconds', order: 0,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { labels: { color: colour('--ink'), boxWidth: 12, boxHeight: 12, padding: 16, sort: (one, other) => one.datasetIndex - other.datasetIndex } } },
      scales: {
        x: { stacked: true, ...axis, ticks: { ...axis.ticks, maxTicksLimit: 6 }, grid: { display: false } },
        items: { stacked: true, beginAtZero: true, title: { display: true, text: 'items', color: colour('--faint') }, ...axis,
          ticks: { ...axis.ticks, precision: 0 } },
        seconds: { position: 'right', beginAtZero: true, title: { display: true, text: minutes ? 'minutes' : 'seconds', color: colour('--faint') }, ...axis,
          grid: { display: false } },
      },
    },
  });
}

let drawn;
let runs = [];

function redraw() {
  drawn?.destroy();
  const canvas = document.getElementById('chart');
  drawn = canvas ? draw(canvas, runs) : undefined;
}

async function chart() {
  const canvas = document.getElementById('chart');
  if (canvas && !('drawn' in canvas.dataset)) {
    runs = await (await fetch(canvas.dataset.runs)).json();
    redraw();
    canvas.dataset.drawn = runs.length;
  }
}

document.addEventListener('DOMContentLoaded', () => {
  const live = document.getElementById('live');
  const refreshing = live && new Refreshing(live);
  localise(document);
  refreshing?.forever();
  chart();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
});
