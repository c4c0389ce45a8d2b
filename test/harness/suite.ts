/**
 * Reads a suite: a Markdown page whose headings name cases and whose ~~~ blocks hold documents and what is expected of
 * them. Invariant: a block of an unknown kind, or an expectation without a document, is an error, never skipped.
 */
export interface Case {
  readonly name: string;
  readonly line: number;
  readonly report: string;
  readonly findings: readonly string[] | null;
  readonly fixed: string | null;
  readonly grid: string | null;
  /** Levels by rule id, as a user would set them. */
  readonly settings: string | null;
  /** Other reports that are known when the document is checked. */
  readonly others: readonly string[];
}

type Draft = { -readonly [Key in keyof Case]: Case[Key] };

/** What a block is; `md`, `txt` or `html` behind it is said for the reader, and chooses no layout. */
const FENCE = /^~~~(\w+)\s*\w*\s*$/;

export function readSuite(page: string): Case[] {
  const cases: Draft[] = [];
  let heading = '';
  let pendingSettings: string | null = null;
  let pendingOthers: string[] = [];
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const title = /^#+\s+(.*)$/.exec(lines[i]);
    if (title) { heading = title[1]; pendingSettings = null; pendingOthers = []; continue; }
    const fence = FENCE.exec(lines[i]);
    if (!fence) { continue; }
    const end = lines.indexOf('~~~', i + 1);
    if (end < 0) { throw new Error(`line ${i + 1}: ~~~${fence[1]} is not closed`); }
    const body = lines.slice(i + 1, end).join('\n');
    if (fence[1] === 'settings') {
      pendingSettings = body;
    } else if (fence[1] === 'other') {
      pendingOthers.push(body);
    } else if (fence[1] === 'report') {
      cases.push({
        name: heading, line: i + 1, report: body, findings: null, fixed: null, grid: null,
        settings: pendingSettings, others: pendingOthers,
      });
    } else {
      expectation(cases.at(-1), fence[1], body, i + 1);
    }
    i = end;
  }
  const empty = cases.find((c) => c.findings === null && c.grid === null);
  if (empty) { throw new Error(`line ${empty.line}: nothing is expected of this report`); }
  return cases;
}

function expectation(of: Draft | undefined, kind: string, body: string, line: number): void {
  if (of === undefined) { throw new Error(`line ${line}: ~~~${kind} stands before any ~~~report`); }
  switch (kind) {
    case 'findings': of.findings = body.split('\n').filter((l) => l.trim() !== ''); return;
    case 'fixed': of.fixed = body; return;
    case 'grid': of.grid = body; return;
    default: throw new Error(`line ${line}: no such block: ~~~${kind}`);
  }
}
