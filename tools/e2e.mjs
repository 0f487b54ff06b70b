// Runs the browser tests over dist/ with whatever Chromium this machine has, and gets one where it has none.
// Arguments are passed on to `playwright test`.
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
const run = (command, ...args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: platform === 'win32' }).status === 0;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function get() {
  console.log('No Chrome or Chromium found: getting one.');
  if (run('npx', 'playwright', 'install', 'chromium')) return find();
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian && run('apt-get', 'update') && run('apt-get', 'install', '-y', 'chromium'))
    return find();
  return undefined;
}

const named = env.SENTISCOPE_CHROMIUM;
if (named && !existsSync(named)) stop(`SENTISCOPE_CHROMIUM names ${named}, which does not exist.`);
if (!existsSync('dist/index.html')) stop('Nothing to test yet: run `npm run build` first.');

const browser = named || find() || get();
if (!browser)
  stop('Install Google Chrome or Chromium, or set SENTISCOPE_CHROMIUM to the path of one.');

console.log(`Testing in ${browser}`);
env.SENTISCOPE_CHROMIUM = browser;
process.exit(run('npx', 'playwright', 'test', ...process.argv.slice(2)) ? 0 : 1);
