'use strict';

const form = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const longForm = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const steps = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** Times in the reader's own zone, with how long that is from now. */
function localise(root) {
  for (const element of root.querySelectorAll('time')) {
    const time = new Date(element.dateTime);
    const seconds = (time - Date.now()) / 1000;
    const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) || steps[3];
    element.textContent = `${form.format(time)}, ${relative.format(Math.round(seconds / size), unit)}`;
    element.title = longForm.format(time);
  }
}

/** Fetches the part that changes again and again while somebody looks. */
function refresh(live) {
  setInterval(async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: 'text/html' } });
      if (answer.redirected || answer.status === 403) {
        location.reload();
      } else if (answer.ok) {
        live.innerHTML = await answer.text();
        localise(live);
        const running = String(live.querySelector('.running') !== null);
        if (live.dataset.running && live.dataset.running !== running) {
          location.reload();
        }
      }
    } catch {
      // The program may be on its way up again.
    }
  }, 2000);
}

function draw(canvas, runs) {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const bar = (label, key, name) => ({
    type: 'bar', label, data: runs.map(run => run[key]), backgroundColor: colour(name), stack: 'items', yAxisID: 'items', order: 1,
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
          type: 'line', label: 'duration (s)', data: runs.map(run => run.seconds), borderColor: colour('--duration'),
          backgroundColor: colour('--duration'), borderWidth: 2, pointRadius: 2, yAxisID: 'seconds', order: 0,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { labels: { color: colour('--ink'), boxWidth: 14 } } },
      scales: {
        x: { stacked: true, ...axis, ticks: { ...axis.ticks, maxTicksLimit: 6 }, grid: { display: false } },
        items: { stacked: true, beginAtZero: true, title: { display: true, text: 'items', color: colour('--faint') }, ...axis,
          ticks: { ...axis.ticks, precision: 0 } },
        seconds: { position: 'right', beginAtZero: true, title: { display: true, text: 'seconds', color: colour('--faint') }, ...axis,
          grid: { display: false } },
      },
    },
  });
}

async function chart(canvas) {
  const runs = await (await fetch(canvas.dataset.runs)).json();
  let drawn = draw(canvas, runs);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    drawn.destroy();
    drawn = draw(canvas, runs);
  });
  canvas.dataset.drawn = runs.length;
}

document.addEventListener('DOMContentLoaded', () => {
  localise(document);
  const live = document.getElementById('live');
  if (live) {
    refresh(live);
  }
  const canvas = document.getElementById('chart');
  if (canvas) {
    chart(canvas);
  }
});
