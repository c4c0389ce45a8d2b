/**
 * Answers what helps to see and to move in the text: hover, highlights, ways between parts and totals, outline, hints. Invariant:
 * each is offered only to a client that can use it, answered from the Analysis of the current version, and empty where it fails.
 */
import type { CancellationToken, ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { InlayHintRefreshRequest, MarkupKind } from 'vscode-languageserver';
import { foldingRangesOf } from '../features/folding';
import { highlightsOf } from '../features/highlight';
import { hoverOf } from '../features/hover';
import { inlayHintsOf } from '../features/inlayHints';
import { asLocation, callItemOf, definitionsOf, incomingOf, outgoingOf, referencesOf } from '../features/navigation';
import { positionsOf } from '../features/position';
import { selectionRangeOf } from '../features/selection';
import { selectionSumOf } from '../features/selectionSum';
import { symbolsOf } from '../features/symbols';
import type { Position, Range } from '../protocol/report';
import { SELECTION_SUM_REQUEST, type SelectionSum, type SelectionSumParams } from '../protocol/selection';
import type { Span } from '../text/span';
import type { Checked } from './analyses';
import { answerSafely } from './cancelled';
import { HintPreferences } from './hintSettings';
import type { Host } from './host';

/** What startServer tells it of the session. */
export interface ReadingRequests {
  /** @returns what the server can do of this for that client */
  initialize(client: ClientCapabilities): ServerCapabilities;
  /** @param settings of `workspace/didChangeConfiguration` */
  settingsChanged(settings: unknown): void;
  closed(uri: string): void;
}

export function answerReading({ connection, analyses, language, report }: Host): ReadingRequests {
  const hints = new HintPreferences(connection);
  let client: ClientCapabilities = {};

  connection.onHover(({ textDocument, position }, token) => answer(textDocument.uri, token, null, (checked) =>
    hoverOf(checked.analysis, offsetIn(checked, position), { language: language(), markdown: showsMarkdown(client) })));
  connection.onDocumentHighlight(({ textDocument, position }, token) => answer(textDocument.uri, token, null, (checked) =>
    highlightsOf(checked.analysis, offsetIn(checked, position))));
  connection.onDefinition(({ textDocument: { uri }, position }, token) => answer(uri, token, null, (checked) => {
    const links = definitionsOf(uri, checked.analysis, offsetIn(checked, position));
    return client.textDocument?.definition?.linkSupport ? links : links.map(asLocation);
  }));
  connection.onReferences(({ textDocument: { uri }, position, context }, token) => answer(uri, token, null, (checked) =>
    referencesOf(uri, checked.analysis, offsetIn(checked, position), context.includeDeclaration)));
  connection.onDocumentSymbol(({ textDocument }, token) => answer(
    textDocument.uri, token, null, ({ analysis }) => symbolsOf(analysis, language()),
  ));
  connection.onFoldingRanges(({ textDocument }, token) => answer(
    textDocument.uri, token, null, ({ analysis }) => foldingRangesOf(analysis),
  ));
  connection.onSelectionRanges(({ textDocument, positions }, token) => answer(textDocument.uri, token, null, (checked) =>
    positions.map((position) => selectionRangeOf(checked.analysis, offsetIn(checked, position)))));
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
    const wanted = await hints.of(uri);
    return answer(uri, token, null, (checked) => inlayHintsOf(checked.analysis, spanIn(checked, range), wanted, language()));
  });

  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }, token) => answer(uri, token, null, (checked) => {
    const item = callItemOf(uri, checked.analysis, offsetIn(checked, position));
    return item && [item];
  }));
  connection.languages.callHierarchy.onIncomingCalls(({ item }, token) => answer(
    item.uri, token, null, ({ analysis }) => incomingOf(item.uri, analysis, item),
  ));
  connection.languages.callHierarchy.onOutgoingCalls(({ item }, token) => answer(
    item.uri, token, null, ({ analysis }) => outgoingOf(item.uri, analysis, item),
  ));
  connection.onRequest(SELECTION_SUM_REQUEST, ({ uri, ranges }: SelectionSumParams, token: CancellationToken) => (
    answer<SelectionSum | null>(
      uri, token, null, (checked) => selectionSumOf(checked.analysis, ranges.map((range) => spanIn(checked, range))),
    )
  ));

  return {
    initialize(capabilities) {
      client = capabilities;
      hints.initialize(capabilities);
      return offered(capabilities);
    },
    settingsChanged(settings) {
      hints.change(settings);
      if (client.workspace?.inlayHint?.refreshSupport) {
        connection.sendRequest(InlayHintRefreshRequest.type).catch((reason) => report(reason));
      }
    },
    closed(uri) { hints.forget(uri); },
  };

  function answer<T>(uri: string, token: CancellationToken, fallback: T, of: (checked: Checked) => T): Promise<T> {
    return answerSafely(token, async () => of(await analyses.of(uri)), () => fallback, report);
  }
}

function offered({ textDocument: can }: ClientCapabilities): ServerCapabilities {
  return {
    ...(can?.hover ? { hoverProvider: true } : {}),
    ...(can?.documentHighlight ? { documentHighlightProvider: true } : {}),
    ...(can?.definition ? { definitionProvider: true } : {}),
    ...(can?.references ? { referencesProvider: true } : {}),
    ...(can?.callHierarchy ? { callHierarchyProvider: true } : {}),
    ...(can?.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(can?.documentSymbol?.hierarchicalDocumentSymbolSupport ? { documentSymbolProvider: true } : {}),
    ...(can?.foldingRange ? { foldingRangeProvider: true } : {}),
    ...(can?.inlayHint ? { inlayHintProvider: true } : {}),
  };
}

function showsMarkdown({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
}

function offsetIn({ analysis }: Checked, position: Position): number {
  return positionsOf(analysis).offset(position);
}

function spanIn(checked: Checked, { start, end }: Range): Span {
  return { start: offsetIn(checked, start), end: offsetIn(checked, end) };
}
