// SPDX-License-Identifier: GPL-3.0-or-later
// A peer as a child process, for the tests of the peers themselves: ask one line, get one answer.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const kHere = fileURLToPath(new URL('..', import.meta.url));

export class Peer {
  constructor(script, args = []) {
    this.child = spawn(process.execPath, [script, ...args], { cwd: kHere, stdio: ['pipe', 'pipe', 'ignore'] });
    this.waiting = [];
    this.exited = new Promise((done) => this.child.on('exit', (code, signal) => done({ code, signal })));
    createInterface({ input: this.child.stdout }).on('line', (text) => this.waiting.shift()?.(JSON.parse(text)));
  }

  // The raw answer, with "error" where the peer refused.
  ask(request) {
    return Promise.race([
      new Promise((done) => {
        this.waiting.push(done);
        this.child.stdin.write(`${JSON.stringify(request)}\n`);
      }),
      this.exited.then((how) => Promise.reject(new Error(`the peer ended: ${JSON.stringify(how)}`))),
    ]);
  }

  async good(request) {
    const answer = await this.ask(request);
    if (answer.error) throw new Error(answer.error);
    return answer;
  }

  async close() {
    this.child.stdin.end();
    return this.exited;
  }
}

// Runs a peer in its printing mode and returns its lines.
export async function linesOf(script, args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: kHere, stdio: ['ignore', 'pipe', 'ignore'] });
  const out = [];
  createInterface({ input: child.stdout }).on('line', (text) => out.push(JSON.parse(text)));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${script} exited with ${code}`);
  return out;
}
