/**
 * A sentence for a person, before a language is chosen. Invariant: `key` names an entry that every language of the
 * bundle has, and `facts` fill its {places}; rules hold facts, never wording.
 */

/** The same in both languages, such as the title of a form. */
export interface InBoth { readonly zh: string; readonly en: string }

/** Several things, parted as the language parts them. */
export interface List {
  readonly items: readonly (string | Message)[];
  /** There are others, which are not named. */
  readonly more?: boolean;
}

export type Fact = string | number | Message | InBoth | List;

export interface Message {
  readonly key: string;
  readonly facts: Readonly<Record<string, Fact>>;
}
