// The extension's commands. Invariant: each is declared in package.json under the name it has in the protocol.
import * as vscode from 'vscode';
import { Command, FIX_ALL_KIND, SETTINGS_SECTION } from '../../server/src/protocol/names';
import { registerFindingSteps } from './findingSteps';
import { restartLanguageServer } from './server';

export function registerCommands(): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(Command.restart, restartLanguageServer),
    vscode.commands.registerCommand(Command.turnOffRule, turnOffRule),
    vscode.commands.registerCommand(Command.fixAll, () =>
      vscode.commands.executeCommand('editor.action.codeAction', { kind: FIX_ALL_KIND, apply: 'first' })),
    ...registerFindingSteps(),
  ];
}

/** Where the setting is already made, else for the workspace, else (without one) for the user. */
export async function turnOffRule(rule: string, uri: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION, vscode.Uri.parse(uri));
  const made = settings.inspect<Record<string, string>>('rules');
  const [target, value] = made?.workspaceFolderValue ? [vscode.ConfigurationTarget.WorkspaceFolder, made.workspaceFolderValue]
    : vscode.workspace.workspaceFolders ? [vscode.ConfigurationTarget.Workspace, made?.workspaceValue]
      : [vscode.ConfigurationTarget.Global, made?.globalValue];
  await settings.update('rules', { ...value, [rule]: 'off' }, target);
}
