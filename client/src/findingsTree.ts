// The view of all findings, by file or by rule. Invariant: it shows what VS Code's diagnostics show, nothing else; everything in
// it works by keyboard and says to a screen reader what its icon says to the eye.
import * as vscode from 'vscode';
import { Command } from '../../server/src/protocol/names';
import { turnOffRule } from './commands';
import { allFindings, type Finding } from './findings';
import { worded } from './wording';

const VIEW = 'gouji.findings';
const GROUPING = 'gouji.findings.groupedBy';
const PAUSE_MS = 100;

type Grouping = 'file' | 'rule';
interface Group { readonly key: string; readonly findings: Finding[] }
type Node = Group | Finding;

const isGroup = (node: Node): node is Group => 'findings' in node;

export class FindingsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly registered: vscode.Disposable;
  private groups: Group[] = [];
  private grouping: Grouping;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param memory where the chosen grouping is kept */
  constructor(private readonly memory: vscode.Memento) {
    this.grouping = memory.get<Grouping>(GROUPING, 'file');
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.registered = vscode.Disposable.from(
      this.view, this.changed,
      vscode.languages.onDidChangeDiagnostics(() => this.refreshSoon()),
      vscode.commands.registerCommand(Command.groupByFile, () => this.group('file')),
      vscode.commands.registerCommand(Command.groupByRule, () => this.group('rule')),
      vscode.commands.registerCommand(Command.revealFinding, (finding: Finding) =>
        vscode.window.showTextDocument(finding.uri, { selection: finding.diagnostic.range })),
      vscode.commands.registerCommand(Command.turnOffRuleOf, (node: Node) => {
        const { rule, uri } = isGroup(node) ? node.findings[0] : node;
        return turnOffRule(rule, uri.toString());
      }),
    );
    this.group(this.grouping);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.registered.dispose();
  }

  getChildren(node?: Node): Node[] {
    return node === undefined ? this.groups : isGroup(node) ? node.findings : [];
  }

  getParent(node: Node): Node | undefined {
    return isGroup(node) ? undefined : this.groups.find(({ findings }) => findings.includes(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (!isGroup(node)) { return findingItem(node, this.grouping); }
    return this.grouping === 'file' ? fileItem(node) : ruleItem(node);
  }

  private group(by: Grouping): void {
    this.grouping = by;
    void this.memory.update(GROUPING, by);
    void vscode.commands.executeCommand('setContext', GROUPING, by);
    this.refresh();
  }

  /** Diagnostics of many files come one by one. */
  private refreshSoon(): void {
    this.timer ??= setTimeout(() => { this.timer = undefined; this.refresh(); }, PAUSE_MS);
  }

  private refresh(): void {
    const findings = allFindings();
    this.groups = grouped(findings, this.grouping);
    this.view.badge = findings.length === 0
      ? undefined
      : { value: findings.length, tooltip: worded(vscode.l10n.t('{0} {0|finding|findings}'), findings.length) };
    this.changed.fire();
  }
}

function grouped(findings: readonly Finding[], by: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = by === 'file' ? finding.uri.toString() : finding.rule;
    const known = groups.get(key);
    if (known === undefined) { groups.set(key, { key, findings: [finding] }); } else { known.findings.push(finding); }
  }
  return by === 'file' ? [...groups.values()] : [...groups.values()].sort((a, b) => a.key.localeCompare(b.key));
}

function fileItem({ key, findings }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(findings[0].uri, vscode.TreeItemCollapsibleState.Expanded);
  return Object.assign(item, {
    id: `file ${key}`, iconPath: vscode.ThemeIcon.File, contextValue: 'file', description: String(findings.length),
    accessibilityInformation: {
      label: worded(vscode.l10n.t('{0}: {1} {1|finding|findings}'), vscode.workspace.asRelativePath(findings[0].uri), findings.length),
    },
  });
}

function ruleItem({ key, findings }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(key, vscode.TreeItemCollapsibleState.Expanded);
  return Object.assign(item, {
    id: `rule ${key}`, contextValue: 'rule', description: String(findings.length), iconPath: new vscode.ThemeIcon('law'),
    accessibilityInformation: { label: worded(vscode.l10n.t('Rule {0}: {1} {1|finding|findings}'), key, findings.length) },
  });
}

function findingItem({ uri, rule, diagnostic: { range, severity, message } }: Finding, grouping: Grouping): vscode.TreeItem {
  const line = worded(vscode.l10n.t('line {0}'), range.start.line + 1);
  const item = new vscode.TreeItem(message.split('\n', 1)[0], vscode.TreeItemCollapsibleState.None);
  return Object.assign(item, {
    contextValue: 'finding', iconPath: iconOf(severity), tooltip: `${message}\n${rule}`,
    description: grouping === 'file' ? line : `${vscode.workspace.asRelativePath(uri)} ${line}`,
    command: { command: 'vscode.open', title: vscode.l10n.t('Go to the finding'), arguments: [uri, { selection: range }] },
    accessibilityInformation: { label: `${levelOf(severity)}: ${message} ${vscode.workspace.asRelativePath(uri)} ${line}` },
  });
}

function iconOf(severity: vscode.DiagnosticSeverity): vscode.ThemeIcon {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error: return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case vscode.DiagnosticSeverity.Warning: return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case vscode.DiagnosticSeverity.Information: return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    default: return new vscode.ThemeIcon('lightbulb');
  }
}

function levelOf(severity: vscode.DiagnosticSeverity): string {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error: return vscode.l10n.t('Error');
    case vscode.DiagnosticSeverity.Warning: return vscode.l10n.t('Warning');
    case vscode.DiagnosticSeverity.Information: return vscode.l10n.t('Information');
    default: return vscode.l10n.t('Hint');
  }
}
