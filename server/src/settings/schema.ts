/**
 * The JSON Schema of `.gouji.yaml`, for completion and hovers in any editor. Invariant: it allows what `readSettingsFile` takes and
 * nothing else.
 */
import { LEVELS } from './levels';

export interface DescribedRule {
  readonly id: string;
  readonly level: string;
  readonly description: string;
}

export function settingsSchema(rules: readonly DescribedRule[], exceptable: (rule: string) => boolean): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '勾稽 Gouji: .gouji.yaml',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: {
        description: '各条规则的级别。 Level of each rule.',
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ id, level, description }) => [id, { description, default: level, enum: LEVELS }])),
      },
      exceptions: {
        description: '注明理由的例外，用于没有注释的文件。 Exceptions with a reason, for documents without comments.',
        type: ['array', 'null'],
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['file', 'rule', 'reason'],
          properties: {
            file: text('文件，相对于本文件所在的文件夹。 The document, from the folder of this file.'),
            rule: { description: '规则。 The rule.', enum: rules.map(({ id }) => id).filter(exceptable) },
            place: text('位置，如消息中所称；不写则不限。 The place as messages call it; any, if left out.'),
            figures: {
              description: '所涉数字，如 0≠3；数字一变，例外即失效。 The figures it covers; once they change, the exception is stale.',
              type: ['string', 'number'],
            },
            reason: text('理由。 The reason.'),
          },
        },
      },
    },
  };
}

function text(description: string): object {
  return { description, type: 'string', minLength: 1 };
}
