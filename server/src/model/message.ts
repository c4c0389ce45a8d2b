/**
 * A sentence for a person, before a language is chosen. Invariant: `key` names an entry that every language of the
 * bundle has, and `facts` fill its {places}, a message among them in the same language; rules hold facts, never wording.
 */
export type Fact = string | number | Message;

export interface Message {
  readonly key: string;
  readonly facts: Readonly<Record<string, Fact>>;
}
