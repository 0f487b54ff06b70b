// Runs the tests of scale/ in a Python environment of their own, made from the pinned requirements.
// Arguments are passed on to pytest. Where Java or Python is missing it says so and does nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const JAVA = 17;
const PYTHON = [3, 11];
const VENV = 'node_modules/.cache/scale'; // which neither Git nor any of our tools looks into
const REQUIREMENTS = ['scale/requirements.txt', 'scale/tests/requirements.txt'];

/** @returns what a command said on both outputs, or undefined where there is none or it fails */
function said(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}

function missing() {
  const home = process.env.JAVA_HOME;
  const java = said(home ? `${home}/bin/java` : 'java', '-version');
  const version = Number(/version "(?:1\.)?(\d+)/.exec(java ?? '')?.[1] ?? 0);
  if (version < JAVA) return `Java ${JAVA} or newer`;
  const wanted = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${PYTHON.join(', ')}))`;
  if (said('python3', '-c', wanted) === undefined)
    return `Python ${PYTHON.join('.')} or newer with venv`;
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const absent = missing();
if (absent) {
  console.log(`scale/: 0 passed, 0 failed; skipped, since ${absent} is not here`);
  process.exit(0);
}

const wanted = REQUIREMENTS.map((name) => readFileSync(name, 'utf8')).join('');
const stamp = `${VENV}/installed.txt`;
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(VENV, { recursive: true, force: true });
  run('python3', '-m', 'venv', VENV);
  run(
    `${VENV}/bin/pip`,
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '-r',
    REQUIREMENTS[1],
  );
  writeFileSync(stamp, wanted);
}
run(
  `${VENV}/bin/python`,
  '-m',
  'pytest',
  'scale/tests',
  '-p',
  'no:cacheprovider',
  ...process.argv.slice(2),
);
