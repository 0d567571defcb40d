import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Where Node keeps compiled sources: a second start loads the program in a third of the time. */
const compileCache = join(root, 'node_modules', '.cache', 'node-compile');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const signalledCode = 128;

/**
 * Runs Node with the given arguments to its end and answers its exit code. Signals are passed on;
 * the child stays in our process group, so Ctrl-C may reach it more than once and it counts
 * repeated ones as one.
 */
export function runChild(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd: root,
      stdio: 'inherit',
      env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...env },
    });
    const passOn = Object.fromEntries(signals.map((signal) => [signal, () => child.kill(signal)]));
    for (const signal of signals) process.on(signal, passOn[signal]);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn[name]);
      resolve(code ?? signalledCode + (constants.signals[signal] ?? 0));
    });
  });
}
