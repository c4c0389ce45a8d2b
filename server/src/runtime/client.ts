/**
 * What is known of the client once it has introduced itself, and what it is offered in turn. Invariant: nothing is offered that this
 * client cannot use.
 */
import { TextDocumentSyncKind, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { languageOf, type Language } from '../messages';
import { FIX_ALL_KIND, SOURCE, type InitializationOptions } from '../protocol/names';

export interface Client {
  readonly language: Language;
  /** It asks for diagnostics; all others are sent them. */
  readonly pulls: boolean;
  readonly canRefresh: boolean;
  readonly canTurnOffRules: boolean;
  readonly canStateReasons: boolean;
  readonly changesFolders: boolean;
  readonly wantsSummaries: boolean;
}

/** Before it has introduced itself. */
export const UNKNOWN_CLIENT: Client = {
  language: 'zh', pulls: false, canRefresh: false, canTurnOffRules: false, canStateReasons: false, changesFolders: false,
  wantsSummaries: false,
};

export function clientOf({ capabilities: { textDocument, workspace }, initializationOptions, locale }: InitializeParams): Client {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    language: languageOf(options.language ?? locale),
    pulls: textDocument?.diagnostic !== undefined,
    canRefresh: workspace?.diagnostics?.refreshSupport === true,
    canTurnOffRules: options.canTurnOffRules === true,
    canStateReasons: options.canStateReasons === true,
    changesFolders: workspace?.workspaceFolders === true,
    wantsSummaries: options.wantsSummaries === true,
  };
}

/** What the server can do about findings for this client. */
export function checkingOffered({ pulls, changesFolders }: Client): ServerCapabilities {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND] },
    ...(changesFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
    ...(pulls ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false } } : {}),
  };
}
