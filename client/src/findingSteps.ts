// From finding to finding by keyboard. Invariant: every place with a finding is reached once on the way round; what is found
// there is shown where it is, and never as a notification.
import * as vscode from 'vscode';
import { Command } from '../../server/src/protocol/names';
import { findingsIn, type Finding } from './findings';
import { worded } from './wording';

const SHOWN_MS = 5_000;

export function registerFindingSteps(): vscode.Disposable[] {
  return [
    vscode.commands.registerTextEditorCommand(Command.nextFinding, (editor) => void step(editor, 1)),
    vscode.commands.registerTextEditorCommand(Command.previousFinding, (editor) => void step(editor, -1)),
  ];
}

async function step(editor: vscode.TextEditor, direction: 1 | -1): Promise<void> {
  const places = distinctPlaces(findingsIn(editor.document.uri));
  if (places.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Gouji: no findings in this file'), SHOWN_MS);
    return;
  }
  const number = numberAfter(places.map(({ diagnostic }) => diagnostic.range), editor.selection, direction);
  const { range, message } = places[number].diagnostic;
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  vscode.window.setStatusBarMessage(
    worded(vscode.l10n.t('Gouji: finding {0} of {1}: {2}'), number + 1, places.length, message.split('\n', 1)[0]), SHOWN_MS,
  );
  await vscode.commands.executeCommand('editor.action.showHover');
}

function distinctPlaces(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ diagnostic }, i) => i === 0 || !diagnostic.range.isEqual(findings[i - 1].diagnostic.range));
}

/** From the place that is selected to the next one; else from the cursor on; round at either end. */
function numberAfter(ranges: readonly vscode.Range[], selection: vscode.Selection, direction: 1 | -1): number {
  const selected = ranges.findIndex((range) => range.isEqual(selection));
  if (selected >= 0) { return (selected + direction + ranges.length) % ranges.length; }
  if (direction > 0) {
    const next = ranges.findIndex(({ start }) => start.isAfterOrEqual(selection.active));
    return next < 0 ? 0 : next;
  }
  const before = ranges.findLastIndex(({ start }) => start.isBefore(selection.active));
  return before < 0 ? ranges.length - 1 : before;
}
