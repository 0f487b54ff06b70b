// Finds a Chrome or Chromium on this machine, and gets one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const { env, platform } = process;

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

function standardPlaces() {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium'].flatMap((name) =>
      ['', env.HOME].map((root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((root) => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Chromium/Application/chrome.exe'),
      ]);
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

function onPath() {
  const endings = platform === 'win32' ? ['.exe'] : [''];
  return (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.flatMap((name) => endings.map((end) => join(folder, name + end))));
}

const find = () =>
  [...onPath(), ...standardPlaces(), chromium.executablePath()].find((path) => existsSync(path));

/** @returns whether the command ran and succeeded */
export const run = (command, ...args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: platform === 'win32' }).status === 0;

function get() {
  console.log('No Chrome or Chromium found: getting one.');
  const apt = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const libraries = apt ? ['--with-deps'] : [];
  if (run('npx', 'playwright', 'install', ...libraries, 'chromium')) return find();
  if (apt && run('apt-get', 'update') && run('apt-get', 'install', '-y', 'chromium')) return find();
  return undefined;
}

/** Says in one line what is wrong, and ends. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @returns the path of a browser: the one that SENTISCOPE_CHROMIUM names, an installed one, Playwright's or a new one */
export function findChromium() {
  const named = env.SENTISCOPE_CHROMIUM;
  if (named && !existsSync(named))
    stop(`SENTISCOPE_CHROMIUM names ${named}, which does not exist.`);
  const browser = named || find() || get();
  if (!browser)
    stop('Install Google Chrome or Chromium, or set SENTISCOPE_CHROMIUM to the path of one.');
  return browser;
}

/** Flags that a browser needs in a container, and that keep it from making requests of its own. */
export const FLAGS =
  platform === 'linux'
    ? [
        '--no-sandbox', // containers and CI run as root
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ]
    : [];
