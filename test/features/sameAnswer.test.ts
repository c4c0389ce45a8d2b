/** The editor and the command line say the same, byte for byte. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { run } from '../../server/src/cli/run';
import type { DocumentReport, FindingReport, RepairReport } from '../../server/src/protocol/report';
import { PULLS, SAMPLES, TestClient, sample } from './client';
import { captureIo } from './io';

const SEVERITY = ['error', 'warning', 'information', 'hint'] as const;

function findingOf({ code, severity, message, range, relatedInformation }: Diagnostic): FindingReport {
  return {
    rule: String(code), severity: SEVERITY[severity! - 1], message: message as string, range,
    related: (relatedInformation ?? []).map((related) => ({ message: related.message, range: related.location.range })),
  };
}

function withoutRepairs({ rule, severity, message, range, related }: FindingReport): FindingReport {
  return { rule, severity, message, range, related };
}

async function fromCommandLine(name: string, language: string): Promise<DocumentReport> {
  const io = captureIo({ cwd: SAMPLES });
  await run(['check', name, '--format', 'json', '--language', language], io);
  return JSON.parse(io.printed()).documents[0];
}

describe.each(readdirSync(SAMPLES).filter((name) => path.extname(name) !== ''))('%s', (name) => {
  it.each(['zh', 'en'])('has the same findings and repairs in both (%s)', async (language) => {
    const uri = `file:///${name}`;
    const client = await TestClient.start(PULLS, { language });
    await client.open(uri, sample(name));
    const diagnostics = await client.diagnostics(uri);
    const { findings } = await fromCommandLine(name, language);
    expect(JSON.stringify(diagnostics.map(findingOf))).toBe(JSON.stringify(findings.map(withoutRepairs)));
    for (let i = 0; i < diagnostics.length; i++) {
      const actions = await client.codeActions(uri, [diagnostics[i]]);
      const offered = actions.map(({ title, isPreferred, edit }): Omit<RepairReport, 'kind'> => {
        const [change] = edit!.documentChanges!;
        return { title, preferred: isPreferred!, edits: 'edits' in change ? change.edits as TextEdit[] : [] };
      });
      expect(JSON.stringify(offered)).toBe(
        JSON.stringify(findings[i].repairs.map(({ title, preferred, edits }) => ({ title, preferred, edits }))),
      );
    }
  });
});
