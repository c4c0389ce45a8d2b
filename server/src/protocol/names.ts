/**
 * Names that server and client agree on. Invariant: this folder imports nothing, so either side may use it.
 */

/** Shown beside each diagnostic. */
export const SOURCE = 'gouji';

/** Section of the settings; its `rules` maps rule ids to levels. */
export const SETTINGS_SECTION = 'gouji';

export const FIX_ALL_KIND = 'source.fixAll.gouji';

/** Commands of the client. */
export const Command = {
  restart: 'gouji.restart',
  /** Arguments: rule id, URI of the document whose setting is meant. */
  turnOffRule: 'gouji.turnOffRule',
  fixAll: 'gouji.fixAll',
  /** Asks for a reason and records an exception. Arguments: URI, version, id of the finding. */
  stateReason: 'gouji.stateReason',
  copyRecord: 'gouji.copyRecord',
  saveRecord: 'gouji.saveRecord',
  nextFinding: 'gouji.nextFinding',
  previousFinding: 'gouji.previousFinding',
  groupByFile: 'gouji.findings.groupByFile',
  groupByRule: 'gouji.findings.groupByRule',
  /** Argument: an entry of the view of findings. */
  revealFinding: 'gouji.findings.reveal',
  turnOffRuleOf: 'gouji.findings.turnOffRule',
} as const;

/** Notification, server to client, with a `DocumentSummary`: a document has been checked. */
export const DOCUMENT_CHECKED = 'gouji/documentChecked';

/** What a client may say of itself in `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
  /** Language of messages, as a locale (`zh-cn`, `en`); else that of `initialize`. */
  readonly language?: string;
  /** The client has the command `gouji.turnOffRule`. */
  readonly canTurnOffRules?: boolean;
  /** The client has the command `gouji.stateReason`. */
  readonly canStateReasons?: boolean;
  /** The client answers `gouji/readSettings`. */
  readonly canReadSettings?: boolean;
  /** The client listens to `gouji/documentChecked`. */
  readonly wantsSummaries?: boolean;
}

/** `data` of a diagnostic: what a code action needs to find its finding again. */
export interface FindingReference {
  readonly id: string;
  readonly version: number;
}
